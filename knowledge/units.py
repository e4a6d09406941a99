"""The units of a document's body: every Điều, khoản, điểm and gạch đầu dòng with its own words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from knowledge.divisions import DivisionDraft, DivisionLabel, division_label, drafted
from knowledge.findings import Fault, Finding
from knowledge.labels import Label, Level, label_of, place
from knowledge.lines import Line, terminated
from knowledge.paragraphs import Break, Layout, Paragraph, break_between, join_lines
from knowledge.quotations import set_apart
from knowledge.resolution import Address, Aside, Division, Provision, parent

_INSERTED = {
    Level.ARTICLE: re.compile(r"Điều\s+\d+[a-zđ]\d*\s*[.:](?:\s|$)", re.IGNORECASE),
    Level.CLAUSE: re.compile(r"\d+[a-zđ]\d?\.(?:\s|$)"),
    Level.POINT: re.compile(r"[a-zđ]\d\)(?:\s|$)"),
}
"""Labels of units that an amendment put between others: "Điều 5a.", "2a.", "a1)"."""
_DEPTHS = {level: depth for depth, level in enumerate(Level)}


@dataclass(slots=True)
class _Draft:
    """A unit that is still being read; what has no address is set aside."""

    address: Address | None
    first_line: int
    lines: list[Line] = field(default_factory=list)


class UnitReader:
    """Reads the body line by line; `drafts` and `findings` grow with it."""

    def __init__(self, root: Address, layout: Layout, quoted: Container[int] = ()) -> None:
        self._layout = layout
        self._quoted = quoted
        self._current = root
        self._division: DivisionDraft | None = None
        self._aside: Level | None = None
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
        inserted = _inserted(line.text) if self._after_end(line) else None
        if self._division and Level.ARTICLE not in {inserted, label.level if label else None}:
            if not self.drafts or (label is None and self._division.takes(line)):
                self._division.lines.append(line)
                return
            self._give_up_division()
        if inserted and not self._is_inside_aside(inserted):
            self._read_inserted(line, inserted)
        elif label and not self._is_inside_aside(label.level):
            self._read_unit(line, label)
        else:
            self._continue(line)

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

    def _read_inserted(self, line: Line, level: Level) -> None:
        """Set aside what an amendment put between; after a colon it is new wording to quote."""
        if self._announced():
            self._note(Fault.UNPLACED, line)
            self._continue(line)
            return
        self._note(Fault.INSERTED, line)
        self._set_aside(line, level)

    def _read_unit(self, line: Line, label: Label) -> None:
        after_end = self._after_end(line)
        placement = place(label, self._current, after_end)
        other = label.level is Level.ARTICLE and int(label.sign) != self._current.article
        lost = other and after_end
        if placement and placement.fault:
            self._note(placement.fault, line, placement.expected)
        elif placement is None and lost:
            self._note(Fault.UNPLACED, line)
        if placement and placement.fault is not Fault.NUMBERING_REPEAT:
            self._open(line, label, placement.address)
        elif lost and not self._announced():
            self._set_aside(line, Level.ARTICLE)
        elif placement:
            self._append(line)
        else:
            self._continue(line)

    def _set_aside(self, line: Line, level: Level) -> None:
        """Begin what has no address of its own, up to the next label of `level` or further out."""
        self._aside = level
        if level is Level.ARTICLE:
            self._division = None
        self.drafts.append(_Draft(None, line.number))
        self._append(replace(line, apart=True))

    def _is_inside_aside(self, level: Level) -> bool:
        return self._aside is not None and _DEPTHS[level] > _DEPTHS[self._aside]

    def provisions(self) -> tuple[Provision, ...]:
        """Return what was read, in the text's order; headings at its end are words of the last."""
        if self._division and self.drafts:
            self._give_up_division()
        addresses = (draft.address for draft in self.drafts)
        outer = {parent(address) for address in addresses if address}
        return tuple(
            self._provision(draft, draft.address, draft.address in outer)
            for draft in self.drafts
            if draft.address
        )

    def asides(self) -> tuple[Aside, ...]:
        """Return what has no address, in the text's order."""
        return tuple(
            aside_of(draft.lines, self._layout) for draft in self.drafts if not draft.address
        )

    def _after_end(self, line: Line) -> bool:
        before = self._before()
        return bool(self._division) or line.after_blank or not before or terminated(before)

    def _announced(self) -> bool:
        """Return True if the words before announce a wording, as those of an amendment do."""
        return self._before().endswith(":") and not self._division

    def _before(self) -> str:
        return self.drafts[-1].lines[-1].text if self.drafts and self.drafts[-1].lines else ""

    def _open(self, line: Line, label: Label, address: Address) -> None:
        self._current = address
        self._aside = None
        if label.level is Level.ARTICLE:
            self._begin_article(address)
        self.drafts.append(_Draft(address, line.number))
        if label.rest:
            self._append(Line(line.number, label.rest, line.after_blank))

    def _begin_article(self, address: Address) -> None:
        """Note `address` as the first article of the divisions that still have none."""
        self._division = None
        for division in self.divisions:
            division.before = division.before or address

    def _append(self, line: Line) -> None:
        self.drafts[-1].lines.append(line)

    def _continue(self, line: Line) -> None:
        """Add `line` to the last unit and note what had torn it off."""
        draft = self.drafts[-1]
        before = draft.lines[-1].text if draft.lines else ""
        torn = break_between(before, line, self._layout)
        if draft.address is None:
            self._append(line)
            return
        titled = draft.address.clause is None and draft.address.point is None
        if titled and len(draft.lines) <= 1 and torn is not Break.PARAGRAPH:
            self._note(Fault.SPLIT_TITLE, line)
        elif torn is Break.WRAP:
            self._note(Fault.PAGE_BREAK if line.after_blank else Fault.WRAPPED_LINES, line)
        self._append(line)

    def _note(self, fault: Fault, line: Line, expected: str = "") -> None:
        self.findings.append(Finding(fault, line.number, line.text[:60], expected))

    def _provision(self, draft: _Draft, address: Address, has_units_inside: bool) -> Provision:
        paragraphs = join_lines(draft.lines, self._layout)
        titled = address.is_article
        heads = 1 if _has_heading(paragraphs, titled, has_units_inside) else 0
        return Provision(
            address=address,
            heading="".join(paragraph.text for paragraph in paragraphs[:heads]),
            text="\n".join(paragraph.text for paragraph in paragraphs[heads:]),
            first_line=draft.first_line,
            last_line=paragraphs[-1].last_line if paragraphs else draft.first_line,
        )


def _inserted(text: str) -> Level | None:
    """Return what the label that `text` starts with numbers, if an amendment put it between."""
    return next((level for level, label in _INSERTED.items() if label.match(text)), None)


def aside_of(lines: Sequence[Line], layout: Layout) -> Aside:
    """Return `lines`, one at least, as words without an address; a label begins a paragraph."""
    labelled = (replace(line, apart=line.apart or bool(label_of(line.text))) for line in lines)
    paragraphs = join_lines(labelled, layout)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    return Aside(text, lines[0].number, lines[-1].number)


def _has_heading(paragraphs: Sequence[Paragraph], article: bool, has_units_inside: bool) -> bool:
    """Return True if the first of `paragraphs` names the unit rather than rules something."""
    if not paragraphs or has_units_inside:
        return bool(paragraphs)
    return (article or len(paragraphs) > 1) and not terminated(paragraphs[0].text)


@dataclass(frozen=True, slots=True)
class Body:
    """The articles of a document, what has no address, the headings above, and the faults met."""

    provisions: tuple[Provision, ...]
    asides: tuple[Aside, ...]
    divisions: tuple[Division, ...]
    findings: tuple[Finding, ...]


def read_units(lines: Sequence[Line], root: Address, layout: Layout) -> Body:
    """Return what `lines` hold; the first of them is the label of an article or a division.

    `root` is the document, or the annex, whose articles they are.
    """
    marked, quoted = set_apart(lines)
    reader = UnitReader(root, layout, quoted)
    for line in marked:
        reader.read(line)
    provisions = reader.provisions()
    divisions, findings = drafted(reader.divisions), tuple(reader.findings)
    return Body(provisions, reader.asides(), divisions, findings)
