"""Offices and organisations that a text names, by whichever of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from knowledge.matters.claims.words import any_form, claim_words, plain

_ROLES: Final = {"chủ tịch": "chủ tịch", "trưởng": "trưởng ban"}
"""By the word before an office; the name of the role where it stands alone."""
_LINK: Final = r"(?: (?:ở|cấp|của|các|tại|trong|từng|nhân dân))*"
_NO_LEVEL: Final = r"(?!\w| (?:hội|chức|thân|tin|văn|đồ|vực)\b)"
_OTHER: Final = re.compile(
    r"(?<!\w)(?:Ban|Bộ|Sở|Hội|Hội đồng|Ủy ban|Cục|Chi cục|Phòng|Viện|Trung tâm|Tổ|Đoàn)"
    r" (?P<own>(?!Luật|Việt|Dân)\w+(?: \w+)?)"
)
"""Words written like the name of an office that is none of those known."""


@dataclass(frozen=True, slots=True)
class BodyName:
    """An office with its levels, or who holds `role` in it; empty where that is not said."""

    office: str
    role: str
    levels: frozenset[str]
    start: int
    end: int

    @property
    def known(self) -> bool:
        """Return True if `office` is one of those in the file of words, not just a name."""
        return self.office in claim_words().also

    def founds(self, other: BodyName) -> bool:
        """Return True if a provision that names this names `other`."""
        if self.levels and other.levels and not self.levels & other.levels:
            return False
        if other.office in _ROLES.values():
            return other.office in {self.role, self.office}
        return other.role in {"", self.role} and self._is_of(other)

    def _is_of(self, other: BodyName) -> bool:
        """Return True if the office is that of `other` or, at a level of its own, founds it."""
        if self.office == other.office:
            return True
        also = claim_words().also.get(other.office, ())
        return self.office in also and bool(self.levels or not other.levels)


def find_bodies(text: str, lowered: str) -> Iterator[BodyName]:
    """Yield the bodies in `text`, which is in normal form and `lowered` in plain form."""
    words = claim_words()
    spans: list[tuple[int, int]] = []
    for match in _body().finditer(lowered):
        office = words.offices[match["office"]]
        spans.append(match.span())
        if not office:
            continue
        levels = _levels(match["levels"] or "") or words.level_of.get(office, frozenset())
        role = _ROLES.get(match["role"] or "", "")
        meant = next(
            (words.at[office, level] for level in levels if (office, level) in words.at), office
        )
        if meant != office and office in _ROLES.values():
            role = office
        yield BodyName(meant, role, levels, *match.span())
    for match in _OTHER.finditer(text):
        known = any(start < match.end() and match.start() < end for start, end in spans)
        if match["own"][0].isupper() and not known:
            yield BodyName(plain(match.group()), "", frozenset(), *match.span())


@cache
def _body() -> re.Pattern[str]:
    words = claim_words()
    level = rf"(?:{any_form(words.levels)}){_NO_LEVEL}"
    return re.compile(
        rf"(?<!\w)(?:(?P<role>{any_form(_ROLES)}) )?(?P<office>{any_form(words.offices)})(?!\w)"
        rf"(?:{_LINK} (?P<levels>{level}(?:(?:, | và | hoặc | hay |/)(?:cấp )?{level})*))?"
    )


@cache
def _levels(named: str) -> frozenset[str]:
    """Return the levels in a list such as "cấp tỉnh, cấp xã"."""
    levels = claim_words().levels
    forms = re.split(r", | và | hoặc | hay |/", named.replace("cấp ", ""))
    return frozenset(levels[form] for form in forms if form in levels)
