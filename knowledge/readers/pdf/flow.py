"""Paragraphs, told from printed lines by how full these are and where they begin.

A person broke a line if its first word would have had room in the line above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from statistics import median

from knowledge.law.labels.label_forms import is_labelled
from knowledge.law.labels.lines import terminated
from knowledge.readers.pdf.columns import ColumnBlock
from knowledge.readers.pdf.printed import PrintedLine

_BLANK = 0.25
"""Width of a blank, as a part of the letters' height."""
_SLACK = 0.3
"""Part of the height by which measures may be wrong."""
_INDENT = 0.6
"""Part of the height from which a line is indented."""
_APART = 1.3
"""Times the usual distance of lines from which a new paragraph begins."""
_FAR_APART = 1.7
"""Times the usual distance from which an empty line stands between."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """The setting of a document: its margins, the distance of its lines, whether it indents."""

    left: float
    right: float
    pitch: float
    indents: bool


def flowing(blocks: Sequence[ColumnBlock]) -> list[str]:
    """Return the paragraphs that `blocks` make up; an empty one stands for a wide distance."""
    setting = _setting_of([block.line for block in blocks if not block.texts])
    paragraphs: list[str] = []
    before: PrintedLine | None = None
    for block in blocks:
        if block.texts:
            paragraphs += ["", *block.texts, ""]
            before = None
            continue
        if before and not _parted(before, block.line, setting):
            paragraphs[-1] = f"{paragraphs[-1]} {block.line.text}"
        else:
            if before and _distance(before, block.line) > _FAR_APART * setting.pitch:
                paragraphs.append("")
            paragraphs.append(block.line.text)
        before = block.line
    return paragraphs


def _setting_of(lines: Sequence[PrintedLine]) -> _Setting:
    edges = sorted(line.right for line in lines)
    right = edges[ceil(0.95 * (len(edges) - 1))] if edges else 0  # a few lines may pass the margin
    follows = [(line, _has_room(before, line, right)) for before, line in pairwise(lines)]
    counts = Counter(round(line.left) for line, begins in follows if not begins)
    left = min(counts, key=lambda place: (-counts[place], place), default=0)
    starts = [line for line, begins in follows if begins]
    indented = sum(line.left > left + _INDENT * line.size for line in starts)
    return _Setting(
        left=left,
        right=right,
        pitch=median(
            [line.base - other.base for line, other in pairwise(lines) if line.page == other.page]
            or [0.0]
        ),
        indents=indented * 2 > len(starts),
    )


def _parted(before: PrintedLine, line: PrintedLine, setting: _Setting) -> bool:
    """Return True if a paragraph ends with `before` and another begins with `line`."""
    if _has_room(before, line, setting.right) or _distance(before, line) > _APART * setting.pitch:
        return True
    if setting.indents:
        return line.left > setting.left + _INDENT * line.size
    begins_anew = line.text[0].isupper() or is_labelled(line.text)
    return begins_anew and terminated(before.text)


def _has_room(before: PrintedLine, line: PrintedLine, right: float) -> bool:
    """Return True if the first word of `line` would have fitted behind `before`."""
    needed = line.segments[0].first_word + (_BLANK + _SLACK) * before.size
    return before.right + needed < right


def _distance(before: PrintedLine, line: PrintedLine) -> float:
    """Return how far `line` stands below `before`, 0 across pages."""
    return before.base - line.base if before.page == line.page else 0
