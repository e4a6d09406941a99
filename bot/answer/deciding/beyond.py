"""The steps that look beyond the library: at plain answers on documents that are not here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.answer.deciding.decision import Decided, Decision, Reason
from bot.answer.deciding.rules.searched import (
    CLEARLY,
    OFFERED,
    SURELY,
    is_answered,
    other_field,
    provision,
)
from bot.answer.selection.evidence import Evidence, touching
from bot.answer.selection.fit.ranking import CANDIDATES
from bot.answer.selection.scope import Inquiry
from bot.answer.selection.search import Search, Searched
from bot.answer.understand.asked.amounts import answers
from bot.answer.values import Status
from knowledge.law.references.citation import Reference, find_documents
from knowledge.law.resolution import Resolution

_SURELY_MEANT = 12.0
"""The score from which on a question surely is about a topic: of 291 questions in the manner of
residents, of which 108 ask for what no line tells, 12 of 14 that come so near and ask for an amount
that the line states are answered by it."""


@dataclass(frozen=True, slots=True)
class SearchedBeyond:
    """A decision by the library, and the provisions found beyond it.

    Nothing is `searched` if that cannot change the decision.
    """

    decided: Decided
    searched: Searched | None = None


@dataclass(frozen=True, slots=True)
class JudgedBeyond:
    """A decision by the library, and the evidence beyond it."""

    decided: Decided
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Beyond:
    """Looks at the summaries of documents that are not here; `search` finds and judges them."""

    search: Search

    def find(self, decided: Decided) -> SearchedBeyond:
        """Return what is decided with what is found beyond the library, if that may matter."""
        summaries, inquiry = self.search.guide.summaries, decided.inquiry
        reason = decided.decision.reason
        matters = reason.is_open or reason is Reason.PROVISION
        if not summaries or not matters or inquiry.reach.documents:
            return SearchedBeyond(decided)
        beyond = _inquire_beyond(inquiry, summaries.values())
        changes = self.search.in_force(inquiry.reach)
        searcher, text = self.search.searcher, inquiry.reading.searched
        results = searcher.search(text, beyond.reach.ids, CANDIDATES)
        unchanged = results.kept(lambda hit: not touching(hit.address, changes))
        return SearchedBeyond(decided, Searched(beyond, unchanged))

    def judge(self, beyond: SearchedBeyond) -> JudgedBeyond:
        """Return what is decided with the evidence beyond the library."""
        searched = beyond.searched
        if searched is None:
            return JudgedBeyond(beyond.decided)
        evidence = self.search.evidence(searched.inquiry, searched.found)
        return JudgedBeyond(beyond.decided, evidence)

    def decide(self, judged: JudgedBeyond) -> Decided:
        """Return what is decided by the library and by what is told of other documents.

        A plain answer answers what the library leaves open; else it stands beside its answer.
        """
        decided, there = judged.decided, judged.evidence
        by_there = decide_by_summaries(there) if there else None
        if there is None or by_there is None:
            return decided
        here = decided.evidence
        if decided.decision.reason is not Reason.PROVISION or _comes_first(there, here):
            return replace(decided, evidence=there.beside(here), decision=by_there)
        return replace(decided, evidence=here.beside(there))


def decide_by_summaries(evidence: Evidence) -> Decision | None:
    """Return the decision to answer from documents of which only plain answers are here, if any.

    A provision of theirs that the question names is answered with what is told of it.
    """
    reading = evidence.reading
    if reading.references and evidence.reach.documents:
        return _told_of(reading.references, evidence)
    if reading.is_certain or other_field(evidence):
        return None
    if not is_answered(evidence):
        return _stated_of(evidence)
    return provision(evidence) if evidence.line(evidence.quotable[0].address) else None


def _inquire_beyond(inquiry: Inquiry, summaries: Iterable[Resolution]) -> Inquiry:
    """Return `inquiry` of the documents that are not here, of those that it names if any."""
    beyond = tuple(summaries)
    named = find_documents(inquiry.reading.text, beyond)
    return replace(inquiry, reach=replace(inquiry.reach.of(named or beyond), documents=named))


def _stated_of(evidence: Evidence) -> Decision | None:
    """Return the decision to tell what surely is asked for, if that states the amount.

    Amounts that no text states are refused so often that the estimate doubts the others, too.
    """
    nearest, measure = evidence.found.topics[:1], evidence.reading.measure
    if measure is None or not nearest or nearest[0].score < _SURELY_MEANT:
        return None
    for hit in evidence.quotable:
        line = evidence.line(hit.address)
        if line and line.topic.name == nearest[0].name and answers(measure, line.answer.short):
            return Decision(Status.ANSWERED, Reason.PROVISION, (hit.address,))
    return None


def _told_of(references: tuple[Reference, ...], evidence: Evidence) -> Decision | None:
    documents = evidence.reach.documents
    named = [
        reference.address_in(resolution) for reference in references for resolution in documents
    ]
    addresses = tuple(
        unit.address
        for resolution in documents
        for unit in resolution.provisions
        if any(address.covers(unit.address) for address in named) and evidence.line(unit.address)
    )
    if not addresses:
        return None
    return Decision(Status.ANSWERED, Reason.PROVISION, addresses[:OFFERED])


def _comes_first(there: Evidence, here: Evidence) -> bool:
    """Return True if what is told of other documents answers rather than what stands `here`.

    Both answer. The place's own decision comes first, unless the other document is named, or the
    own is unsure and the other one clearly surer; if the own only urges, surer at all.
    """
    if there.reach.documents:
        return True
    line = here.line(here.quotable[0].address)
    clearly = 0.0 if line and line.answer.general else CLEARLY
    return here.sureness < SURELY and there.sureness > here.sureness + clearly
