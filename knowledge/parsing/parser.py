"""The parser: it turns the lines of a source file into a `Resolution`, with the faults it met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.lines import Line, clean_lines
from knowledge.law.labels.paragraphs import Paragraph, join_lines, layout_of
from knowledge.law.references.glyphs import mended_lines
from knowledge.law.resolution import Address, Part, Provision, Resolution
from knowledge.parsing.body.annex_reader import Enclosed, names_of, read_annexes
from knowledge.parsing.body.sections import Sections, split_ending, split_sections
from knowledge.parsing.body.series import hides_article
from knowledge.parsing.body.unit_drafts import aside_of
from knowledge.parsing.body.units import read_units
from knowledge.parsing.corrections import read_corrections
from knowledge.parsing.head.annexes import read_annex_head
from knowledge.parsing.head.consolidation import about_act, of_act, without_certificate
from knowledge.parsing.head.effect import told_of_effect
from knowledge.parsing.head.head import (
    Metadata,
    head_paragraphs,
    read_metadata,
    title_continuations,
)
from knowledge.parsing.head.siting import sited
from knowledge.parsing.notes.notes import take_notes
from knowledge.readers.extract import Extract
from knowledge.readers.source import read_source

PARSER_VERSION = "8"
"""Raised with every change that can give another structure for the same source."""

_LONGEST_HEAD = 30
"""Lines above the articles in which an annex in a file of its own says what it is."""
_END_MARK = re.compile(r"\.?/\.\s*(?P<debris>\S{0,20})$")


@dataclass(frozen=True, slots=True)
class ParsedSource:
    """A parsed document, the faults of its source that were met, and the lines it was read from.

    The lines have the letters that are meant where the source has others that look like them.
    """

    resolution: Resolution
    findings: tuple[Finding, ...]
    lines: tuple[str, ...] = ()

    def called(self, resolution_id: str) -> ParsedSource:
        """Return the same with another id."""
        return replace(self, resolution=self.resolution.called(resolution_id))


def read_resolution(path: Path) -> ParsedSource:
    """Return the document in the file at `path`, with the corrections that stand beside it.

    Raises:
        UnreadableSource: the file cannot be read as a document.
        BadCorrections: the file of corrections beside it is not well formed.
    """
    reading = parse_source(path)
    corrected = read_corrections(path).apply(reading.resolution)
    return ParsedSource(corrected, reading.findings)


def parse_source(path: Path) -> ParsedSource:
    """Return the document in the file at `path` as the copy has it; raise UnreadableSource."""
    return parse_extract(read_source(path), path.stem)


def parse_extract(extract: Extract, resolution_id: str) -> ParsedSource:
    """Return the document that a reader took from a file; `resolution_id` becomes its id."""
    return _parsed(extract).called(resolution_id)


@lru_cache(maxsize=64)
def _parsed(extract: Extract) -> ParsedSource:
    """Return what was parsed of `extract`; who adds a document examines, tries and publishes it."""
    reading = parse_lines(extract.lines, "")
    return replace(reading, findings=(*extract.findings, *reading.findings))


def parse_lines(raw: Sequence[str], resolution_id: str) -> ParsedSource:
    """Return the document that the lines `raw` hold; `resolution_id` becomes its id."""
    raw, wrong = mended_lines(raw)
    cleaned, findings = clean_lines(raw)
    noted = take_notes(cleaned)  # before units are read: a note is no word of a provision
    lines, certificates = without_certificate(noted.lines)
    resolution, faults = _parse_sections(lines, resolution_id)
    resolution = replace(
        resolution,
        asides=(*resolution.asides, *certificates),
        notes=noted.placed(resolution.provisions),
    )
    resolution, placed = sited(resolution, raw)
    met = (*wrong, *findings, *faults, *noted.findings(), *placed)
    return ParsedSource(resolution, met, tuple(raw))


def _parse_sections(
    lines: Sequence[Line], resolution_id: str
) -> tuple[Resolution, tuple[Finding, ...]]:
    """Return the document that the clean `lines` hold, without its notes, and the faults met."""
    layout = layout_of(lines)
    sections, own_head = _as_annex(split_sections(lines), lines)
    body = read_units(sections.body, Address(resolution_id), layout)
    head = head_paragraphs(sections.head, layout)
    closing = join_lines(sections.closing, layout)
    units = [
        *_unit(Part.PREAMBLE, resolution_id, head),
        *body.provisions,
        *_unit(Part.CLOSING, resolution_id, closing),
    ]
    debris = _take_end_mark(units)
    annexes = read_annexes(sections.annex, resolution_id, layout)
    left = _sign(sections, annexes)  # before the signature is read: it may stand behind annexes
    signature = [Paragraph(line.text, line.number, line.number) for line in sections.signature]
    units += _unit(Part.SIGNATURE, resolution_id, signature)
    telling = (*units, *(unit for annex in annexes for unit in annex.provisions))
    metadata = _metadata(head or head_paragraphs(own_head, layout), told_of_effect(telling))
    for annex in annexes:
        enclosed = list(annex.provisions)
        debris += _take_end_mark(enclosed)
        units += enclosed
    resolution = replace(
        _assemble(resolution_id, metadata, sections, tuple(units), debris),
        divisions=(
            *body.divisions,
            *(division for annex in annexes for division in annex.divisions),
        ),
        asides=(
            *body.asides,
            *(aside for annex in annexes for aside in annex.asides),
            *(aside_of(ending, layout) for ending in left),
        ),
        annexes=names_of(annexes),
    )
    own_faults = (*body.findings, *_faults_of_sections(sections, debris))
    return resolution, (*own_faults, *(fault for annex in annexes for fault in annex.findings))


def _as_annex(sections: Sections, lines: Sequence[Line]) -> tuple[Sections, Sequence[Line]]:
    """Return all `lines` as an annex where the file holds no more, and those that head it."""
    head = sections.head[:_LONGEST_HEAD]
    if read_annex_head("\n".join(line.text for line in head)) is None:
        return sections, ()
    return Sections(annex=list(lines)), head


def _metadata(head: Sequence[Paragraph], closing: str) -> Metadata:
    """Return what a document says of itself; a consolidated text, what it says of its act."""
    act = about_act(head)
    if act is None:
        return read_metadata(head, closing)
    own = [paragraph for paragraph in head if paragraph not in act.paragraphs]
    return of_act(read_metadata(own, closing), act)


def _sign(sections: Sections, annexes: Sequence[Enclosed]) -> list[tuple[Line, ...]]:
    """Take recipients and signature of the document from behind its annexes, if it has none.

    Return what was not taken: an annex may be signed, too.
    """
    endings = [annex.ending for annex in annexes if annex.ending]
    if not endings or sections.signature:
        return endings
    recipients, signature = split_ending(endings[-1])
    sections.recipients.extend(recipients)
    sections.signature.extend(signature)
    return endings[:-1]


def _assemble(
    resolution_id: str,
    metadata: Metadata,
    sections: Sections,
    units: tuple[Provision, ...],
    debris: tuple[str, ...],
) -> Resolution:
    names = [line.text for line in sections.signature if line.text.istitle()]
    offices = [line.text for line in sections.signature if line.text == line.text.upper()]
    return Resolution(
        id=resolution_id,
        head=metadata.head,
        territory=metadata.territory,
        effect=metadata.effect,
        provisions=units,
        signer=names[0] if names else "",
        signer_title=offices[-1].capitalize() if offices else "",
        recipients=tuple(line.text for line in sections.recipients),
        debris=debris,
    )


def _unit(part: Part, resolution_id: str, paragraphs: Sequence[Paragraph]) -> list[Provision]:
    """Return the one unit that a part other than the articles makes up, or nothing."""
    if not paragraphs:
        return []
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    first, last = paragraphs[0].first_line, paragraphs[-1].last_line
    return [Provision(Address(resolution_id, part), "", text, first, last)]


def _take_end_mark(units: list[Provision]) -> tuple[str, ...]:
    """Cut the end mark "./." off the last of `units`; return what a scanner left behind it."""
    if not units:
        return ()
    last = units[-1]
    heading, text = (last.heading, last.text) if last.text else ("", last.heading)
    match = _END_MARK.search(text)
    if not match:
        return ()
    units[-1] = replace(last, heading=heading, text=f"{text[: match.start()]}.")
    return (match["debris"],) if match["debris"] else ()


def _faults_of_sections(sections: Sections, debris: Sequence[str]) -> Iterator[Finding]:
    """Yield the faults of the head, and `debris` at the line where it probably stood."""
    for line in title_continuations(sections.head):
        if line.marked:  # by a converter, one by one: titles of several lines are common
            yield Finding(FindingKind.SPLIT_TITLE, line.number, line.text[:60])
    for above, line in pairwise(sections.head):
        if hides_article(line.text, above.text):  # the first article, in a form that is not read
            yield Finding(FindingKind.UNREAD_LABEL, line.number, line.text[:60])
    last = (sections.closing or sections.body or sections.head)[-1:]
    for piece in debris:
        yield Finding(FindingKind.TRAILING_DEBRIS, last[0].number if last else 1, piece)
