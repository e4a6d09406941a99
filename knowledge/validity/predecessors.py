"""The bodies that may end a document: its issuer, or the body that took its place in a merger."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from knowledge.gazetteer.lists.catalogue import list_units
from knowledge.gazetteer.lists.listed import is_listed_unit
from knowledge.gazetteer.lists.units import UnitLevel
from knowledge.gazetteer.spelling import read_syllables, solid
from knowledge.law.resolution import Resolution
from knowledge.law.territory import before_mergers, lie_together, province_of_today, same_unit
from knowledge.validity.amendments import Amendment, same_number

_BODIES = (
    (re.compile(r"(?:hội đồng nhân dân|hđnd)(?!\w)\s*", re.IGNORECASE), "Hội đồng nhân dân"),
    (
        re.compile(r"chủ tịch (?:[uủ][ỷyỳ] ?ban nhân dân|ubnd)(?!\w)\s*", re.IGNORECASE),
        "Chủ tịch Ủy ban nhân dân",
    ),
    (re.compile(r"(?:[uủ][ỷyỳ] ?ban nhân dân|ubnd)(?!\w)\s*", re.IGNORECASE), "Ủy ban nhân dân"),
)
_UNIT = re.compile(
    r"(?P<kind>tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\w)\s*",
    re.IGNORECASE,
)
_LONGEST_NAME = 6
"""Syllables of the longest name of a unit."""
_DISTRICTS = frozenset({"huyện", "quận", "thị xã", "thị trấn"})
_WITH_YEAR = re.compile(r"/(?:19|20)\d{2}/")
"""A number with its year, which no other document of the body has."""


def is_of_one_body(document: Resolution, other: Resolution) -> bool:
    """Return True if the same body has issued both; that of a namesake is another."""
    issuers = {_named(document.head.issuer), _named(other.head.issuer)}
    named_alike = len(issuers) == 1 and ("", "") not in issuers
    if not named_alike or not lie_together(document.territory, other.territory):
        return False
    return not _is_across(document, other) or succeeds(document, other) or succeeds(other, document)


def succeeds(later: Resolution, earlier: Resolution) -> bool:
    """Return True if the body that issued `later` took the place of that of `earlier`.

    Since the mergers, that of a province for those of the former ones in it, that of a commune for
    those of the communes that became a part of it as a whole.
    """
    if _named(later.head.issuer)[0] != _named(earlier.head.issuer)[0] or not later.head.issuer:
        return False
    if before_mergers(later) or not before_mergers(earlier):
        return False
    own, former = later.territory, earlier.territory
    if own.province is None or former.province is None:
        return False
    if own.commune is None and former.commune is None:
        return same_unit(province_of_today(former.province), own.province)
    if own.commune is None or former.commune is None:
        return False
    became = _became().get((solid(former.province), solid(former.commune)), frozenset())
    return became == {(solid(own.province), solid(own.commune))}


def is_meant(amendment: Amendment, by: Resolution, document: Resolution) -> bool:
    """Return True if `amendment`, a deed of `by`, is surely done to `document`.

    Its number and day are those named, and its body is the one named, which `by` may speak for.
    Without a year in the number the day tells it from others.
    """
    if by.id == document.id or not same_number(document.head.number, amendment.number):
        return False
    days = {document.head.issued_on, document.effect.passed_on} - {None}
    if amendment.dated is not None and days and amendment.dated not in days:
        return False
    return _is_of_body_named(amendment.issuer, by, document)


def is_certain(amendment: Amendment, document: Resolution) -> bool:
    """Return True if the number or the day that is named is of no other document."""
    days = {document.head.issued_on, document.effect.passed_on}
    dated = amendment.dated is not None and amendment.dated in days
    return dated or _WITH_YEAR.search(amendment.number) is not None


def _is_of_body_named(words: str, by: Resolution, document: Resolution) -> bool:
    named = _named(words)
    if not named[1]:
        return is_of_one_body(by, document)
    own = _named(document.head.issuer)
    if not (named[0] == own[0] and same_unit(named[1], own[1])):
        return False
    return is_of_one_body(by, document) or succeeds(by, document)


def _named(words: str) -> tuple[str, str]:
    """Return the body that `words` begin with, and its unit; "" where they name none.

    "HĐND tỉnh Hà Nam quy định …" is ("Hội đồng nhân dân", "tỉnh Hà Nam"), "UBND tỉnh" has no unit.
    """
    for pattern, body in _BODIES:
        if match := pattern.match(words):
            return body, _unit_in(words[match.end() :])
    return words.strip(), ""


def _unit_in(words: str) -> str:
    """Return the unit that `words` begin with: names that the lists know, else capitalised words.

    A title behind a unit without a name begins with a capital too: "tỉnh Ban hành quy chế".
    """
    match = _UNIT.match(words)
    if not match:
        return ""
    kind = "thành phố" if match["kind"].lower().startswith("tp") else match["kind"].lower()
    rest = words[match.end() :]
    name = read_syllables(rest)[:_LONGEST_NAME]
    for last in range(len(name), 0, -1):
        unit = f"{kind} {rest[: name[last - 1].end]}"
        if is_listed_unit(unit):
            return unit
    capitals = [syllable for syllable, _ in zip(name, range(2), strict=False) if syllable.capital]
    if len(capitals) < len(name[:2]) or not capitals:
        return ""
    return f"{kind} {rest[: capitals[-1].end]}"


def _is_across(document: Resolution, other: Resolution) -> bool:
    """Return True if the mergers lie between two documents of communes that the lists know."""
    earlier, later = (document, other) if before_mergers(document) else (other, document)
    former = earlier.territory
    if former.commune is None or former.province is None or before_mergers(later):
        return False
    return before_mergers(earlier) and (solid(former.province), solid(former.commune)) in _became()


@cache
def _became() -> Mapping[tuple[str, str], frozenset[tuple[str, str]]]:
    """Return the communes of today that have a part of each former one, "" where none is sure."""
    communes_by_former: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for unit in list_units():
        if unit.level is UnitLevel.FORMER_COMMUNE and unit.former_province:
            key = (solid(unit.former_province), solid(unit.full_name))
            communes_by_former[key].add((solid(unit.province), solid(unit.commune or "")))
    return {key: frozenset(communes) for key, communes in communes_by_former.items()}
