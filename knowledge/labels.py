"""The labels that number a document: Điều, khoản, điểm, gạch đầu dòng."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from knowledge.findings import Fault
from knowledge.resolution import Address
from knowledge.signs import POINT_ALPHABET, leading_number

_FURTHEST_GAP = 20
_MISREAD = {"ø": "g", "€": "e", "í": "i", "ì": "i", "ỉ": "i"}
"""What the recognition of scans makes of a point's letter, none of which is one itself."""
_SEAM = r"(?:\s+|$|(?=[^\W\d_]))"
"""What follows a label: a blank, nothing, or at once the first letter of its words."""


class Level(Enum):
    """What a label numbers, outermost first."""

    ARTICLE = re.compile(rf"Điều\s+(\d{{1,3}})\s*[.:]{_SEAM}", re.IGNORECASE)
    CLAUSE = re.compile(rf"(\d{{1,3}})\.{_SEAM}")
    POINT = re.compile(rf"([{POINT_ALPHABET}{''.join(_MISREAD)}])\){_SEAM}")
    BULLET = re.compile(r"([-–—•+])\s+")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: what it numbers, its own sign, and the words after it."""

    level: Level
    sign: str
    rest: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a label leads, and the fault in its numbering, with what was expected instead."""

    address: Address
    fault: Fault | None = None
    expected: str = ""


def label_of(text: str) -> Label | None:
    """Return the label that `text` starts with, or None."""
    for level in Level:
        match = level.value.match(text)
        if match:
            return Label(level, match.group(1), text[match.end() :])
    return None


def place(label: Label, current: Address, after_end: bool) -> Placement | None:
    """Return where `label` leads from the unit at `current`, or None if it is mere text.

    A label out of its order counts only `after_end` of a sentence; a wrapped line can begin with
    "2." or "Điều 5." too. A repeated label has the fault NUMBERING_REPEAT and the address of
    `current`: its words stay in the unit where they stand. A dash inside a sentence that wraps is
    no bullet; the first article counts whatever its number.
    """
    if label.level is Level.BULLET:
        if not after_end and label.rest[0].islower():
            return None
        return Placement(replace(current, bullet=(current.bullet or 0) + 1))
    if label.level is Level.POINT:
        return _place_point(label.sign, current, after_end)
    return _place_number(label, current, after_end)


def _place_number(label: Label, current: Address, after_end: bool) -> Placement | None:
    inside_article = label.level is Level.CLAUSE
    number = int(label.sign)
    expected = leading_number(current.clause if inside_article else current.article) + 1
    article = current.whole_article
    address = (
        replace(article, clause=number) if inside_article else replace(article, article=number)
    )
    if number == expected:
        return Placement(address)
    if current.article is None:
        return Placement(address, Fault.NUMBERING_GAP, str(expected))
    if not after_end or number > expected + _FURTHEST_GAP:
        return None
    if number > expected:
        return Placement(address, Fault.NUMBERING_GAP, str(expected))
    return Placement(current, Fault.NUMBERING_REPEAT, str(expected))


def _place_point(sign: str, current: Address, after_end: bool) -> Placement | None:
    here = POINT_ALPHABET.index(current.point[0]) if current.point else -1
    expected = POINT_ALPHABET[here + 1 : here + 2]
    if sign in _MISREAD:
        return _place_misread(sign, current, expected)
    there = POINT_ALPHABET.index(sign)
    address = replace(current, point=sign, bullet=None)
    if there == here + 1:
        return Placement(address)
    if sign == "d" and expected == "đ":
        return Placement(replace(address, point="đ"), Fault.POINT_TWIN, "đ")
    if not after_end:
        return None
    if there > here:
        return Placement(address, Fault.NUMBERING_GAP, expected)
    return Placement(current, Fault.NUMBERING_REPEAT, expected)


def _place_misread(sign: str, current: Address, expected: str) -> Placement | None:
    """Return where a sign that is no letter of points leads, if the letter meant comes next."""
    if _MISREAD[sign] != expected:
        return None
    return Placement(replace(current, point=expected, bullet=None), Fault.MISREAD_LABEL, expected)
