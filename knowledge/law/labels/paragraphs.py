"""Paragraphs, put together again from lines that were wrapped or cut by a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from knowledge.law.labels.labels import label_of
from knowledge.law.labels.lines import CELL_SEAM, Line, terminated

_FULL_LINE = 60
"""Characters that a line holds at least when a page ends behind it in mid-sentence."""
_TAIL = 200
"""Characters of the text before a line that can tell whether its sentence goes on."""
_WRAPPED_SHARE = 0.3
"""Share of the breaks inside a document that go on in small letters when it is hard-wrapped."""


_NOTE = re.compile(r"\([A-ZĐÀ-Ỹ][^()]*\)[.;]?")


class Break(Enum):
    """The seam between a line and the line before it in the same unit."""

    START = auto()
    """Nothing stands before it."""
    WRAP = auto()
    """The sentence goes on."""
    PARAGRAPH = auto()
    """A new paragraph begins."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The way in which the lines of a document were set.

    `runs` are the runs of words that end with a capitalised one and stand on one line: two words if
    both are capitalised, else three. They tell a wrapped line from a new paragraph where the break
    falls before a capital: "Ban" and "Giám" stand together elsewhere, "thi hành" and "Nghị" never.
    """

    wrapped: bool = False
    runs: frozenset[tuple[str, ...]] = frozenset()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of sentences without a line break."""

    text: str
    first_line: int
    last_line: int


def layout_of(lines: Sequence[Line]) -> Layout:
    """Return how the lines of a document were set."""
    breaks = [
        (before.text, after.text)
        for before, after in pairwise(lines)
        if not after.after_blank and label_of(after.text) is None
    ]
    flowing = sum(1 for before, after in breaks if after[0].islower() and not terminated(before))
    return Layout(
        wrapped=flowing > _WRAPPED_SHARE * len(breaks),
        runs=frozenset(run for line in lines for run in _runs(line.text)),
    )


def is_note(text: str) -> bool:
    """Return True for a line all in brackets: "(Chi tiết tại Phụ lục kèm theo)"."""
    return _NOTE.fullmatch(text) is not None


def break_between(before: str, after: Line, layout: Layout) -> Break:
    """Return what parts the line `after` from the text `before` it."""
    if not before:
        return Break.START
    before, first = before[-_TAIL:], after.text[0]
    if after.apart or CELL_SEAM in before or CELL_SEAM in after.text:
        return Break.PARAGRAPH
    if first.islower() or before[-1] in ",(-–" or (before[-1] == ":" and first.isdigit()):
        return Break.WRAP
    if terminated(before):
        return Break.PARAGRAPH
    if not first.isupper():
        return Break.WRAP
    may_flow = len(before) >= _FULL_LINE if after.after_blank else layout.wrapped
    seam = _run([*before.split()[-2:], after.text.split()[0]])
    return Break.WRAP if may_flow and seam in layout.runs else Break.PARAGRAPH


def join_lines(lines: Iterable[Line], layout: Layout) -> list[Paragraph]:
    """Return the paragraphs that `lines` make up."""
    paragraphs: list[Paragraph] = []
    for line in lines:
        before = paragraphs[-1].text if paragraphs else ""
        if break_between(before, line, layout) is Break.WRAP:
            paragraphs.append(extended(paragraphs.pop(), line))
        else:
            paragraphs.append(Paragraph(line.text, line.number, line.number))
    return paragraphs


def extended(paragraph: Paragraph, line: Line) -> Paragraph:
    """Return `paragraph` with the words of `line` behind its own."""
    return Paragraph(f"{paragraph.text} {line.text}", paragraph.first_line, line.number)


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    """Return the run that leads up to each capitalised word of `text`."""
    words = text.split()
    for end in range(2, len(words) + 1):
        if words[end - 1][0].isupper():
            yield _run(words[max(0, end - 3) : end])


def _run(words: Sequence[str]) -> tuple[str, ...]:
    """Return the last two of `words` if both are capitalised, else all of them."""
    return tuple(words[-2:] if words[-2][0].isupper() else words)
