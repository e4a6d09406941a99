"""Small documents with provisions, for tests of what is built upon parsed documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from knowledge.law.resolution import Address, Effect, Head, Part, Provision, Resolution, Territory

Units = Mapping[tuple[Any, ...], str | tuple[str, str]]
"""By (article, clause, point, bullet), cut where the address ends: a text, or heading and text."""

HEAD = Head(number="08/2024/NQ-HĐND", kind="Nghị quyết", issuer="Hội đồng nhân dân tỉnh Lạng Sơn")


def document(
    units: Units,
    *,
    id: str = "lang-son",  # noqa: A002
    head: Head = HEAD,
    closing: str = "",
) -> Resolution:
    """Return a document of tỉnh Lạng Sơn with these `units` and, where given, a closing."""
    provisions = [_provision(id, path, words) for path, words in units.items()]
    if closing:
        provisions.append(Provision(Address(id, Part.CLOSING), "", closing, 1, 1))
    return Resolution(id, head, Territory("tỉnh Lạng Sơn"), Effect(), tuple(provisions))


def _provision(document_id: str, path: tuple[Any, ...], words: str | tuple[str, str]) -> Provision:
    heading, text = words if isinstance(words, tuple) else ("", words)
    return Provision(Address(document_id, Part.ARTICLE, *path), heading, text, 1, 1)
