"""Columns of a page: the head and the signature set side by side, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.readers.pdf.printed import PrintedLine
from knowledge.readers.text.tables import is_frame, table_lines


@dataclass(frozen=True, slots=True)
class ColumnBlock:
    """Text of columns, which no other line goes on, or one line of running text."""

    line: PrintedLine
    texts: tuple[str, ...] = ()


def blocks(lines: Sequence[PrintedLine]) -> Iterator[ColumnBlock]:
    """Yield `lines` as blocks: the lines that stand side by side together, any other by itself."""
    place = 0
    while place < len(lines):
        beside = _side_by_side(lines[place:])
        if not beside:
            yield ColumnBlock(lines[place])
            place += 1
            continue
        yield ColumnBlock(beside[-1], tuple(_texts(beside)))
        place += len(beside)


def _side_by_side(lines: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    """Return the lines at the start of `lines` that stand in the same columns, none for prose."""
    if len(lines[0].segments) == 1:
        return ()
    beside = lines[: _reach(lines)]
    if any(is_frame(line.text) and "Nơi nhận" in line.text for line in beside):
        return beside
    last = max(place for place, line in enumerate(beside) if len(line.segments) > 1)
    return beside[: last + 1]


def _texts(beside: Sequence[PrintedLine]) -> Iterator[str]:
    """Yield the text of the columns: of a frame one after the other, of a table row by row."""
    if not is_frame("\n".join(segment.text for line in beside for segment in line.segments)):
        yield from table_lines([[segment.text] for segment in line.segments] for line in beside)
        return
    split = _gutter(beside).middle
    for right in (False, True):
        for line in beside:
            for segment in line.segments:
                if (segment.left >= split) is right:
                    yield segment.text


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The free space between two columns, from `left` to `right`."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def beside(self, line: PrintedLine) -> _Gutter | None:
        """Return what `line` leaves free as well, None where it crosses the gutter."""
        left, right = self.left, self.right
        for segment in line.segments:
            if segment.left >= left:
                right = min(right, segment.left)
            elif segment.right <= right:
                left = max(left, segment.right)
            else:
                return None
        return _Gutter(left, right) if left < right else None


def _widest_gap(line: PrintedLine) -> _Gutter:
    widest = max(pairwise(line.segments), key=lambda pair: pair[1].left - pair[0].right)
    return _Gutter(widest[0].right, widest[1].left)


def _reach(lines: Sequence[PrintedLine]) -> int:
    """Return how many of `lines` leave the gutter of the first free, on its page."""
    gutter = _widest_gap(lines[0])
    for place, line in enumerate(lines):
        free = gutter.beside(line) if line.page == lines[0].page and place else gutter
        if free is None or line.page != lines[0].page:
            return place
        gutter = free
    return len(lines)


def _gutter(beside: Sequence[PrintedLine]) -> _Gutter:
    """Return what all lines of `beside` leave free."""
    gutter = _widest_gap(beside[0])
    for line in beside[1:]:
        gutter = gutter.beside(line) or gutter
    return gutter
