"""What becomes of a question: rules in the order in which they are tried; the first that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.answer.facts import HEADINGS, find_fact_in, find_headed
from bot.answer.scope import Reach
from bot.answer.understand.facts import names_document
from bot.answer.understand.measures import holds
from bot.answer.values import Fact, Reading, Status
from index.hit import Hit, MatterHit
from knowledge.citation import Reference
from knowledge.outside import Kind, Matter
from knowledge.resolution import Address, Part, Resolution
from knowledge.text import has_diacritics

OUTSIDE_MARGINS = {Kind.FIELD: 0.045, Kind.LAW: 0.09}
"""How much nearer a question must be to a matter outside than to any provision."""
CIVIC_MARGIN = 0.12
"""The same for another field of life where the question speaks of the life of the commune."""
ELSEWHERE_SHARE = 0.62
"""Share of the best score anywhere below which this place is said not to regulate the matter."""
LEAST_SCORE = 0.13
"""Score below which the best provision has nothing to do with the question."""
_NEAREST = 3
"""Provisions that are looked through for an amount."""


class Reason(StrEnum):
    """Why a question got its status; the words for each are a template of the same name."""

    SMALL_TALK = "small_talk"
    OTHER_DOCUMENT = "other_document"
    UNKNOWN_DOCUMENT = "unknown_document"
    OTHER_FIELD = "other_field"
    NO_RESOLUTION = "no_resolution"
    LOOKUP = "lookup"
    UNKNOWN_PROVISION = "unknown_provision"
    FACT = "fact"
    FACT_MISSING = "fact_missing"
    LEFT_TO_LAW = "left_to_law"
    ONLY_ELSEWHERE = "only_elsewhere"
    NO_AMOUNT = "no_amount"
    NOTHING = "nothing"
    PROVISION = "provision"


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a decision rests on.

    `hits` are the provisions found within reach, `anywhere` those in the whole library, each best
    first; `matter` is the nearest matter outside the resolutions.
    """

    reading: Reading
    reach: Reach
    hits: tuple[Hit, ...]
    anywhere: tuple[Hit, ...]
    matter: MatterHit | None
    library: Mapping[str, Resolution]


@dataclass(frozen=True, slots=True)
class Decision:
    """A status, why, and what it rests on: provisions, best first, or the matter outside."""

    status: Status
    reason: Reason
    addresses: tuple[Address, ...] = ()
    fact: Fact | None = None
    reference: Reference | None = None
    matter: Matter | None = None


def quotable(evidence: Evidence) -> tuple[Hit, ...]:
    """Return the hits that may answer: head and closing only where the document is spoken of."""
    if names_document(evidence.reading.searched):
        return evidence.hits
    articles = tuple(hit for hit in evidence.hits if hit.address.part is Part.ARTICLE)
    return articles or evidence.hits


def decide(evidence: Evidence) -> Decision:
    """Return what becomes of the question."""
    decisions = (rule(evidence) for rule in _RULES)
    return next(decision for decision in decisions if decision is not None)


def _small_talk(evidence: Evidence) -> Decision | None:
    if evidence.reading.small_talk is None:
        return None
    return Decision(Status.SMALL_TALK, Reason.SMALL_TALK)


def _other_document(evidence: Evidence) -> Decision | None:
    """Refuse to answer for Điều 2 of a law with Điều 2 of a resolution."""
    if not evidence.reading.other_kind:
        return None
    return Decision(Status.NOT_FOUND, Reason.OTHER_DOCUMENT)


def _unknown_document(evidence: Evidence) -> Decision | None:
    if not evidence.reading.numbers or evidence.reach.documents:
        return None
    return Decision(Status.NOT_FOUND, Reason.UNKNOWN_DOCUMENT)


def _other_field(evidence: Evidence) -> Decision | None:
    reading = evidence.reading
    matter = _outside(evidence, Kind.FIELD)
    if matter is None or reading.references or reading.fact:
        return None
    return Decision(Status.OUT_OF_SCOPE, Reason.OTHER_FIELD, matter=matter)


def _no_resolution(evidence: Evidence) -> Decision | None:
    if evidence.reach.resolutions:
        return None
    return Decision(Status.NO_RESOLUTION, Reason.NO_RESOLUTION)


def _lookup(evidence: Evidence) -> Decision | None:
    references = evidence.reading.references
    if not references:
        return None
    addresses = tuple(
        address
        for reference in references
        for named in _spellings(reference, evidence.reading)
        for resolution in evidence.reach.resolutions
        if resolution.find(address := named.within(resolution.id))
    )
    if addresses:
        return Decision(Status.ANSWERED, Reason.LOOKUP, addresses)
    return Decision(Status.NOT_FOUND, Reason.UNKNOWN_PROVISION, reference=references[0])


def _spellings(reference: Reference, reading: Reading) -> tuple[Reference, ...]:
    """Return what `reference` may mean: "diem d" typed without marks is điểm d or điểm đ."""
    if reference.point != "d" or has_diacritics(reading.asked):
        return (reference,)
    return (reference, replace(reference, point="đ"))


def _subject(evidence: Evidence) -> Decision | None:
    """Answer whom or what a document applies to with the clause that is headed so, if one is."""
    fact = evidence.reading.fact
    if fact is None or fact not in HEADINGS:
        return None
    headed = (find_headed(resolution, fact) for resolution in evidence.reach.resolutions)
    addresses = tuple(address for address in headed if address)
    return Decision(Status.ANSWERED, Reason.LOOKUP, addresses) if addresses else None


def _fact(evidence: Evidence) -> Decision | None:
    fact = evidence.reading.fact
    if fact is None or fact in HEADINGS:
        return None
    told = (find_fact_in(resolution, fact) for resolution in evidence.reach.resolutions)
    addresses = tuple(one.address for one in told if one)
    if addresses:
        return Decision(Status.ANSWERED, Reason.FACT, addresses, fact)
    return Decision(Status.NOT_FOUND, Reason.FACT_MISSING, fact=fact)


def _left_to_law(evidence: Evidence) -> Decision | None:
    matter = _outside(evidence, Kind.LAW)
    if matter is None:
        return None
    return Decision(Status.NOT_FOUND, Reason.LEFT_TO_LAW, matter=matter)


def _nothing(evidence: Evidence) -> Decision | None:
    """Say that nothing was understood where no provision shares a word, or hardly anything."""
    shared = any(hit.parts["lexical"] > 0 for hit in evidence.hits)
    if shared and evidence.hits[0].score >= LEAST_SCORE:
        return None
    return Decision(Status.OUT_OF_SCOPE, Reason.NOTHING)


def _only_elsewhere(evidence: Evidence) -> Decision | None:
    if evidence.hits[0].score >= ELSEWHERE_SHARE * evidence.anywhere[0].score:
        return None
    return Decision(Status.NOT_FOUND, Reason.ONLY_ELSEWHERE)


def _no_amount(evidence: Evidence) -> Decision | None:
    """An amount is answered only by a provision that states one, among the three nearest."""
    measure = evidence.reading.measure
    if measure is None:
        return None
    for hit in quotable(evidence)[:_NEAREST]:
        provision = evidence.library[hit.address.resolution].find(hit.address)
        if provision and holds(measure, provision.words):
            return Decision(Status.ANSWERED, Reason.PROVISION, (hit.address,))
    return Decision(Status.NOT_FOUND, Reason.NO_AMOUNT)


def _provision(evidence: Evidence) -> Decision:
    return Decision(Status.ANSWERED, Reason.PROVISION, (quotable(evidence)[0].address,))


def _outside(evidence: Evidence, kind: Kind) -> Matter | None:
    """Return the matter of `kind` that the question is nearer to than to any provision."""
    hit = evidence.matter
    if hit is None or hit.matter.kind is not kind:
        return None
    nearest = max((found.score for found in evidence.anywhere), default=0.0)
    margin = OUTSIDE_MARGINS[kind]
    if kind is Kind.FIELD and evidence.reading.civic:
        margin = CIVIC_MARGIN
    return hit.matter if hit.score - nearest > margin else None


_RULES: tuple[Callable[[Evidence], Decision | None], ...] = (
    _small_talk,
    _other_document,
    _unknown_document,
    _other_field,
    _no_resolution,
    _lookup,
    _subject,
    _fact,
    _nothing,
    _left_to_law,
    _only_elsewhere,
    _no_amount,
    _provision,
)
