"""Lines of a source, freed from the marks that converters leave around the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.labels import LabelLevel, label_of

CELL_SEAM = " | "
"""The mark between two cells of a row in a table."""
ROW_END = " |"
"""The end of a row of one cell, if a reader knows that it is of a table."""
_TABLE_MARKS = re.compile(r"\|[|\s]*|[-–—_=]{3,}|[*_](?:\s*[*_])+|-(?:\s+-){2,}")
"""A line of marks alone: of a table, a rule, or bold type around nothing."""
_HEADING_MARK = re.compile(r"#{1,6}\s+")
_ESCAPE = re.compile(r"\\(?=[^\w\s\\])")
_UNDERLINED = re.compile(r"(?<![\w_])_{1,3}(?=[^\W_])|(?<=[^\s_])_{1,3}(?![\w_])")
"""Strokes of emphasis at the edge of a word; those inside a word are its own."""
_EMPHASIS = re.compile(r"(?!(?<=[(\[])\*{1,3}[)\]])(?:\*+(?=\S)|(?<=\S)\*+)")
"""Stars of emphasis at a word; "(*)" and "[**]" are marks of notes."""
_GLUED_EMPHASIS = re.compile(r"(?<=\w)\*\*(?=[^\W\d_])")
"""Stars between two words: a converter joined what bold type parted."""
_SPACE_BEFORE_MARK = re.compile(r"\b\w+ +[;,.:](?=\s|$)")
_CLAUSE_AFTER_HEADING_MARK = re.compile(r"#{1,6}\s+\**\d+\.\s")
_TERMINATED = re.compile(r"[.;:!?…][”\"')\]]*$")
"""The end of a sentence, perhaps behind closing marks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words in it; `number` counts from 1 in the source.

    `marked` tells whether the source had bold or italic marks on it, `apart` that it begins a
    paragraph whatever stands before it, `row` that it is a row of a table, whose number labels no
    unit.
    """

    number: int
    text: str
    after_blank: bool = False
    marked: bool = False
    apart: bool = False
    row: bool = False


def clean_lines(raw: Sequence[str]) -> tuple[list[Line], list[Finding]]:
    """Return the lines of `raw` that hold words, without marks, and what was taken off."""
    lines: list[Line] = []
    findings: list[Finding] = []
    blank = False
    for number, text in enumerate(raw, start=1):
        if _TABLE_MARKS.fullmatch(text):
            findings.append(Finding(FindingKind.TABLE_MARKS, number, text.strip()))
            continue
        findings.extend(_marks_of(number, text))
        for words in _without_marks(text):
            before = lines[-1] if lines else None
            line = Line(number, words, blank, bool(_EMPHASIS.search(text)))
            lines.append(_as_row(line, text, before) if "|" in text else line)
            findings += [
                Finding(FindingKind.SPACING, number, match.group())
                for match in _SPACE_BEFORE_MARK.finditer(words)
            ]
            findings.extend(_numbered_row(lines[-1], before))
            blank = False
        blank = blank or not text
    return lines, findings


def terminated(text: str) -> bool:
    """Return True if `text` ends where a sentence, a list item or a row of a table ends."""
    return _TERMINATED.search(text) is not None or CELL_SEAM in text


def _without_marks(text: str) -> list[str]:
    """Return the words of `text`, in two where bold type alone parts them."""
    text = _unescaped(text)
    text = _HEADING_MARK.sub("", text, count=1) if text.startswith("#") else text
    if text.startswith("*") and text[1:2].isalpha() and text.count("*") % 2:
        text = f"* {text[1:]}"  # a star without another: a bullet that stands at its word
    parted = _GLUED_EMPHASIS.sub("\n", text.strip("| ")).split("\n")
    words = (" ".join(_EMPHASIS.sub("", part).split()) for part in parted)
    return [part for part in words if part]


def _unescaped(text: str) -> str:
    """Return `text` without the strokes of emphasis ("__a)__") and those that escape marks."""
    text = _ESCAPE.sub("", text) if "\\" in text else text
    return _UNDERLINED.sub("", text) if "_" in text else text


def _as_row(line: Line, text: str, before: Line | None) -> Line:
    """Return `line`, written as `text`, as a row if it is one of a table; `before` precedes it.

    An article may be set in a table of its own; a table of figures may name it in a further row.
    """
    follows = before is not None and before.row and not line.after_blank
    label = label_of(line.text)
    if label and label.level is LabelLevel.ARTICLE and not follows:
        if label.rest[:1] != "|":
            return line
        # the label and the words of the article stand in two cells
        return replace(line, text=" ".join(line.text.split(CELL_SEAM, maxsplit=1)))
    framed = text.endswith("|") and (follows or not text.startswith("|"))
    is_row = CELL_SEAM in line.text or framed
    return replace(line, row=True, apart=True) if is_row else line


def _numbered_row(line: Line, before: Line | None) -> Iterable[Finding]:
    """Yield the first row of a table that is numbered as a unit is."""
    label = label_of(line.text) if line.row else None
    follows = before is not None and before.row and label_of(before.text) is not None
    if label and label.level is not LabelLevel.BULLET and not follows:
        yield Finding(FindingKind.NUMBERED_ROWS, line.number, line.text[:60])


def _marks_of(number: int, text: str) -> Iterable[Finding]:
    if _EMPHASIS.search(text) or _HEADING_MARK.match(text) or text != _unescaped(text):
        yield Finding(FindingKind.MARKDOWN, number, text[:40])
    if _CLAUSE_AFTER_HEADING_MARK.match(text):
        yield Finding(FindingKind.HEADING_MARK, number, text[:40])
