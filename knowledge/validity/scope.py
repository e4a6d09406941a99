"""The documents that may be cited for a place on a day.

Until the new council decides otherwise, a resolution of a merged province stays in force in the
territory of that former province (Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, Điều 54
khoản 2, as amended by Luật 87/2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Resolution
from knowledge.law.territory import applies_to, may_bind_part
from knowledge.validity.standing import USABLE, Standing, standing


@dataclass(frozen=True, slots=True)
class Scope:
    """The documents that bind `place` on `day`, and those that nearly do.

    `resolutions` apply and are usable, those of communes first. `excluded` apply but are not in
    force on the day. `hint` binds a part of the place named, and nothing tells whether that part
    is meant ("thành phố Hồ Chí Minh" for a resolution of the former tỉnh Bình Dương).
    """

    place: Place | None
    day: date
    resolutions: tuple[Resolution, ...]
    excluded: tuple[tuple[Resolution, Standing], ...] = ()
    hint: tuple[Resolution, ...] = ()


def scope_for(place: Place | None, day: date, library: Sequence[Resolution]) -> Scope:
    """Return what of `library` may be cited; for no place, all that is in force anywhere."""
    standings = [(document, standing(document, day)) for document in library]
    applying = [pair for pair in standings if place is None or applies_to(pair[0], place)]
    usable = [document for document, state in standings if state in USABLE]
    return Scope(
        place,
        day,
        _narrowest_first(document for document, state in applying if state in USABLE),
        tuple((document, state) for document, state in applying if state not in USABLE),
        _narrowest_first(
            document for document in usable if place is not None and may_bind_part(document, place)
        ),
    )


def _narrowest_first(resolutions: Iterable[Resolution]) -> tuple[Resolution, ...]:
    """Return those of communes first, then of provinces, those of the state's centre last."""
    return tuple(
        sorted(
            resolutions,
            key=lambda document: (
                document.territory.nationwide,
                document.territory.commune is None,
            ),
        )
    )
