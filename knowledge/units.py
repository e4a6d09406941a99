"""The units of a document's body: every Điều, khoản, điểm and gạch đầu dòng with its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.findings import Fault, Finding
from knowledge.labels import Label, label_of, place
from knowledge.lines import Line, terminated
from knowledge.paragraphs import Break, Layout, Paragraph, break_between, join_lines
from knowledge.resolution import Address, Part, Provision, parent


@dataclass(slots=True)
class _Draft:
    """A unit that is still being read."""

    address: Address
    first_line: int
    lines: list[Line] = field(default_factory=list)


class UnitReader:
    """Reads the body line by line; `drafts` and `findings` grow with it."""

    def __init__(self, resolution: str, layout: Layout) -> None:
        self._layout = layout
        self._current = Address(resolution, Part.ARTICLE)
        self.drafts: list[_Draft] = []
        self.findings: list[Finding] = []

    def read(self, line: Line) -> None:
        """Take the next line: the label of a new unit, or more words of the last one."""
        label = label_of(line.text)
        placement = place(label, self._current, self._after_end(line)) if label else None
        if label is None or placement is None:
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
        """Return what was read, in the text's order."""
        outer = {parent(draft.address) for draft in self.drafts}
        return tuple(self._provision(draft, draft.address in outer) for draft in self.drafts)

    def _after_end(self, line: Line) -> bool:
        before = self.drafts[-1].lines[-1].text if self.drafts and self.drafts[-1].lines else ""
        return line.after_blank or not before or terminated(before)

    def _open(self, line: Line, label: Label, address: Address) -> None:
        self._current = address
        self.drafts.append(_Draft(address, line.number))
        if label.rest:
            self._append(Line(line.number, label.rest, line.after_blank))

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


def read_units(
    lines: Sequence[Line], resolution: str, layout: Layout
) -> tuple[tuple[Provision, ...], list[Finding]]:
    """Return the provisions that `lines` hold, the first of them an article's label, and faults."""
    reader = UnitReader(resolution, layout)
    for line in lines:
        reader.read(line)
    return reader.provisions(), reader.findings
