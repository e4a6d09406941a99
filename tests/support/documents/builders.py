"""Values for tests, with everything defaulted that a test does not speak of."""

from __future__ import annotations

from datetime import date

from knowledge.law.resolution import Effect, Head, Resolution, Territory

LANG_SON = Territory("tỉnh Lạng Sơn")
LONG_AGO = Effect(passed_on=date(2024, 7, 23), since=date(2024, 8, 5))


def resolution(
    id: str = "lang-son",  # noqa: A002
    territory: Territory = LANG_SON,
    effect: Effect = LONG_AGO,
    head: Head | None = None,
) -> Resolution:
    """Return a resolution without provisions, of tỉnh Lạng Sơn in 2024 unless told otherwise."""
    return Resolution(id, head or Head(), territory, effect, provisions=())
