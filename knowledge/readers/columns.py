"""Columns of a page: the head and the signature set side by side, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.readers.printed import Line, Segment
from knowledge.readers.tables import is_frame, table_lines


@dataclass(frozen=True, slots=True)
class Block:
    """Text of columns, which no other line goes on, or one line of running text."""

    line: Line
    texts: tuple[str, ...] = ()


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield `lines` as blocks: the lines that stand side by side together, any other by itself."""
    place = 0
    while place < len(lines):
        beside = _side_by_side(lines[place:])
        if not beside:
            yield Block(lines[place])
            place += 1
            continue
        yield Block(beside[-1], tuple(_texts(beside)))
        place += len(beside)


def _side_by_side(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines at the start of `lines` that stand in the same columns, none for prose."""
    if len(lines[0].segments) == 1:
        return ()
    split = _widest_gap(lines[0])
    crossing = (
        place
        for place, line in enumerate(lines)
        if line.page != lines[0].page or any(one.left < split < one.right for one in line.segments)
    )
    beside = lines[: next(crossing, len(lines))]
    if any(is_frame(line.text) and "Nơi nhận" in line.text for line in beside):
        return beside
    last = max(place for place, line in enumerate(beside) if len(line.segments) > 1)
    return beside[: last + 1]


def _texts(beside: Sequence[Line]) -> Iterator[str]:
    """Yield the text of the columns: of a frame one after the other, of a table row by row."""
    if not is_frame("\n".join(segment.text for line in beside for segment in line.segments)):
        yield from table_lines([[one.text] for one in line.segments] for line in beside)
        return
    split = _widest_gap(beside[0])
    for right in (False, True):
        for line in beside:
            for segment in line.segments:
                if (segment.left >= split) is right:
                    yield segment.text


def _widest_gap(line: Line) -> float:
    """Return the middle of the widest gap of `line`."""
    widest = max(pairwise(line.segments), key=_gap)
    return (widest[0].right + widest[1].left) / 2


def _gap(pair: tuple[Segment, Segment]) -> float:
    return pair[1].left - pair[0].right
