"""Printed lines, put together from the letters of a page by where they stand.

The order in which a PDF draws letters is no help: a font without ộ leaves a gap in its run, and the
ộ of another font comes later.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_SAME_LINE = 0.35
"""Part of the letters' height by which the base lines of one line may differ."""
_BLANK = 0.2
"""Part of the height that is wide enough for a blank where the PDF draws none."""
_WIDE = 1.5
"""Part of the height from which a gap parts columns; justified lines have smaller ones."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn letter, in points from the lower left corner; `size` is its font's height."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line without a wide gap; `first_word` is the width of the first."""

    text: str
    left: float
    right: float
    first_word: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; more than one segment stand in columns."""

    page: int
    base: float
    size: float
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """Return all words of the line."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        """Return where the line begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Return where the line ends."""
        return self.segments[-1].right


def printed_lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Return the lines that `glyphs` make up on the page with the number `page`, downwards."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: (-one.base, one.left)):
        last = rows[-1][0] if rows else None
        if last and last.base - glyph.base <= _SAME_LINE * min(last.size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = (_line(sorted(row, key=lambda one: one.left), page) for row in rows)
    return [line for line in lines if line.segments]


def _line(row: Sequence[Glyph], page: int) -> Line:
    size = median(glyph.size for glyph in row)
    words = [word for word in _words(_without_shadows(row), size) if word]
    segments: list[list[list[Glyph]]] = []
    for word in words:
        if segments and word[0].left - segments[-1][-1][-1].right <= _WIDE * size:
            segments[-1].append(word)
        else:
            segments.append([word])
    return Line(page, row[0].base, size, tuple(map(_segment, segments)))


def _segment(words: Sequence[Sequence[Glyph]]) -> Segment:
    text = " ".join("".join(glyph.text for glyph in word) for word in words)
    first = words[0]
    return Segment(
        unicodedata.normalize("NFC", text),
        first[0].left,
        words[-1][-1].right,
        first[-1].right - first[0].left,
    )


def _words(row: Sequence[Glyph], size: float) -> list[list[Glyph]]:
    """Return the runs of letters between blanks, drawn ones and mere gaps."""
    words: list[list[Glyph]] = [[]]
    for glyph in row:
        gap = words[-1] and glyph.left - words[-1][-1].right > _BLANK * size
        if glyph.text.isspace() or gap:
            words.append([])
        if not glyph.text.isspace():
            words[-1].append(glyph)
    return words


def _without_shadows(row: Sequence[Glyph]) -> list[Glyph]:
    """Return `row` without letters drawn twice in nearly one place, which look bold."""
    shadows = {
        place + 1
        for place, (one, other) in enumerate(pairwise(row))
        if one.text == other.text
        and not one.text.isspace()
        and abs(one.left - other.left) < (one.right - one.left) / 3
    }
    return [glyph for place, glyph in enumerate(row) if place not in shadows]
