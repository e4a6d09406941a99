"""Printed lines, put together from the letters of a page by where they stand.

The order in which a PDF draws letters is no help: a font without ộ leaves a gap in its run, and the
ộ of another font comes later.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from knowledge.law.labels.note_marks import RAISED
from knowledge.readers.pdf.drawn_marks import composed
from knowledge.readers.pdf.glyphs import Glyph

_SAME_LINE = 0.35
"""Part of the letters' height by which the base lines of one line may differ."""
_BLANK = 0.2
"""Part of the height that is wide enough for a blank where the PDF draws none."""
_RAISABLE = frozenset("0123456789()[]")
_SMALL = 0.85
"""Times the height of a line's letters from which down a number may be raised."""
_LEAST_RISE, _MOST_RISE = 0.1, 0.7
"""Parts of the height by which raised numbers stand above the base line."""
_BETWEEN_WORDS = 1.5
"""Times the usual gap from which it parts words where all letters stand apart."""
_FEWEST_SPACED = 4
"""Letters that a line set with wide gaps has at least."""
_WIDE = 1.5
"""Part of the height from which a gap parts columns; justified lines have smaller ones."""


@dataclass(frozen=True, slots=True)
class PrintedSegment:
    """Words of a line without a wide gap; `first_word` is the width of the first."""

    text: str
    left: float
    right: float
    first_word: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A printed line; more than one segment stand in columns."""

    page: int
    base: float
    size: float
    segments: tuple[PrintedSegment, ...]

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


def printed_lines(glyphs: Iterable[Glyph], page: int) -> list[PrintedLine]:
    """Return the lines that `glyphs` make up on the page with the number `page`, downwards."""
    lines = (_line(row, page) for row in _with_raised(_rows(composed(glyphs))))
    return [line for line in lines if line.segments]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return `glyphs` by their base lines, downwards, and in each from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: (-glyph.base, glyph.left)):
        last = rows[-1][0] if rows else None
        if last and last.base - glyph.base <= _SAME_LINE * min(last.size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows]


def _with_raised(rows: Sequence[Sequence[Glyph]]) -> list[list[Glyph]]:
    """Return `rows` with small numbers above the letters of a line as raised ones in it."""
    whole: list[list[Glyph]] = []
    above: Sequence[Glyph] = ()
    for row in rows:
        size, base = median(glyph.size for glyph in row), median(glyph.base for glyph in row)
        own = all(_is_raised(glyph, size, base) for glyph in above)
        if above and not own:
            whole.append(list(above))
        together = sorted((*row, *(above if own else ())), key=lambda glyph: glyph.left)
        raised = {glyph for glyph in together if _is_raised(glyph, size, base)}
        bracketed = any(glyph.text == "[" for glyph in raised)
        marked = [
            replace(glyph, text=glyph.text.translate(RAISED))
            if glyph in raised and not bracketed
            else glyph
            for glyph in together
        ]
        is_number = all(glyph.text in _RAISABLE for glyph in marked)
        above = marked if is_number else ()
        if not is_number:
            whole.append(marked)
    return [*whole, list(above)] if above else whole


def _is_raised(glyph: Glyph, size: float, base: float) -> bool:
    """Return True if `glyph` is a small number above the letters of this size and base line."""
    rise = glyph.base - base
    small = glyph.size < _SMALL * size
    return glyph.text in _RAISABLE and small and _LEAST_RISE * size < rise < _MOST_RISE * size


def _line(row: Sequence[Glyph], page: int) -> PrintedLine:
    size = median(glyph.size for glyph in row)
    words = _closed_up([word for word in _words(_without_shadows(row), size) if word])
    segments: list[list[list[Glyph]]] = []
    for word in words:
        if segments and word[0].left - segments[-1][-1][-1].right <= _WIDE * size:
            segments[-1].append(word)
        else:
            segments.append([word])
    return PrintedLine(
        page, median(glyph.base for glyph in row), size, tuple(map(_segment, segments))
    )


def _segment(words: Sequence[Sequence[Glyph]]) -> PrintedSegment:
    text = " ".join("".join(glyph.text for glyph in word) for word in words)
    first = words[0]
    return PrintedSegment(
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


def _closed_up(words: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return `words`, put together where each is but a letter: the letters are set far apart.

    The gaps between words are wider than those between letters.
    """
    if len(words) < _FEWEST_SPACED or not all(
        len(word) == 1 and word[0].text.isalpha() for word in words
    ):
        return words
    gaps = [after[0].left - before[0].right for before, after in pairwise(words)]
    usual = median(gaps)
    spaced = [words[0]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > _BETWEEN_WORDS * usual:
            spaced.append(word)
        else:
            spaced[-1] = [*spaced[-1], *word]
    return spaced


def _without_shadows(row: Sequence[Glyph]) -> list[Glyph]:
    """Return `row` without letters drawn twice in nearly one place, which look bold."""
    shadows = {
        place + 1
        for place, (glyph, other) in enumerate(pairwise(row))
        if glyph.text == other.text
        and not glyph.text.isspace()
        and abs(glyph.left - other.left) < (glyph.right - glyph.left) / 3
    }
    return [glyph for place, glyph in enumerate(row) if place not in shadows]
