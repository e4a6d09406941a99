"""The units of a document's body: every Điều, khoản, điểm and gạch đầu dòng with its own words."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.divisions import DivisionDraft, division_label, drafted
from knowledge.law.labels.labels import Label, LabelLevel, Placement, is_put_in, label_of, place
from knowledge.law.labels.lines import Line, terminated
from knowledge.law.labels.paragraphs import Break, Layout, break_between, is_note
from knowledge.law.labels.quotations import set_apart
from knowledge.law.resolution import Address, Aside, Division, Provision
from knowledge.law.signs import number_sign
from knowledge.parsing.body.bullets import Bullets
from knowledge.parsing.body.series import (
    LabelJudgement,
    LabelVerdict,
    Series,
    SeriesSituation,
    hides,
)
from knowledge.parsing.body.unit_drafts import UnitDraft, asides_of, provisions_of

_REMEMBERED = 100
"""Lines of a unit in which a list inside it is looked for."""


@dataclass(frozen=True, slots=True)
class DocumentBody:
    """The articles of a document, what has no address, the headings above, and the faults met."""

    provisions: tuple[Provision, ...]
    asides: tuple[Aside, ...]
    divisions: tuple[Division, ...]
    findings: tuple[Finding, ...]


class UnitReader:
    """Reads the body line by line; `drafts` and `findings` grow with it."""

    def __init__(self, root: Address, layout: Layout, quoted: Container[int] = ()) -> None:
        self._layout = layout
        self._quoted = quoted
        self._current = root
        self._division: DivisionDraft | None = None
        self._aside = False
        self._series = Series()
        self._bullets = Bullets()
        self.drafts: list[UnitDraft] = []
        self.divisions: list[DivisionDraft] = []
        self.findings: list[Finding] = []

    def read(self, line: Line, following: str = "") -> None:
        """Take the next line: the label of a new unit, or more words of the last one."""
        division = division_label(line.text)
        if line.number in self._quoted or (line.row and self.drafts and not self._division):
            self._continue(line)
        elif division and self._after_end(line):
            self._division = DivisionDraft(division, line)
            self.divisions.append(self._division)
        else:
            self._read_labelled(line, self._judged(line, following))

    def _judged(self, line: Line, following: str) -> LabelJudgement:
        """Return what `line` begins with; note what looks like a label and cannot be read."""
        situation, usual = self._situation(line, following), label_of(line.text)
        if usual:
            judgement = LabelJudgement(LabelVerdict.UNIT, usual)
        else:
            judgement = self._series.judge(line.text, situation)
        is_bullet = judgement.label is not None and judgement.label.level is LabelLevel.BULLET
        unread = judgement.verdict is LabelVerdict.UNREAD or (
            is_bullet and hides(line.text, situation)
        )
        if unread and not self._aside:
            self._note(FindingKind.UNREAD_LABEL, line)
        return judgement

    def _read_labelled(self, line: Line, judgement: LabelJudgement) -> None:
        label = judgement.label if judgement.verdict is LabelVerdict.UNIT else None
        if self._division and (label is None or label.level is not LabelLevel.ARTICLE):
            if not self.drafts or (label is None and self._division.takes(line)):
                self._division.lines.append(line)
                return
            self._give_up_division()
        if label and (label.level is LabelLevel.ARTICLE or not self._aside):
            self._read_unit(line, label, judgement.form)
        elif judgement.verdict in {LabelVerdict.INNER, LabelVerdict.UNREAD}:
            self._append(replace(line, apart=self._after_end(line)))
        else:
            self._continue(line)

    def _situation(self, line: Line, following: str = "") -> SeriesSituation:
        after_end = self._after_end(line)
        return SeriesSituation(self._current, self._unit, self._before(), after_end, following)

    def _unit(self) -> list[str]:
        """Return the last lines of the unit that is being read, with those of its bullets."""
        lines: list[str] = []
        for draft in reversed(self.drafts):
            lines += [line.text for line in draft.lines[-_REMEMBERED:]]
            if draft.address is None or draft.address.bullet is None or len(lines) > _REMEMBERED:
                break
        return lines

    def _give_up_division(self) -> None:
        """Read headings that no article follows as words of the unit before them."""
        headings = [division for division in self.divisions if division.before is None]
        del self.divisions[len(self.divisions) - len(headings) :]
        self._division = None
        for heading in headings:
            self._note(FindingKind.UNPLACED, heading.line)
            for line in (heading.line, *heading.lines):
                self._append(line)

    def _read_unit(self, line: Line, label: Label, form: str) -> None:
        placement, after_end = self._placement(line, label), self._after_end(line)
        other = (
            label.level is LabelLevel.ARTICLE and number_sign(label.sign) != self._current.article
        )
        lost = after_end and (other or (is_put_in(label) and self._announced()))
        if placement and placement.fault:
            self._note(placement.fault, line, placement.expected)
        elif placement is None and lost:
            self._note(FindingKind.UNPLACED, line)
        if placement and placement.fault is not FindingKind.NUMBERING_REPEAT:
            self._open(line, label, placement.address, form)
        elif lost and not self._announced():
            self._set_aside(line)
        elif placement:
            self._append(line)
        else:
            self._continue(line)

    def _placement(self, line: Line, label: Label) -> Placement | None:
        """Return where `label` leads, None in a sentence and in wording that is to be put in."""
        in_sentence = self._situation(line).in_sentence and label.level is not LabelLevel.BULLET
        if in_sentence or (is_put_in(label) and self._announced()):
            return None
        return place(label, self._current, self._after_end(line))

    def _set_aside(self, line: Line) -> None:
        """Begin what has no address of its own, up to the next article."""
        self._aside = True
        self._division = None
        self.drafts.append(UnitDraft(None, line.number))
        self._append(replace(line, apart=True))

    def body(self) -> DocumentBody:
        """Return what was read, in the text's order; headings at its end are words of the last."""
        if self._division and self.drafts:
            self._give_up_division()
        return DocumentBody(
            provisions_of(self.drafts, self._layout),
            asides_of(self.drafts, self._layout),
            drafted(self.divisions),
            tuple(self.findings),
        )

    def _after_end(self, line: Line) -> bool:
        before = self._before()
        return bool(self._division) or line.after_blank or not before or terminated(before)

    def _announced(self) -> bool:
        """Return True if the words before announce a wording, as those of an amendment do."""
        return self._before().endswith(":") and not self._division

    def _before(self) -> str:
        return self.drafts[-1].last_words if self.drafts else ""

    def _open(self, line: Line, label: Label, address: Address, form: str) -> None:
        if label.level is LabelLevel.BULLET and self._bullets.are_inside(
            label.sign, self._announced()
        ):
            self._append(replace(line, apart=True))
            return
        if self._series.open(label, form):
            self._note(FindingKind.OTHER_FORM, line, _name(address))
        if label.level is not LabelLevel.BULLET:
            self._bullets.begin()
        self._current = address
        self._aside = False
        if label.level is LabelLevel.ARTICLE:
            self._division = None
            for division in self.divisions:  # those that still have none lead to this article
                division.before = division.before or address
        self.drafts.append(UnitDraft(address, line.number))
        if label.rest:
            self._append(Line(line.number, label.rest, line.after_blank))

    def _append(self, line: Line) -> None:
        self.drafts[-1].lines.append(line)

    def _continue(self, line: Line) -> None:
        """Add `line` to the last unit and note what had torn it off."""
        draft = self.drafts[-1]
        if is_note(line.text) and (line.after_blank or not self._layout.wrapped):
            line = replace(line, apart=True)
        torn = break_between(draft.last_words, line, self._layout)
        if draft.address is None:
            self._append(line)
            return
        titled = draft.address.clause is None and draft.address.point is None
        if titled and len(draft.lines) <= 1 and torn is not Break.PARAGRAPH:
            self._note(FindingKind.SPLIT_TITLE, line)
        elif torn is Break.WRAP:
            self._note(
                FindingKind.PAGE_BREAK if line.after_blank else FindingKind.WRAPPED_LINES, line
            )
        self._append(line)

    def _note(self, fault: FindingKind, line: Line, expected: str = "") -> None:
        self.findings.append(Finding(fault, line.number, line.text[:60], expected))


def _name(address: Address) -> str:
    """Return the sign at which `address` ends, as it is usually written."""
    if address.point:
        return f"{address.point})"
    return f"{address.clause}." if address.clause else f"Điều {address.article}."


def read_units(lines: Sequence[Line], root: Address, layout: Layout) -> DocumentBody:
    """Return what `lines` hold; the first of them is the label of an article or a division.

    `root` is the document, or the annex, whose articles they are.
    """
    marked, quoted = set_apart(lines)
    reader = UnitReader(root, layout, quoted)
    for number, line in enumerate(marked, start=1):
        reader.read(line, marked[number].text if number < len(marked) else "")
    return reader.body()
