"""From a decision to the quoted blocks of an answer, without a language model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.answer.composing.shape import FULLEST, AnswerShape
from bot.answer.deciding.decide import Decision, Reason
from bot.answer.deciding.evidence import Evidence
from bot.answer.quoting.changed import Changed, touching
from bot.answer.quoting.excerpt import LONGEST_QUOTE, excerpt
from bot.answer.quoting.facts import find_fact_in
from bot.answer.quoting.guide import PlainLine
from bot.answer.quoting.lead import each_once, lead_of
from bot.answer.values import Citation, Fact, Lead
from knowledge.language.text import foreign_letters
from knowledge.law.references.citation import full_label, provision_label
from knowledge.law.resolution import RULING, Address, Part, Provision, Resolution
from knowledge.passages import introduces
from knowledge.validity.validity import StateChange

_MOST_BLOCKS = 3
_MOST_OF_A_PLACE = 2
"""Provisions that are quoted where it is known which place is meant."""
_MAY_BE_MEANT = 0.15
"""The least probability of what is quoted beside the best."""
_MAY_ANSWER = 0.3
"""The probability from which a provision is quoted beside one of the other kind of document."""
_NEAR = 1.0
"""Log-odds below the best from which a provision of another place is quoted, too."""
_MOST_FURTHER = 3
_LONG_LOOKUP = 12
"""Units inside a looked-up one up to which each is quoted; beyond, only those directly inside."""
_LISTED = 2
"""How many times as much is quoted at most of what stands under a provision that only leads."""


@dataclass(frozen=True, slots=True)
class QuotedBlock:
    """What one document says: a sentence of the bot's (by `kind`) and the quotes below it.

    `kind` is "provision", "lookup", or the name of a fact. `unquoted` counts the provisions inside
    the one named in `label` that are left out. `changed` tells what is not as it was any more.
    `line` is the plain answer that stands above; of a document that is not here it is all.
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
        """Return all that is quoted, also of what has changed since."""
        changes = (one.citation for one in self.changed if one.citation)
        return (*self.citations, *changes)

    @property
    def foreign(self) -> str:
        """Return the letters of other scripts that stand in the quotes and above them."""
        leads = (lead.quote for one in self.citations for lead in one.lead)
        shown = (*leads, *(one.quote for one in self.citations))
        return " ".join(dict.fromkeys(filter(None, map(foreign_letters, shown))))

    @property
    def undated(self) -> bool:
        """Return True if the copy does not say on which day the document was issued."""
        if self.resolution.territory.nationwide:
            return self.resolution.head.issued_on is None
        told = find_fact_in(self.resolution, Fact.ISSUED_ON)
        return told is None or told.address.part is not Part.PREAMBLE


def compose(
    decision: Decision, evidence: Evidence, shape: AnswerShape = FULLEST
) -> tuple[QuotedBlock, ...]:
    """Return the blocks that answer the question, best first; none unless it is answered."""
    return tuple(_with_changes(block, evidence) for block in _composed(decision, evidence, shape))


def _composed(
    decision: Decision, evidence: Evidence, shape: AnswerShape
) -> tuple[QuotedBlock, ...]:
    if decision.reason is Reason.FACT and decision.fact:
        return tuple(_fact_blocks(decision.addresses, decision.fact, evidence))
    if decision.reason is Reason.LOOKUP:
        return tuple(_lookup_block(address, evidence) for address in decision.addresses)
    if decision.reason is Reason.PROVISION:
        first, *others = _best(decision, evidence)
        beside = () if shape.beside is None else others
        blocks = (
            _provision_block(first, evidence, shape.quote),
            *(_provision_block(one, evidence, shape.beside or 0) for one in beside),
        )
        return blocks if shape.headings else tuple(map(_without_headings, blocks))
    if decision.reason is Reason.APPROVED:
        return tuple(_provision_block(one, evidence) for one in decision.addresses)
    return ()


def further(
    decision: Decision, evidence: Evidence, shown: Iterable[QuotedBlock]
) -> tuple[Address, ...]:
    """Return the provisions to name below the answer: the next nearest, nearly as near."""
    if decision.reason is not Reason.PROVISION:
        return ()
    quoted = {citation.address for block in shown for citation in block.citations}
    return tuple(hit for hit in _near(evidence) if hit not in quoted)[:_MOST_FURTHER]


def _best(decision: Decision, evidence: Evidence) -> list[Address]:
    """Return the provision decided on and those that answer nearly as probably.

    Beside what the place decides stands the law of the whole country, or the other way round, if it
    may answer; else what comes next. Where no place is meant each document is quoted once.
    """
    chosen = (*decision.addresses, *_counterpart(decision, evidence), *_next(evidence))
    if evidence.reach.place is not None:
        return list(dict.fromkeys(chosen))[:_MOST_OF_A_PLACE]
    best: dict[str, Address] = {}
    for address in (*decision.addresses, *_near(evidence)):
        best.setdefault(address.resolution, address)
    return list(best.values())[:_MOST_BLOCKS]


def _next(evidence: Evidence) -> Iterator[Address]:
    """Yield the provisions that are at least half as probable as the best."""
    first, *others = evidence.quotable
    least = max(_MAY_BE_MEANT, first.probability / 2)
    return (hit.address for hit in others if hit.probability >= least)


def _counterpart(decision: Decision, evidence: Evidence) -> Iterator[Address]:
    """Yield the best of the law where the place's own answers, of the place's own where the law."""
    nationwide = {one.id: one.territory.nationwide for one in evidence.reach.resolutions}
    decided = {nationwide.get(address.resolution) for address in decision.addresses}
    for hit in evidence.quotable:
        if hit.probability < _MAY_ANSWER:
            return
        if nationwide.get(hit.address.resolution) not in decided:
            yield hit.address
            return


def _near(evidence: Evidence) -> Iterator[Address]:
    near = evidence.quotable
    return (hit.address for hit in near if hit.score >= near[0].score - _NEAR)


def _provision_block(
    address: Address, evidence: Evidence, longest: int = LONGEST_QUOTE
) -> QuotedBlock:
    """Quote the provision, or, where it only introduces what stands under it, that, too.

    Of each unit at most `longest` characters are quoted.
    """
    resolution = evidence.library[address.resolution]
    line = evidence.line(address)
    if resolution.is_summary:
        return _summary_block(address, resolution, line)
    provision = existing(resolution, address)
    inside = resolution.inside(address)[1:] if introduces(provision) else ()
    quoted = (provision, *_beginning(inside, longest))
    cited = (_excerpted(unit, resolution, evidence.reading.searched, longest) for unit in quoted)
    unquoted = len(inside) + 1 - len(quoted)
    label = full_label(address, resolution)
    quotes = _under_leads(cited, resolution)
    return QuotedBlock("provision", resolution, label, quotes, unquoted, line=line)


def _without_headings(block: QuotedBlock) -> QuotedBlock:
    """Return `block` without the headings above its quotes if a plain answer says more."""
    if block.line is None:
        return block
    cited = (replace(one, lead=tuple(filter(_is_begun, one.lead))) for one in block.citations)
    return replace(block, citations=tuple(cited))


def _is_begun(lead: Lead) -> bool:
    """Return True if `lead` begins the sentence that the quote completes."""
    return lead.quote.rstrip().endswith(":")


def _summary_block(address: Address, resolution: Resolution, line: PlainLine | None) -> QuotedBlock:
    """Name the provisions of the plain answer without a quote: their text is not here."""
    basis = line.basis if line else (address,)
    cited = tuple(Citation(one, full_label(one, resolution), "") for one in basis)
    return QuotedBlock("summary", resolution, full_label(basis[0], resolution), cited, line=line)


def _beginning(units: Iterable[Provision], longest: int) -> Iterator[Provision]:
    """Yield the first of `units` that have `_LISTED` times `longest` characters, one at least."""
    quoted = 0
    for unit in units:
        if quoted and quoted + len(unit.words) > _LISTED * longest:
            return
        quoted += len(unit.words)
        yield unit


def _excerpted(
    unit: Provision, resolution: Resolution, question: str, longest: int = LONGEST_QUOTE
) -> Citation:
    told = unit.text or unit.heading
    quote = excerpt(told, question, longest)
    return Citation(unit.address, full_label(unit.address, resolution), quote, quote == told)


def _lookup_block(address: Address, evidence: Evidence) -> QuotedBlock:
    resolution = evidence.library[address.resolution]
    units = inside = resolution.inside(address)
    if len(inside) > _LONG_LOOKUP:
        units = (existing(resolution, address), *resolution.children(address))
    cited = (
        Citation(unit.address, full_label(unit.address, resolution), unit.text or unit.heading)
        for unit in units
        if unit.words
    )
    unquoted = len(inside) - len(units)
    label = full_label(address, resolution)
    return QuotedBlock("lookup", resolution, label, _under_leads(cited, resolution), unquoted)


def _under_leads(citations: Iterable[Citation], resolution: Resolution) -> tuple[Citation, ...]:
    """Return `citations`, shown together, each with what it stands under where that is not yet."""

    def led(one: Citation) -> Citation:
        unit = existing(resolution, one.address)
        return replace(one, lead=lead_of(unit, one.quote, resolution))

    return tuple(each_once(map(led, citations)))


def _with_changes(block: QuotedBlock, evidence: Evidence) -> QuotedBlock:
    """Return `block` with what other documents have changed of what it quotes of articles."""
    touched = {
        change: None
        for citation in block.citations
        if citation.address.part in RULING
        for change in touching(citation.address, evidence.changes)
    }
    return replace(block, changed=tuple(_changed(one, evidence) for one in touched))


def _changed(change: StateChange, evidence: Evidence) -> Changed:
    unit = change.by.find(change.provision)
    if unit is None or change.by.id not in evidence.reach.ids:
        return Changed(change)
    return Changed(change, _excerpted(unit, change.by, evidence.reading.searched))


def _fact_blocks(
    addresses: Iterable[Address], fact: Fact, evidence: Evidence
) -> Iterator[QuotedBlock]:
    for address in addresses:
        resolution = evidence.library[address.resolution]
        told = find_fact_in(resolution, fact)
        if told:
            label = full_label(address, resolution)
            yield QuotedBlock(
                fact.value, resolution, label, (Citation(address, label, told.quote),)
            )


def existing(resolution: Resolution, address: Address) -> Provision:
    """Return the provision of `resolution` at `address`; raise LookupError where there is none."""
    provision = resolution.find(address)
    if provision is None:
        raise LookupError(provision_label(address))
    return provision
