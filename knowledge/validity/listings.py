"""The documents listed in an appendix, one a row, that a provision ends all at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from knowledge.language.text import fold
from knowledge.law.labels.lines import CELL_SEAM
from knowledge.law.references.annex_mentions import is_named, spelled_out
from knowledge.law.references.mentions import KINDS, Mention, mentions
from knowledge.law.resolution import Part, Provision, Resolution
from knowledge.validity.deeds import PARTLY

_NAMED = re.compile(r"\b(?P<name>phu luc(?: so)?(?: (?:[ivxlc]{1,7}|\d{1,2}))?|danh muc)\b")
"""The appendix that a provision names, folded."""
_PASSED_WITH = re.compile(r"\(?\s{0,9}(?:ban hành )?kèm theo ", re.IGNORECASE)
"""The line below an appendix's title: its number is that of the document itself."""
_WHOLLY = re.compile(r"toàn bộ", re.IGNORECASE)
_ITEM = re.compile(rf"[\s–-]{{0,9}}(?:\d{{1,3}}[.)/]?\s|{KINDS}\s)", re.IGNORECASE)


def documents_listed(resolution: Resolution, words: str) -> Iterator[tuple[Mention, bool]]:
    """Yield what the appendix that `words` name lists, and whether it means a part of it only."""
    names = dict.fromkeys(match["name"] for match in _NAMED.finditer(spelled_out(words)))
    for appendix in chain.from_iterable(_appendices(resolution, name) for name in names):
        partly = PARTLY.search(appendix.heading) is not None
        for line in appendix.text.split("\n"):
            document = _listed(line)
            if document:
                yield replace(document, whole=True), partly or bool(PARTLY.search(line))
            elif PARTLY.search(line) or _WHOLLY.search(line):
                partly = PARTLY.search(line) is not None


def _appendices(resolution: Resolution, name: str) -> list[Provision]:
    """Return the appendices without articles that may be the one called `name`."""
    appendices = [
        unit
        for unit in resolution.provisions
        if unit.address.part is Part.ANNEX and unit.address.article is None and unit.text
    ]
    inside = re.compile(rf"\b{re.escape(name)}\b")
    called = [
        unit
        for unit in appendices
        if is_named(unit.heading, name) or inside.search(fold(unit.heading))
    ]
    return called if len(called) == 1 else []


def _listed(line: str) -> Mention | None:
    """Return the document of the row or item `line`; others in it are named by its title."""
    if _PASSED_WITH.match(line) or not (CELL_SEAM in line or _ITEM.match(line)):
        return None
    document = next(mentions(line), None)
    return document and replace(document, behind=line[document.end :])
