"""The marks of notes: "[2]", "²", "⁽²⁾" behind a word, or before the text of the note itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
"""The form in which readers give digits that a page draws small and raised."""
_FLAT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGN = r"(?:\[(?P<sign>\d{1,3}|\*{1,3})\]|⁽?(?P<raised>[⁰¹²³⁴-⁹]{1,3})⁾?)"
_MARK = re.compile(rf" ?{_SIGN}")
"""A mark behind a word, in brackets (`sign`) or small and raised (`raised`)."""
_BEGINNING = re.compile(rf"{_SIGN}[.:)]?\s*(?=[“\"(]?[^\W\d_])")
"""The sign of a note before its text, which begins with a letter."""
_BARE_BEGINNING = re.compile(r"(?P<sign>\d{1,3})\s(?=[“\"(]?[^\W\d_])")
_MEASURE = re.compile(r"(?<![^\W\d_])(?:[kcdmh]?m|dam)$")
"""Units of length; a raised 2 or 3 behind one makes it an area or a volume."""
_LONGEST_MEASURE = 4


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in a line: the note that it leads to, and where it stands."""

    sign: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Beginning:
    """The sign that a note begins with, and the words behind it."""

    sign: str
    rest: str


def marks_in(text: str) -> list[Mark]:
    """Return the marks among the words of `text`, in order."""
    marks: list[Mark] = []
    for match in _MARK.finditer(text):
        before = text[max(0, match.start() - _LONGEST_MEASURE) : match.start()]
        is_exponent = match.group() in {"²", "³"} and _MEASURE.search(before) is not None
        if not is_exponent:
            marks.append(Mark(_sign(match), match.start(), match.end()))
    return marks


def without_marks(text: str, marks: Sequence[Mark]) -> str:
    """Return `text` without `marks`; words that only a mark parted get a blank."""
    words, place = "", 0
    for mark in marks:
        words += text[place : mark.start]
        glued = words[-1:] not in {"", " "} and text[mark.end : mark.end + 1].isalnum()
        words += " " if glued else ""
        place = mark.end
    return (words + text[place:]).strip()


def beginning_of(text: str, *, bare: bool = False) -> Beginning | None:
    """Return the sign that `text` begins with, if it may be the text of a note.

    `bare` tells that the sign may be a mere number.
    """
    match = _BEGINNING.match(text) or (_BARE_BEGINNING.match(text) if bare else None)
    if match is None or text[match.end() :].lstrip('“"(')[:1].islower():
        return None
    return Beginning(_sign(match), text[match.end() :])


def _sign(match: re.Match[str]) -> str:
    raised = match.groupdict().get("raised")
    return raised.translate(_FLAT) if raised else match["sign"]
