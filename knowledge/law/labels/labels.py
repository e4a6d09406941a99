"""The labels that number a document: Điều, khoản, điểm, gạch đầu dòng."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from knowledge.law.findings import FindingKind
from knowledge.law.labels.succession import next_letter, next_numbers, next_points
from knowledge.law.resolution import Address
from knowledge.law.signs import (
    POINT_ALPHABET,
    POINT_LETTERS,
    leading_number,
    number_sign,
    point_sign,
    rank,
)

_FURTHEST_GAP = 20
"""Numbers that may be missing in a series: a number further on is another number."""
_MISREAD = {"ø": "g", "€": "e", "í": "i", "ì": "i", "ỉ": "i"}
"""Characters that the recognition of scans makes of a point's letter; none is a letter itself."""
_PUT_IN = r"(?:[a-zđ]\d?)?"
"""The letter and number that an amendment put behind a number: "5a", "5a1"."""
_SEAM = r"(?:\s+|$|(?=[^\W\d_]))"
"""The end of a label: a blank, nothing, or at once the first letter of its words."""


class LabelLevel(Enum):
    """The kinds of units that labels number, outermost first."""

    ARTICLE = re.compile(rf"Điều\s+(\d{{1,3}}{_PUT_IN})\s*[.:]{_SEAM}", re.IGNORECASE)
    CLAUSE = re.compile(rf"(\d{{1,3}}{_PUT_IN}(?:\.\d{{1,2}}){{0,3}})\.{_SEAM}")
    POINT = re.compile(rf"([a-zđ]\d{{0,2}}|[{''.join(_MISREAD)}])\){_SEAM}")
    BULLET = re.compile(r"([-–—•+])\s+")


_PATTERNS: Final = tuple((level, level.value) for level in LabelLevel)


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: what it numbers, its own sign, and the words after it."""

    level: LabelLevel
    sign: str
    rest: str


@dataclass(frozen=True, slots=True)
class Placement:
    """The address that a label leads to, and the fault in its numbering, with the expected sign."""

    address: Address
    fault: FindingKind | None = None
    expected: str = ""


def label_of(text: str) -> Label | None:
    """Return the label that `text` starts with, or None."""
    for level, pattern in _PATTERNS:
        if match := pattern.match(text):
            return Label(level, match.group(1), text[match.end() :])
    return None


def place(label: Label, current: Address, after_end: bool) -> Placement | None:
    """Return where `label` leads from the unit at `current`, or None if it is mere text.

    A label out of its order counts only `after_end` of a sentence; a wrapped line can begin with
    "2." or "Điều 5." too. A repeated label has the fault NUMBERING_REPEAT and the address of
    `current`: its words stay in the unit where they stand. A dash inside a sentence that wraps is
    no bullet; the first article counts whatever its number.
    """
    if label.level is LabelLevel.BULLET:
        if not after_end and label.rest[0].islower():
            return None
        return Placement(replace(current, bullet=(current.bullet or 0) + 1))
    if label.sign in _MISREAD:
        return _place_misread(label.sign, current)
    if label.level is LabelLevel.POINT and len(label.sign) == 1:
        return _place_point(label.sign, current, after_end)
    if label.sign.isdecimal():
        return _place_number(label, current, after_end)
    return _place_put_in(label, current, after_end)


def is_put_in(label: Label) -> bool:
    """Return True for a sign that an amendment put between others: "5a", "đ1"."""
    if label.level is LabelLevel.POINT:
        return len(label.sign) > 1
    return label.level is not LabelLevel.BULLET and not label.sign.replace(".", "").isdecimal()


def next_signs(level: LabelLevel, current: Address) -> tuple[str, ...]:
    """Return the signs that may come next at `level` behind the unit at `current`."""
    if level is LabelLevel.ARTICLE:
        return next_numbers(current.article)
    return (
        next_numbers(current.clause) if level is LabelLevel.CLAUSE else next_points(current.point)
    )


def _address(label: Label, current: Address) -> Address:
    """Return the address that `label` gives to a unit of the article, clause at `current`."""
    if label.level is LabelLevel.POINT:
        return replace(current, point=point_sign(label.sign), bullet=None)
    number, article = number_sign(label.sign), current.whole_article
    if label.level is LabelLevel.CLAUSE:
        return replace(article, clause=number)
    return replace(article, article=number)


def _place_number(label: Label, current: Address, after_end: bool) -> Placement | None:
    number, address = int(label.sign), _address(label, current)
    expected = int(next_signs(label.level, current)[0])
    if number == expected:
        return Placement(address)
    if current.article is None:
        return Placement(address, FindingKind.NUMBERING_GAP, str(expected))
    if not after_end or number > expected + _FURTHEST_GAP:
        return None
    if number > expected:
        return Placement(address, FindingKind.NUMBERING_GAP, str(expected))
    return Placement(current, FindingKind.NUMBERING_REPEAT, str(expected))


def _place_point(sign: str, current: Address, after_end: bool) -> Placement | None:
    here = POINT_LETTERS.index(current.point[0]) if current.point else -1
    expected = next_letter(current.point[0] if current.point else None)
    there = POINT_LETTERS.index(sign)
    address = replace(current, point=sign, bullet=None)
    if sign == expected:
        return Placement(address)
    if sign == "d" and expected == "đ":
        return Placement(replace(address, point="đ"), FindingKind.POINT_TWIN, "đ")
    if sign not in POINT_ALPHABET and there == here + 1:
        return Placement(address, FindingKind.OTHER_FORM, f"{sign})")
    if not after_end:
        return None
    if there > here:
        return Placement(address, FindingKind.NUMBERING_GAP, expected)
    return Placement(current, FindingKind.NUMBERING_REPEAT, expected)


def _place_misread(sign: str, current: Address) -> Placement | None:
    """Return where a sign that is no letter of points leads, if the letter meant comes next."""
    expected = next_letter(current.point[0] if current.point else None)
    if _MISREAD[sign] != expected:
        return None
    return Placement(
        replace(current, point=expected, bullet=None), FindingKind.MISREAD_LABEL, expected
    )


def _place_put_in(label: Label, current: Address, after_end: bool) -> Placement | None:
    """Return where a sign leads that an amendment put in ("5a", "đ1"), or that of a sub-clause."""
    address, following = _address(label, current), next_signs(label.level, current)
    begins = after_end or label.rest[:1].isupper()
    if label.sign in following and begins:
        return Placement(address)
    begins = after_end or (begins and "." in label.sign)
    if not begins or leading_number(label.sign) > leading_number(following[0]) + _FURTHEST_GAP:
        return None
    # of several that may follow, the one of the same form was meant: "5b" for "5a", "5.2" for "5.1"
    expected = next(
        (
            sign
            for sign in following
            if (len(rank(sign)) == len(rank(label.sign)) and ("." in sign) == ("." in label.sign))
        ),
        following[0],
    )
    if address.order > current.order:
        return Placement(address, FindingKind.NUMBERING_GAP, expected)
    return Placement(current, FindingKind.NUMBERING_REPEAT, expected)
