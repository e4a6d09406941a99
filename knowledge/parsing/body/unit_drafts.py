"""Drafts of units: the lines gathered while reading, and the provisions that they become."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.law.labels.label_forms import is_labelled
from knowledge.law.labels.lines import Line, terminated
from knowledge.law.labels.paragraphs import Layout, Paragraph, is_note, join_lines
from knowledge.law.resolution import Address, Aside, Provision, parent


@dataclass(slots=True)
class UnitDraft:
    """A unit that is still being read; what has no address is set aside."""

    address: Address | None
    first_line: int
    lines: list[Line] = field(default_factory=list)

    @property
    def last_words(self) -> str:
        """Return the last line, "" before the first."""
        return self.lines[-1].text if self.lines else ""


def provisions_of(drafts: Sequence[UnitDraft], layout: Layout) -> tuple[Provision, ...]:
    """Return what has an address in `drafts`, in their order."""
    outer = {parent(draft.address) for draft in drafts if draft.address}
    return tuple(
        _provision(draft, draft.address, layout, draft.address in outer)
        for draft in drafts
        if draft.address
    )


def asides_of(drafts: Iterable[UnitDraft], layout: Layout) -> tuple[Aside, ...]:
    """Return what has no address in `drafts`, in their order."""
    return tuple(aside_of(draft.lines, layout) for draft in drafts if not draft.address)


def aside_of(lines: Sequence[Line], layout: Layout) -> Aside:
    """Return `lines`, one at least, as words without an address; a label begins a paragraph."""
    labelled = (replace(line, apart=line.apart or is_labelled(line.text)) for line in lines)
    paragraphs = join_lines(labelled, layout)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    return Aside(text, lines[0].number, lines[-1].number)


def _provision(
    draft: UnitDraft, address: Address, layout: Layout, has_units_inside: bool
) -> Provision:
    paragraphs = join_lines(draft.lines, layout)
    heads = 1 if _has_heading(paragraphs, address.is_article, has_units_inside) else 0
    return Provision(
        address=address,
        heading="".join(paragraph.text for paragraph in paragraphs[:heads]),
        text="\n".join(paragraph.text for paragraph in paragraphs[heads:]),
        first_line=draft.first_line,
        last_line=paragraphs[-1].last_line if paragraphs else draft.first_line,
    )


def _has_heading(paragraphs: Sequence[Paragraph], article: bool, has_units_inside: bool) -> bool:
    """Return True if the first of `paragraphs` names the unit rather than rules something."""
    if not paragraphs or has_units_inside:
        return bool(paragraphs)
    ruling = [paragraph for paragraph in paragraphs if not is_note(paragraph.text)]
    return (article or len(ruling) > 1) and not terminated(paragraphs[0].text)
