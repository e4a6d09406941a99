"""The numbers that Word puts before paragraphs by itself: they stand in no text of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from knowledge.readers.word.wordml import child, children, value

_HOLDER = re.compile(r"%(\d)")
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_HIGHEST = 10_000
_BULLET = "-"
"""The sign that stands for every drawn bullet; the file names a glyph of a font of symbols."""


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: its form ("decimal"), its pattern ("%1."), its first number."""

    form: str
    pattern: str
    first: int


class Numbering:
    """The lists of one document; asking for a label counts on, so ask in the text's order."""

    def __init__(self, part: etree._Element | None) -> None:
        """Read the part `word/numbering.xml`, None where the document has none."""
        abstract = {
            value(element, "abstractNumId"): _levels(children(element, "lvl"))
            for element in children(part, "abstractNum")
        }
        self._levels: dict[str, dict[int, _Level]] = {}
        self._shared: dict[str, str] = {}
        for number in children(part, "num"):
            self._add(number, abstract)
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def label(self, number: str, depth: int) -> str:
        """Return what stands before the next paragraph at `depth` of the list `number`."""
        level = self._levels.get(number, {}).get(depth)
        if level is None:
            return ""
        counts = self._counts[self._shared[number]]
        counts[depth] = min(counts.get(depth, level.first - 1) + 1, _HIGHEST)
        for deeper in [counted for counted in counts if counted > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return _BULLET
        levels = self._levels[number]
        return _HOLDER.sub(lambda match: _sign(levels, counts, int(match[1]) - 1), level.pattern)

    def _add(self, number: etree._Element, abstract: dict[str, dict[int, _Level]]) -> None:
        """Note the list `number`; one that starts anew counts by itself."""
        name = value(number, "numId")
        based = value(child(number, "abstractNumId"))
        levels = dict(abstract.get(based, {}))
        overrides = children(number, "lvlOverride")
        for override in overrides:
            depth = _whole(value(override, "ilvl"))
            levels.update(_levels(children(override, "lvl")))
            start = child(override, "startOverride")
            if start is not None and depth in levels:
                old = levels[depth]
                levels[depth] = _Level(old.form, old.pattern, _whole(value(start)))
        self._levels[name] = levels
        self._shared[name] = name if overrides else f"abstract {based}"


def _levels(elements: Iterable[etree._Element]) -> dict[int, _Level]:
    return {
        _whole(value(element, "ilvl")): _Level(
            value(child(element, "numFmt")) or "decimal",
            value(child(element, "lvlText")),
            _whole(value(child(element, "start")) or "1"),
        )
        for element in elements
    }


def _sign(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    """Return the number of the level `depth` in the form of that level."""
    level = levels.get(depth, _Level("decimal", "", 1))
    number = counts.get(depth, level.first)
    if level.form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if level.form == "lowerLetter" else letter.upper()
    if level.form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.lower() if level.form == "lowerRoman" else roman
    if level.form == "none":
        return ""
    return f"{number:02}" if level.form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    signs = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        signs += sign * times
    return signs


def _whole(text: str) -> int:
    """Return the number that `text` says, within what a list can reach."""
    return min(int(text), _HIGHEST) if text.isascii() and text.isdigit() else 0
