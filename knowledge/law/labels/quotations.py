"""The new wording that an amending document quotes: its labels are not the document's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.law.labels.label_forms import is_labelled
from knowledge.law.labels.lines import Line

_OPENING = re.compile(r"[“\"]")
_CLOSING = re.compile(r"[”\"]\s*[.;,]?$")
_MARK = re.compile(r"[“”\"]")
_AMENDS = re.compile(
    r"sửa đổi|sửa lại|viết lại|bổ sung|thay thế|thay bằng|đính chính", re.IGNORECASE
)
"""Verbs of a sentence that announces the new wording of a provision."""
_LONGEST_ANNOUNCEMENT = 8
"""Lines over which what announces a wording may be wrapped."""
_MOST_UNCLOSED = 50
"""Marks never closed after which no more wordings are looked for."""
_LONGEST = 2_000
"""Lines that a quoted wording may have; a mark that is never closed quotes nothing."""


def set_apart(lines: Sequence[Line]) -> tuple[list[Line], frozenset[int]]:
    """Return `lines`, and the numbers of those that are the words of a quoted wording.

    A wording begins in a line after a colon and ends with the line that closes its marks. In it,
    each label begins a paragraph of the unit that quotes. Its first line counts only behind words
    that amend: elsewhere the mark before a label may be a fault of the copy.
    """
    quoted: set[int] = set()
    place, unclosed = 1, 0
    while place < len(lines) and unclosed < _MOST_UNCLOSED:
        end = place
        if lines[place - 1].text.endswith(":") and bool(_OPENING.match(lines[place].text)):
            end = _end_of_wording(lines, place)
            unclosed += end == place
        first = place if end > place and _amends(lines, place) else place + 1
        quoted.update(line.number for line in lines[first:end])
        place = max(end, place + 1)
    marked = [
        replace(line, apart=True) if line.number in quoted and is_labelled(line.text) else line
        for line in lines
    ]
    return marked, frozenset(quoted)


def _amends(lines: Sequence[Line], place: int) -> bool:
    """Return True if the unit that announces the wording at `place` says that it amends."""
    for line in reversed(lines[max(0, place - _LONGEST_ANNOUNCEMENT) : place]):
        if _AMENDS.search(line.text):
            return True
        if is_labelled(line.text):
            return False
    return False


def _end_of_wording(lines: Sequence[Line], place: int) -> int:
    """Return the place behind the wording that begins at `place`, `place` where it has no end."""
    depth = 0
    for end, line in enumerate(lines[place : place + _LONGEST], start=place):
        depth = depth_after(line.text, depth)
        if depth <= 0 and _CLOSING.search(line.text):
            return end + 1
    return place


def depth_after(text: str, depth: int) -> int:
    """Return how many quotation marks are open after `text`; straight ones close each other."""
    for mark in _MARK.findall(text):
        if mark == '"':
            depth += -1 if depth else 1
        else:
            depth += 1 if mark == "“" else -1
    return depth


def without_quotes(text: str) -> str:
    """Return `text` with nothing between its quotation marks; a mark never closed quotes nothing.

    The text is passed once, however many marks there are.
    """
    kept: list[str] = []
    opened: list[tuple[int, str]] = []
    end = 0
    for match in _MARK.finditer(text):
        kept.append(text[end : match.start()])
        end = match.end()
        mark = match.group()
        if opened and (mark == "”" or mark == opened[-1][1] == '"'):
            place, _ = opened.pop()
            del kept[place:]
            kept.append("“”")
        else:
            if mark != "”":
                opened.append((len(kept), mark))
            kept.append(mark)
    return "".join([*kept, text[end:]])
