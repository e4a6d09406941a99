"""Words that a file holds and its text does not: crossed out, or hidden from whoever reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.lines import CELL_SEAM, ROW_END

_OPENING, _CLOSING = "\ufdd0", "\ufdd1"
"""Two code points that Unicode leaves to programs: no document holds them as letters."""
_PLACE = re.compile(rf"{_OPENING}(\d{{1,9}}){_CLOSING}")
_BLANK_BEFORE_MARK = re.compile(r" (?=[;,.:)])")
_RESERVED = dict.fromkeys(map(ord, _OPENING + _CLOSING))


class Cause(StrEnum):
    """The reason why words are left out; told as the detail of a finding."""

    STRUCK = "struck"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class _Omitted:
    words: str
    cause: Cause


class Omissions:
    """The words that a reader leaves out, so that the line is known once all lines are."""

    def __init__(self) -> None:
        self._omitted: list[_Omitted] = []

    def placeholder(self, words: str, cause: Cause) -> str:
        """Return what stands for `words` until `settle`, nothing for blanks."""
        words = " ".join(words.split())
        if not words:
            return ""
        self._omitted.append(_Omitted(words, cause))
        return f"{_OPENING}{len(self._omitted) - 1}{_CLOSING}"

    def settle(self, lines: Iterable[str]) -> tuple[list[str], list[Finding]]:
        """Return `lines` without placeholders, and what was left out in each of them."""
        settled: list[str] = []
        findings: list[Finding] = []
        for number, line in enumerate(lines, start=1):
            places = _PLACE.findall(line)
            settled.append(_closed_up(line) if places else line)
            findings += [
                Finding(FindingKind.LEFT_OUT, number, omitted.words[:60], omitted.cause.value)
                for omitted in (self._omitted[int(place)] for place in places)
            ]
        return settled, findings


def unreserved(text: str) -> str:
    """Return `text` without the code points that placeholders are made of."""
    return text.translate(_RESERVED)


def _closed_up(line: str) -> str:
    """Return `line` without placeholders, the gaps and the empty cells that they leave."""
    cells: list[str] = []
    for cell in line.split(CELL_SEAM):
        text = " ".join(_PLACE.sub("", cell).split())
        # a blank before a comma is the gap's, unless the cell had one before
        cells.append(text if _BLANK_BEFORE_MARK.search(cell) else _BLANK_BEFORE_MARK.sub("", text))
    row = CELL_SEAM.join(cell for cell in cells if cell)
    return "" if row == ROW_END.strip() else row
