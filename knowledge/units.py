"""The units of a document's body: every Điều, khoản, điểm and gạch đầu dòng with its own words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from knowledge.divisions import DivisionDraft, DivisionLabel, division_label, drafted
from knowledge.findings import Fault, Finding
from knowledge.labels import Label, Level, label_of, place
from knowledge.lines import Line, terminated
from knowledge.paragraphs import Break, Layout, Paragraph, break_between, join_lines
from knowledge.quotations import set_apart
from knowledge.resolution import Address, Division, Part, Provision, parent

_INSERTED = re.compile(r"(?:Điều\s+\d+[a-zđ]\d*\s*[.:]|\d+[a-zđ]\.|[a-zđ]\d\))\s")
"""Labels of units that an amendment put between others: "Điều 5a.", "2a.", "a1)"."""


@dataclass(slots=True)
class _Draft:
    """A unit that is still being read."""

    address: Address
    first_line: int
    lines: list[Line] = field(default_factory=list)


class UnitReader:
    """Reads the body line by line; `drafts` and `findings` grow with it."""

    def __init__(self, resolution: str, layout: Layout, quoted: Container[int] = ()) -> None:
        self._layout = layout
        self._quoted = quoted
        self._current = Address(resolution, Part.ARTICLE)
        self._division: DivisionDraft | None = None
        self.drafts: list[_Draft] = []
        self.divisions: list[DivisionDraft] = []
        self.findings: list[Finding] = []

    def read(self, line: Line) -> None:
        """Take the next line: the label of a new unit, or more words of the last one."""
        if line.number in self._quoted:
            self._continue(line)
            return
        division = division_label(line.text)
        if division and self._after_end(line):
            self._divide(line, division)
            return
        label = label_of(line.text)
        if self._division and (label is None or label.level is not Level.ARTICLE):
            if not self.drafts or (label is None and self._division.takes(line)):
                self._division.lines.append(line)
                return
            self._give_up_division()
        self._read_unit(line, label)

    def _give_up_division(self) -> None:
        """Read headings that no article follows as words of the unit before them."""
        headings = [division for division in self.divisions if division.before is None]
        del self.divisions[len(self.divisions) - len(headings) :]
        self._division = None
        for heading in headings:
            self._note(Fault.UNPLACED, heading.line)
            for line in (heading.line, *heading.lines):
                self._append(line)

    def _divide(self, line: Line, label: DivisionLabel) -> None:
        self._division = DivisionDraft(label, line)
        self.divisions.append(self._division)

    def _read_unit(self, line: Line, label: Label | None) -> None:
        placement = place(label, self._current, self._after_end(line)) if label else None
        if label is None or placement is None:
            self._note_unplaced(line, label)
            self._continue(line)
            return
        if placement.fault:
            self.findings.append(
                Finding(placement.fault, line.number, line.text[:60], placement.expected)
            )
        if placement.fault is Fault.NUMBERING_REPEAT:
            self._append(line)
            return
        self._open(line, label, placement.address)

    def provisions(self) -> tuple[Provision, ...]:
        """Return what was read, in the text's order; headings at its end are words of the last."""
        if self._division and self.drafts:
            self._give_up_division()
        outer = {parent(draft.address) for draft in self.drafts}
        return tuple(self._provision(draft, draft.address in outer) for draft in self.drafts)

    def _after_end(self, line: Line) -> bool:
        if self._division:
            return True
        before = self.drafts[-1].lines[-1].text if self.drafts and self.drafts[-1].lines else ""
        return line.after_blank or not before or terminated(before)

    def _open(self, line: Line, label: Label, address: Address) -> None:
        self._current = address
        if label.level is Level.ARTICLE:
            self._begin_article(address)
        self.drafts.append(_Draft(address, line.number))
        if label.rest:
            self._append(Line(line.number, label.rest, line.after_blank))

    def _begin_article(self, address: Address) -> None:
        """Note `address` as the first article of the divisions that still have none."""
        self._division = None
        for division in self.divisions:
            division.before = division.before or address.article

    def _note_unplaced(self, line: Line, label: Label | None) -> None:
        """Report a line that looks like a unit of its own and is read as words of the last one."""
        lost = label is not None and label.level is Level.ARTICLE
        if (lost or _INSERTED.match(line.text)) and self._after_end(line):
            self._note(Fault.UNPLACED, line)

    def _append(self, line: Line) -> None:
        self.drafts[-1].lines.append(line)

    def _continue(self, line: Line) -> None:
        """Add `line` to the last unit and note what had torn it off."""
        draft = self.drafts[-1]
        before = draft.lines[-1].text if draft.lines else ""
        torn = break_between(before, line, self._layout)
        titled = draft.address.clause is None and draft.address.point is None
        if titled and len(draft.lines) <= 1 and torn is not Break.PARAGRAPH:
            self._note(Fault.SPLIT_TITLE, line)
        elif torn is Break.WRAP:
            self._note(Fault.PAGE_BREAK if line.after_blank else Fault.WRAPPED_LINES, line)
        self._append(line)

    def _note(self, fault: Fault, line: Line) -> None:
        self.findings.append(Finding(fault, line.number, line.text[:60]))

    def _provision(self, draft: _Draft, has_units_inside: bool) -> Provision:
        paragraphs = join_lines(draft.lines, self._layout)
        titled = draft.address.path[1:] == (None, None, None)
        heads = 1 if _has_heading(paragraphs, titled, has_units_inside) else 0
        return Provision(
            address=draft.address,
            heading="".join(paragraph.text for paragraph in paragraphs[:heads]),
            text="\n".join(paragraph.text for paragraph in paragraphs[heads:]),
            first_line=draft.first_line,
            last_line=paragraphs[-1].last_line if paragraphs else draft.first_line,
        )


def _has_heading(paragraphs: Sequence[Paragraph], article: bool, has_units_inside: bool) -> bool:
    """Return True if the first of `paragraphs` names the unit rather than rules something."""
    if not paragraphs or has_units_inside:
        return bool(paragraphs)
    return (article or len(paragraphs) > 1) and not terminated(paragraphs[0].text)


@dataclass(frozen=True, slots=True)
class Body:
    """The articles of a document, the headings above them, and the faults met."""

    provisions: tuple[Provision, ...]
    divisions: tuple[Division, ...]
    findings: tuple[Finding, ...]


def read_units(lines: Sequence[Line], resolution: str, layout: Layout) -> Body:
    """Return what `lines` hold; the first of them is the label of an article or a division."""
    marked, quoted = set_apart(lines)
    reader = UnitReader(resolution, layout, quoted)
    for line in marked:
        reader.read(line)
    provisions = reader.provisions()
    return Body(provisions, drafted(reader.divisions), tuple(reader.findings))
