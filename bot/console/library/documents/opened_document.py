"""A document as it is read on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.console.anchors import anchor
from bot.console.library.documents.highlight import Line, Span, lines, wanted, within
from knowledge.law.findings import Finding
from knowledge.law.resolution import RULING, Address, Note, Provision, Resolution
from knowledge.library.source_notes import SourceNotes

_MOST_FOUND = 100


@dataclass(frozen=True, slots=True)
class DocumentParagraph:
    """A provision: its words by line, the heading first where it has one."""

    anchor: str
    address: Address
    lines: tuple[Line, ...]
    headed: bool
    notes: tuple[Note, ...]
    findings: tuple[Finding, ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class DocumentTarget:
    """The provision at an `anchor` and words quoted from it, to be seen at once."""

    anchor: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document that is read; `quote_found` is None where no quote was asked for."""

    paragraphs: tuple[DocumentParagraph, ...]
    elsewhere: tuple[Finding, ...]
    quote_found: bool | None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A provision in which the words that somebody looks for stand, and its lines with them."""

    resolution: Resolution
    address: Address
    lines: tuple[Line, ...]


def open_document(
    document: Resolution, notes: SourceNotes, choice: DocumentTarget
) -> OpenedDocument:
    """Return `document` with the faults of its copy where they stand, opened at `choice`."""
    chosen = next(
        (unit for unit in document.provisions if anchor(unit.address) == choice.anchor), None
    )
    looked_at = document.inside(chosen.address) if chosen else document.provisions
    spans = within(looked_at, choice.quote)
    own = [unit for unit in document.provisions if document.file_of(unit.address) == document.id]
    by_unit = _by_unit(own, notes.findings)
    placed = {finding for findings in by_unit.values() for finding in findings}
    return OpenedDocument(
        paragraphs=tuple(
            _paragraph(unit, document.notes_on(unit.address), spans, by_unit, chosen=unit is chosen)
            for unit in document.provisions
        ),
        elsewhere=tuple(finding for finding in notes.findings if finding not in placed),
        quote_found=bool(spans) if choice.quote else None,
    )


def look_for(documents: Sequence[Resolution], typed: str) -> tuple[SearchResult, ...]:
    """Return the first hundred provisions that hold the words `typed`."""
    results: list[SearchResult] = []
    for document in documents:
        for unit in document.provisions:
            if len(results) < _MOST_FOUND and (spans := wanted(unit.words, typed)):
                marked = (
                    line
                    for line in lines(unit.words, spans)
                    if any(segment.marked for segment in line)
                )
                results.append(SearchResult(document, unit.address, tuple(marked)))
    return tuple(results)


def _paragraph(
    unit: Provision,
    notes: tuple[Note, ...],
    spans: Mapping[Address, tuple[Span, ...]],
    findings: Mapping[Address, tuple[Finding, ...]],
    *,
    chosen: bool,
) -> DocumentParagraph:
    return DocumentParagraph(
        anchor=anchor(unit.address),
        address=unit.address,
        lines=lines(unit.words, spans.get(unit.address, ())),
        headed=bool(unit.heading),
        notes=notes,
        findings=findings.get(unit.address, ()),
        chosen=chosen,
    )


def _by_unit(
    units: Sequence[Provision], findings: Sequence[Finding]
) -> dict[Address, tuple[Finding, ...]]:
    """Return the findings by the ruling unit in which their lines stand."""
    placed: dict[Address, tuple[Finding, ...]] = {}
    for finding in findings:
        for unit in units:
            inside = unit.first_line <= finding.line <= unit.last_line
            if inside and unit.address.part in RULING:
                placed[unit.address] = (*placed.get(unit.address, ()), finding)
                break
    return placed
