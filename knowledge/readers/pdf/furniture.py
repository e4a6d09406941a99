"""The lines that stand on every page around the text: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.labels import label_of
from knowledge.readers.pdf.printed import PrintedLine

_EDGE = 2
"""Lines at the top and at the foot of a page that may be furniture."""
_FEWEST = 3
"""Pages that must repeat a line before it is furniture."""
_NUMBER = re.compile(r"(?:Trang ?)?[-–—]? ?(\d{1,4}) ?[-–—]?(?: ?/ ?\d{1,4})?", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def without_furniture(lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[Finding]]:
    """Return `lines` without what pages repeat at their edges, and what that was."""
    edges = [
        line for page in _pages(lines) for line in dict.fromkeys((*page[:_EDGE], *page[-_EDGE:]))
    ]
    repeated = Counter(_pattern(line) for line in edges)
    pages = len({line.page for line in lines})
    often = max(_FEWEST, (pages + 1) // 2)
    usual = {pattern for pattern, count in repeated.items() if count >= often}
    numbers = _page_numbers(lines)
    # articles and clauses that begin alike are no headers
    gone = [
        line
        for line in edges
        if line in numbers or (_pattern(line) in usual and label_of(line.text) is None)
    ]
    kept = [line for line in lines if line not in set(gone)]
    counts = Counter(_DIGITS.sub("#", line.text) for line in gone)
    first = {_DIGITS.sub("#", line.text): line.text for line in reversed(gone)}
    return kept, [
        Finding(FindingKind.LEFT_OUT, 1, first[pattern][:60], str(count))
        for pattern, count in counts.items()
    ]


def _pages(lines: Iterable[PrintedLine]) -> list[list[PrintedLine]]:
    pages: defaultdict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return list(pages.values())


def _pattern(line: PrintedLine) -> tuple[str, int]:
    """Return what the same line on another page has in common: its words and its height."""
    return _DIGITS.sub("#", line.text), round(line.base / line.size)


def _page_numbers(lines: Iterable[PrintedLine]) -> set[PrintedLine]:
    """Return the lines at the edges that say which page it is, counted from a common first one."""
    offset_of = {
        line: int(match[1]) - line.page
        for page in _pages(lines)
        for line in (page[0], page[-1])
        if (match := _NUMBER.fullmatch(line.text))
    }
    offsets = Counter(offset_of.values())
    return {line for line, offset in offset_of.items() if offset == 0 or offsets[offset] >= _FEWEST}
