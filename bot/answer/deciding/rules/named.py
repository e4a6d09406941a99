"""Rules for questions that name a document, a provision, or a fact about a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.answer.deciding.decision import Decision, Reason
from bot.answer.quoting.facts import find_fact_in, find_headed, is_headed
from bot.answer.selection.evidence import Evidence
from bot.answer.values import Reading, Status
from knowledge.language.text import has_diacritics
from knowledge.law.references.citation import Reference
from knowledge.law.resolution import Address, Resolution


def other_document(evidence: Evidence) -> Decision | None:
    """Refuse to answer for Điều 2 of a law that is not here with Điều 2 of a resolution."""
    named = evidence.reach.documents
    nationwide = any(document.territory.nationwide for document in named)
    if not evidence.reading.other_kind or nationwide:
        return None
    return Decision(Status.NOT_FOUND, Reason.OTHER_DOCUMENT)


def unknown_document(evidence: Evidence) -> Decision | None:
    """Say that no document here has the number that is named."""
    if not evidence.reading.numbers or evidence.reach.documents:
        return None
    return Decision(Status.NOT_FOUND, Reason.UNKNOWN_DOCUMENT)


def no_resolution(evidence: Evidence) -> Decision | None:
    """Say that nothing applies to the place on the day."""
    if evidence.reach.resolutions:
        return None
    return Decision(Status.NO_RESOLUTION, Reason.NO_RESOLUTION)


def lookup(evidence: Evidence) -> Decision | None:
    """Answer with the provisions that are named."""
    references = evidence.reading.references
    if not references:
        return None
    addresses = tuple(
        address for reference in references for address in _looked_up(reference, evidence)
    )
    if addresses:
        return Decision(Status.ANSWERED, Reason.LOOKUP, addresses)
    return Decision(Status.NOT_FOUND, Reason.UNKNOWN_PROVISION, reference=references[0])


def subject(evidence: Evidence) -> Decision | None:
    """Answer to whom or what a document applies with the clause that is headed so, if any is."""
    fact = evidence.reading.fact
    if fact is None or not is_headed(fact):
        return None
    headed = (find_headed(resolution, fact) for resolution in evidence.reach.nearest)
    addresses = tuple(address for address in headed if address)
    return Decision(Status.ANSWERED, Reason.LOOKUP, addresses) if addresses else None


def fact(evidence: Evidence) -> Decision | None:
    """Answer with the fact about a document that is asked for, or say that the copy lacks it."""
    fact = evidence.reading.fact
    if fact is None or is_headed(fact):
        return None
    places = (find_fact_in(resolution, fact) for resolution in evidence.reach.nearest)
    addresses = tuple(place.address for place in places if place)
    if addresses:
        return Decision(Status.ANSWERED, Reason.FACT, addresses, fact)
    return Decision(Status.NOT_FOUND, Reason.FACT_MISSING, fact=fact)


def _looked_up(reference: Reference, evidence: Evidence) -> tuple[Address, ...]:
    """Return the provisions that `reference` means in the documents that it may be about.

    If an annex in a file of its own has the number of its document, one of the two is meant.
    """
    of_annex = reference.annex is not None
    for documents in _by(lambda document: document.is_annex is of_annex, evidence.reach.nearest):
        provisions = tuple(
            address
            for spelling in _spellings(reference, evidence.reading)
            for resolution in documents
            if resolution.find(address := spelling.address_in(resolution))
        )
        if provisions:
            return provisions
    return ()


def _by(
    first: Callable[[Resolution], bool], documents: tuple[Resolution, ...]
) -> Iterator[tuple[Resolution, ...]]:
    """Yield the documents of which `first` is true, then the others.

    A document that holds its annex itself is among the first, too.
    """
    chosen = tuple(document for document in documents if first(document) or document.annexes)
    yield chosen
    yield tuple(document for document in documents if document not in chosen)


def _spellings(reference: Reference, reading: Reading) -> tuple[Reference, ...]:
    """Return the meanings of `reference`: "diem d" typed without marks is điểm d or điểm đ."""
    point = reference.point or ""
    if not point.startswith("d") or has_diacritics(reading.asked):
        return (reference,)
    return (reference, replace(reference, point=f"đ{point[1:]}"))
