"""From a decision to the quoted blocks of an answer, without a language model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from bot.answer.composing.shape import FULLEST, AnswerShape, quoted_provisions
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.quoting.excerpt import LONGEST_QUOTE, excerpt
from bot.answer.quoting.facts import find_fact_in
from bot.answer.quoting.guide import PlainLine
from bot.answer.quoting.lead import each_once, lead_of
from bot.answer.selection.evidence import Evidence, touching
from bot.answer.values import Citation, Fact, Lead
from knowledge.language.text import foreign_letters
from knowledge.law.references.citation import full_label, provision_label
from knowledge.law.resolution import RULING, Address, Part, Provision, Resolution
from knowledge.passages import introduces
from knowledge.validity.validity import StateChange

_LONG_LOOKUP = 12
"""Units inside a looked-up one up to which each is quoted; beyond, only those directly inside."""
_LISTED = 2
"""The most that is quoted of the list under a provision that only leads, in times its length."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A change that is in force, with the words that make it, None if they may not be cited."""

    change: StateChange
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class QuotedBlock:
    """The words of a document in an answer: a sentence of the bot's and the quotes below it.

    `kind` chooses the sentence: "provision", "lookup", "summary", or the name of a fact. `unquoted`
    counts the provisions inside the one named in `label` that are left out. `changed` are changes
    of the quotes. `line` is the plain answer that stands above; of a document that is not here it
    is all.
    """

    kind: str
    resolution: Resolution
    label: str
    citations: tuple[Citation, ...]
    unquoted: int = 0
    changed: tuple[Changed, ...] = ()
    line: PlainLine | None = None

    @property
    def every_citation(self) -> tuple[Citation, ...]:
        """Return all quotes, also those of later changes."""
        changes = (changed.citation for changed in self.changed if changed.citation)
        return (*self.citations, *changes)

    @property
    def foreign(self) -> str:
        """Return the letters of other scripts that stand in the quotes and above them."""
        leads = (lead.quote for citation in self.citations for lead in citation.lead)
        shown = (*leads, *(citation.quote for citation in self.citations))
        return " ".join(dict.fromkeys(filter(None, map(foreign_letters, shown))))

    @property
    def undated(self) -> bool:
        """Return True if the copy does not say on which day the document was issued."""
        if self.resolution.territory.nationwide:
            return self.resolution.head.issued_on is None
        issued = find_fact_in(self.resolution, Fact.ISSUED_ON)
        return issued is None or issued.address.part is not Part.PREAMBLE


def compose(
    decision: Decision, evidence: Evidence, shape: AnswerShape = FULLEST
) -> tuple[QuotedBlock, ...]:
    """Return the blocks that answer the question, best first; none unless it is answered."""
    return tuple(_with_changes(block, evidence) for block in _composed(decision, evidence, shape))


def _composed(
    decision: Decision, evidence: Evidence, shape: AnswerShape
) -> tuple[QuotedBlock, ...]:
    match decision.reason:
        case Reason.PROVISION:
            return _provision_blocks(decision, evidence, shape)
        case Reason.LOOKUP:
            return tuple(_lookup_block(address, evidence) for address in decision.addresses)
        case Reason.FACT:
            return tuple(_fact_blocks(decision, evidence))
        case Reason.APPROVED:
            return tuple(_provision_block(address, evidence) for address in decision.addresses)
        case (
            Reason.DANGER
            | Reason.SMALL_TALK
            | Reason.OTHER_DOCUMENT
            | Reason.UNKNOWN_DOCUMENT
            | Reason.OTHER_FIELD
            | Reason.NO_RESOLUTION
            | Reason.UNKNOWN_PROVISION
            | Reason.FACT_MISSING
            | Reason.UNCLEAR
            | Reason.LEFT_TO_LAW
            | Reason.SILENT
            | Reason.NOT_SEEN
            | Reason.NO_AMOUNT
            | Reason.NOTHING
            | Reason.OFFICE
            | Reason.OFFICE_PLACE
        ):
            return ()
        case _:
            assert_never(decision.reason)


def _provision_blocks(
    decision: Decision, evidence: Evidence, shape: AnswerShape
) -> tuple[QuotedBlock, ...]:
    first, *others = quoted_provisions(decision, evidence)
    blocks = (
        _provision_block(first, evidence, shape.quote),
        *(_provision_block(near, evidence, shape.beside) for near in others if shape.beside),
    )
    return blocks if shape.headings else tuple(map(_without_headings, blocks))


def _provision_block(
    address: Address, evidence: Evidence, longest: int = LONGEST_QUOTE
) -> QuotedBlock:
    """Quote the provision; if it only introduces others, quote what stands under it, too.

    Of each unit at most `longest` characters are quoted.
    """
    resolution = evidence.library[address.resolution]
    line = evidence.line(address)
    if resolution.is_summary:
        return _summary_block(address, resolution, line)
    provision = existing(resolution, address)
    inside = resolution.inside(address)[1:] if introduces(provision) else ()
    quoted = (provision, *_beginning(inside, longest))
    citations = (_excerpted(unit, resolution, evidence, longest) for unit in quoted)
    led, unquoted = _under_leads(citations, resolution), len(inside) + 1 - len(quoted)
    label = full_label(address, resolution)
    return QuotedBlock("provision", resolution, label, led, unquoted, line=line)


def _without_headings(block: QuotedBlock) -> QuotedBlock:
    """Return `block` without the headings above its quotes if a plain answer says more."""
    if block.line is None:
        return block

    def begins_sentence(lead: Lead) -> bool:
        return lead.quote.rstrip().endswith(":")

    citations = (
        replace(citation, lead=tuple(filter(begins_sentence, citation.lead)))
        for citation in block.citations
    )
    return replace(block, citations=tuple(citations))


def _summary_block(address: Address, resolution: Resolution, line: PlainLine | None) -> QuotedBlock:
    """Name the provisions of the plain answer without a quote: their text is not here."""
    basis = line.basis if line else (address,)
    citations = tuple(Citation(ground, full_label(ground, resolution), "") for ground in basis)
    label = full_label(basis[0], resolution)
    return QuotedBlock("summary", resolution, label, citations, line=line)


def _beginning(units: Iterable[Provision], longest: int) -> Iterator[Provision]:
    """Yield the first of `units` that have `_LISTED` times `longest` characters, one at least."""
    quoted = 0
    for unit in units:
        if quoted and quoted + len(unit.words) > _LISTED * longest:
            return
        quoted += len(unit.words)
        yield unit


def _excerpted(
    unit: Provision, resolution: Resolution, evidence: Evidence, longest: int = LONGEST_QUOTE
) -> Citation:
    words = unit.text or unit.heading
    quote = excerpt(words, evidence.reading.searched, longest)
    return Citation(unit.address, full_label(unit.address, resolution), quote, quote == words)


def _lookup_block(address: Address, evidence: Evidence) -> QuotedBlock:
    resolution = evidence.library[address.resolution]
    units = inside = resolution.inside(address)
    if len(inside) > _LONG_LOOKUP:
        units = (existing(resolution, address), *resolution.children(address))
    citations = (
        Citation(unit.address, full_label(unit.address, resolution), unit.text or unit.heading)
        for unit in units
        if unit.words
    )
    led, unquoted = _under_leads(citations, resolution), len(inside) - len(units)
    return QuotedBlock("lookup", resolution, full_label(address, resolution), led, unquoted)


def _under_leads(citations: Iterable[Citation], resolution: Resolution) -> tuple[Citation, ...]:
    """Return `citations`, shown together, each with the leads that are not shown before it."""

    def led(citation: Citation) -> Citation:
        unit = existing(resolution, citation.address)
        return replace(citation, lead=lead_of(unit, citation.quote, resolution))

    return tuple(each_once(map(led, citations)))


def _with_changes(block: QuotedBlock, evidence: Evidence) -> QuotedBlock:
    """Return `block` with the changes that other documents have made to the articles it quotes."""
    touched = {
        change: None
        for citation in block.citations
        if citation.address.part in RULING
        for change in touching(citation.address, evidence.changes)
    }
    return replace(block, changed=tuple(_changed(change, evidence) for change in touched))


def _changed(change: StateChange, evidence: Evidence) -> Changed:
    unit = change.by.find(change.provision)
    if unit is None or change.by.id not in evidence.reach.ids:
        return Changed(change)
    return Changed(change, _excerpted(unit, change.by, evidence))


def _fact_blocks(decision: Decision, evidence: Evidence) -> Iterator[QuotedBlock]:
    if decision.fact is None:
        return
    for address in decision.addresses:
        resolution = evidence.library[address.resolution]
        fact = find_fact_in(resolution, decision.fact)
        if fact:
            label = full_label(address, resolution)
            citation = Citation(address, label, fact.quote)
            yield QuotedBlock(decision.fact.value, resolution, label, (citation,))


def existing(resolution: Resolution, address: Address) -> Provision:
    """Return the provision of `resolution` at `address`; raise LookupError where there is none."""
    provision = resolution.find(address)
    if provision is None:
        raise LookupError(provision_label(address))
    return provision
