"""What becomes of a question: rules in the order in which they are tried; the first that fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.answer.acts.act import MAY_ASK, ON_THE_ANSWER, Act
from bot.answer.deciding.evidence import Evidence
from bot.answer.quoting.facts import HEADINGS, find_fact_in, find_headed
from bot.answer.selection.fit.profile import profile_in
from bot.answer.staff.approval import Approval, StaffWording
from bot.answer.understand.asked.measures import answers
from bot.answer.values import Fact, Reading, Status
from index.retrieval.fusion import LEXICAL
from knowledge.language.text import has_diacritics
from knowledge.law.references.citation import Reference
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter

SURE, SURE_OF_BRIEF = 0.8, 0.97
"""The probability from which on another field is named as a question's own, and as that of a brief
message after others, which may be about what they were about."""
_OFFERED = 3
"""Topics that are offered where it is unclear what is meant."""
_ENOUGH, _ENOUGH_WITH_LAW = 0.3, 0.4
"""The sureness from which a question is answered, without and with law within reach.

The first refuses 5 in 440 questions of the sets that have an answer. With law four times as many
provisions come near by chance: in the sets on the law a third of the first citations is wrong from
0.3 on, three in ten from 0.4 on, and from there on hardly fewer."""
_CLEARLY, _SURELY = 0.15, 0.5
"""How much surer what comes first before the place's own decision has to be, and the sureness from
which on that comes first all the same. Of 438 questions of the sets on resolutions 2 then have
another provision first, of 221 that the law decides 11 more the right one."""
_SURELY_MEANT = 12.0
"""The score from which on a question surely is about a topic: of 291 questions in the manner of
residents, of which 108 ask for what no line tells, 12 of 14 that come so near and ask for an amount
that the line states are answered by it."""
_FAR = 0.02
"""The probability of an answer below which a provision does not even come near a question."""


class Reason(StrEnum):
    """Why a question got its status; the words for each are a template of the same name."""

    DANGER = "danger"
    """Somebody may be in danger: nothing else counts then."""
    SMALL_TALK = "small_talk"
    OTHER_DOCUMENT = "other_document"
    UNKNOWN_DOCUMENT = "unknown_document"
    OTHER_FIELD = "other_field"
    NO_RESOLUTION = "no_resolution"
    LOOKUP = "lookup"
    UNKNOWN_PROVISION = "unknown_provision"
    FACT = "fact"
    FACT_MISSING = "fact_missing"
    UNCLEAR = "unclear"
    """It may be of another field, or one of the topics that it comes near to."""
    LEFT_TO_LAW = "left_to_law"
    SILENT = "silent"
    """Nothing that applies comes near: only then it is said that nothing is decided."""
    NOT_SEEN = "not_seen"
    NO_AMOUNT = "no_amount"
    NOTHING = "nothing"
    PROVISION = "provision"
    APPROVED = "approved"
    """Somebody of the staff has approved an answer to the question."""
    OFFICE = "office"
    """An office tells of it by itself, resting on no provision."""
    OFFICE_PLACE = "office_place"
    """Offices tell of it, each for its own place, and nobody knows which is meant."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A status, why, and what it rests on: provisions, best first, or the matter outside.

    `topics` are those that may be meant, as residents call them, best first.
    """

    status: Status
    reason: Reason
    addresses: tuple[Address, ...] = ()
    fact: Fact | None = None
    reference: Reference | None = None
    matter: OutsideMatter | None = None
    talk: Act | None = None
    approval: Approval | None = None
    told: StaffWording | None = None
    topics: tuple[str, ...] = ()

    @property
    def by_staff(self) -> bool:
        """Return True if the staff worded the answer, or asks for the place of one."""
        return self.approval is not None or self.told is not None


def serve(approval: Approval) -> Decision:
    """Return the decision to answer with what was approved."""
    addresses = tuple(ground.address for ground in approval.grounds)
    return Decision(Status.ANSWERED, Reason.APPROVED, addresses, approval=approval)


def tell(told: StaffWording) -> Decision:
    """Return the decision to tell what an office tells, or to ask for which place."""
    if told.answer is None:
        return Decision(Status.NOT_FOUND, Reason.OFFICE_PLACE, told=told)
    return Decision(Status.ANSWERED, Reason.OFFICE, told=told)


def decide(evidence: Evidence) -> Decision:
    """Return what becomes of the question."""
    decisions = (rule(evidence) for rule in _RULES)
    return next(decision for decision in decisions if decision is not None)


def decide_by_summaries(evidence: Evidence) -> Decision | None:
    """Return the decision to answer from documents of which only plain answers are here, if any.

    A provision of theirs that the question names is answered with what is told of it.
    """
    reading = evidence.reading
    if reading.references and evidence.reach.documents:
        return _told_of(reading.references, evidence)
    if _is_certain(reading) or _other_field(evidence):
        return None
    if not _is_answered(evidence):
        return _stated_of(evidence)
    address = evidence.quotable[0].address
    return _provision(evidence) if evidence.line(address) else None


def _stated_of(evidence: Evidence) -> Decision | None:
    """Return the decision to tell what surely is asked for, where that states the amount.

    What no text says of an amount is refused so often that the estimate doubts those, too.
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
    named = [
        one.address_in(resolution) for one in references for resolution in evidence.reach.documents
    ]
    told = tuple(
        unit.address
        for resolution in evidence.reach.documents
        for unit in resolution.provisions
        if any(one.covers(unit.address) for one in named) and evidence.line(unit.address)
    )
    return Decision(Status.ANSWERED, Reason.PROVISION, told[:_OFFERED]) if told else None


def _danger(evidence: Evidence) -> Decision | None:
    reading = evidence.reading
    if not reading.in_danger or _is_certain(reading):
        return None
    return Decision(Status.SMALL_TALK, Reason.DANGER)


def _talk(evidence: Evidence) -> Decision | None:
    """Reply to what asks for no provision; in another language something may be asked all the same.

    What may be said of an answer is a question where a provision answers it: "niêm yết ở đâu?".
    """
    act = evidence.reading.act
    if act is None or act in MAY_ASK:
        return None
    if act in ON_THE_ANSWER and (_is_certain(evidence.reading) or _is_answered(evidence)):
        return None
    if act is Act.OTHER_LANGUAGE and evidence.sureness >= _SURELY:
        return None
    status = Status.OUT_OF_SCOPE if act in _OUTSIDE else Status.SMALL_TALK
    return Decision(status, Reason.SMALL_TALK, talk=act)


def _other_document(evidence: Evidence) -> Decision | None:
    """Refuse to answer for Điều 2 of a law that is not here with Điều 2 of a resolution."""
    named = evidence.reach.documents
    if not evidence.reading.other_kind or any(one.territory.nationwide for one in named):
        return None
    return Decision(Status.NOT_FOUND, Reason.OTHER_DOCUMENT)


def _unknown_document(evidence: Evidence) -> Decision | None:
    if not evidence.reading.numbers or evidence.reach.documents:
        return None
    return Decision(Status.NOT_FOUND, Reason.UNKNOWN_DOCUMENT)


def _other_field(evidence: Evidence) -> Decision | None:
    reading = evidence.reading
    likely = evidence.estimate.likeliest is Status.OUT_OF_SCOPE
    if not likely or _is_certain(reading) or _is_answered(evidence):
        return None
    matter = _matter(evidence, OutsideKind.FIELD)
    if matter is None:
        return Decision(Status.OUT_OF_SCOPE, Reason.NOTHING)
    surely = SURE_OF_BRIEF if reading.leans else SURE
    if evidence.estimate.outcomes[Status.OUT_OF_SCOPE] >= surely:
        return Decision(Status.OUT_OF_SCOPE, Reason.OTHER_FIELD, matter=matter)
    topics = tuple(topic.name for topic in evidence.found.topics[:_OFFERED])
    return Decision(Status.OUT_OF_SCOPE, Reason.UNCLEAR, topics=topics)


def _is_certain(reading: Reading) -> bool:
    """Return True if the question names what it wants: a provision, or a fact of a document."""
    return bool(reading.references) or reading.fact is not None


def _no_resolution(evidence: Evidence) -> Decision | None:
    if evidence.reach.resolutions:
        return None
    return Decision(Status.NO_RESOLUTION, Reason.NO_RESOLUTION)


def _lookup(evidence: Evidence) -> Decision | None:
    references = evidence.reading.references
    if not references:
        return None
    addresses = tuple(
        address for reference in references for address in _looked_up(reference, evidence)
    )
    if addresses:
        return Decision(Status.ANSWERED, Reason.LOOKUP, addresses)
    return Decision(Status.NOT_FOUND, Reason.UNKNOWN_PROVISION, reference=references[0])


def _looked_up(reference: Reference, evidence: Evidence) -> tuple[Address, ...]:
    """Return what `reference` means in the documents that it may be about.

    Where an annex in a file of its own has the number of its document, one of them is meant.
    """
    of_annex = reference.annex is not None
    for documents in _by(lambda one: one.is_annex is of_annex, evidence.reach.nearest):
        found = tuple(
            address
            for named in _spellings(reference, evidence.reading)
            for resolution in documents
            if resolution.find(address := named.address_in(resolution))
        )
        if found:
            return found
    return ()


def _by(
    first: Callable[[Resolution], bool], documents: tuple[Resolution, ...]
) -> Iterator[tuple[Resolution, ...]]:
    """Yield the documents of which `first` is true, then the others.

    A document that holds its annex itself is among the first, too.
    """
    chosen = tuple(one for one in documents if first(one) or one.annexes)
    yield chosen
    yield tuple(one for one in documents if one not in chosen)


def _spellings(reference: Reference, reading: Reading) -> tuple[Reference, ...]:
    """Return what `reference` may mean: "diem d" typed without marks is điểm d or điểm đ."""
    point = reference.point or ""
    if not point.startswith("d") or has_diacritics(reading.asked):
        return (reference,)
    return (reference, replace(reference, point=f"đ{point[1:]}"))


def _subject(evidence: Evidence) -> Decision | None:
    """Answer whom or what a document applies to with the clause that is headed so, if one is."""
    fact = evidence.reading.fact
    if fact is None or fact not in HEADINGS:
        return None
    headed = (find_headed(resolution, fact) for resolution in evidence.reach.nearest)
    addresses = tuple(address for address in headed if address)
    return Decision(Status.ANSWERED, Reason.LOOKUP, addresses) if addresses else None


def _fact(evidence: Evidence) -> Decision | None:
    fact = evidence.reading.fact
    if fact is None or fact in HEADINGS:
        return None
    told = (find_fact_in(resolution, fact) for resolution in evidence.reach.nearest)
    addresses = tuple(one.address for one in told if one)
    if addresses:
        return Decision(Status.ANSWERED, Reason.FACT, addresses, fact)
    return Decision(Status.NOT_FOUND, Reason.FACT_MISSING, fact=fact)


def _nothing(evidence: Evidence) -> Decision | None:
    """Say that nothing was understood where no provision shares a word with the question."""
    if any(hit.parts[LEXICAL] > 0 for hit in evidence.found.hits):
        return None
    return Decision(Status.OUT_OF_SCOPE, Reason.NOTHING)


def _not_found(evidence: Evidence) -> Decision | None:
    """Say what is known of a question that nothing within reach answers; deny nothing unproved."""
    if _is_answered(evidence):
        return None
    if matter := _left_to_law(evidence):
        return Decision(Status.NOT_FOUND, Reason.LEFT_TO_LAW, matter=matter)
    best = evidence.quotable[0]
    if best.probability < _FAR:
        return Decision(Status.NOT_FOUND, Reason.SILENT)
    measure = evidence.reading.measure
    if measure and measure not in profile_in(evidence.library, best.address).states:
        return Decision(Status.NOT_FOUND, Reason.NO_AMOUNT)
    return Decision(Status.NOT_FOUND, Reason.NOT_SEEN)


def _is_answered(evidence: Evidence) -> bool:
    enough = _ENOUGH_WITH_LAW if _reaches_law(evidence) else _ENOUGH
    return evidence.sureness >= enough


def _left_to_law(evidence: Evidence) -> OutsideMatter | None:
    """Return what the law decides and the question is about, where no law is within reach."""
    hit = evidence.found.matters.get(OutsideKind.LAW)
    if hit is None or _reaches_law(evidence) or hit.score < evidence.found.topic_within:
        return None
    return hit.matter


def _reaches_law(evidence: Evidence) -> bool:
    return any(one.territory.nationwide for one in evidence.reach.resolutions)


def _provision(evidence: Evidence) -> Decision:
    return Decision(Status.ANSWERED, Reason.PROVISION, (evidence.quotable[0].address,))


def comes_first(told: Evidence, here: Evidence) -> bool:
    """Return True if what is `told` of other documents answers rather than what stands `here`.

    Both answer. What the place itself decides comes first, unless the other one is named, or it is
    unsure and the other one clearly surer; if it only urges, surer at all.
    """
    if told.reach.documents:
        return True
    line = here.line(here.quotable[0].address)
    clearly = 0.0 if line and line.answer.general else _CLEARLY
    return here.sureness < _SURELY and told.sureness > here.sureness + clearly


def is_surer(others: Evidence, here: Evidence) -> bool:
    """Return True if what `others` say answers rather than what is found `here`.

    They have to be clearly surer, or surer at all than what is unsure.
    """
    clearly = _CLEARLY if here.sureness >= _SURELY else 0.0
    return others.sureness > here.sureness + clearly


def _matter(evidence: Evidence, kind: OutsideKind) -> OutsideMatter | None:
    """Return the nearest matter of `kind`."""
    hit = evidence.found.matters.get(kind)
    return hit.matter if hit else None


_OUTSIDE = frozenset({Act.INSULT, Act.OTHER_LANGUAGE, Act.LINK, Act.NUMBER})
"""Acts that are no small talk, and yet nothing of grassroots democracy."""
OPEN = frozenset(
    {
        Reason.OTHER_FIELD, Reason.UNCLEAR, Reason.NOTHING, Reason.LEFT_TO_LAW, Reason.SILENT,
        Reason.NOT_SEEN, Reason.NO_AMOUNT, Reason.NO_RESOLUTION, Reason.OTHER_DOCUMENT,
    }
)  # fmt: skip
"""Why a question is not answered from documents of the field, though others may answer it."""
_RULES: tuple[Callable[[Evidence], Decision | None], ...] = (
    _danger,
    _talk,
    _other_document,
    _unknown_document,
    _other_field,
    _no_resolution,
    _lookup,
    _subject,
    _fact,
    _nothing,
    _not_found,
    _provision,
)
