"""Notes at the foot of a printed page, in small type or behind a mark of the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby
from statistics import median

from knowledge.law.labels.labels import label_of
from knowledge.law.labels.note_marks import Beginning, beginning_of, marks_in
from knowledge.readers.pdf.printed import PrintedLine

_SMALL = 0.95
"""Times the usual height up to which type is that of notes."""
_MOST_LINES = 40
"""Lines at the foot of a page that notes may take."""


def notes_apart(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[str]]:
    """Return `lines` without the notes at the foot of each page, and these as `[1] text`."""
    usual = median(line.size for line in lines) if lines else 0
    marked = {mark.sign for line in lines for mark in marks_in(line.text) if mark.start}
    kept: list[PrintedLine] = []
    notes: list[str] = []
    for _, group in groupby(lines, lambda line: line.page):
        page = list(group)
        start = _start(page, _SMALL * usual, marked)
        kept += page[:start]
        notes += _notes(page[start:], marked)
    return kept, notes


def _start(page: Sequence[PrintedLine], small: float, marked: Collection[str]) -> int:
    """Return where the notes of `page` begin, its end if it has none."""
    is_small = True
    start = len(page)
    for place in range(len(page) - 1, max(0, len(page) - _MOST_LINES) - 1, -1):
        line = page[place]
        is_small = is_small and line.size <= small
        if not is_small and label_of(line.text):
            break
        if _beginning(line, marked, bare=is_small):
            start = place
    return start


def _notes(lines: Sequence[PrintedLine], marked: Collection[str]) -> list[str]:
    notes: list[str] = []
    for line in lines:
        beginning = _beginning(line, marked, bare=True)
        if beginning:
            notes.append(f"[{beginning.sign}] {beginning.rest}")
        else:
            notes[-1] += f" {line.text}"
    return notes


def _beginning(line: PrintedLine, marked: Collection[str], *, bare: bool) -> Beginning | None:
    """Return the sign of a note that `line` begins with; in small type it may be a mere number."""
    beginning = beginning_of(line.text, bare=bare)
    return beginning if beginning and beginning.sign in marked else None
