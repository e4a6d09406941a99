"""Rules for questions that are answered, if at all, by what the search finds."""

from __future__ import annotations

from bot.answer.deciding.decision import Decision, Reason
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.fit.profile import profile_in
from bot.answer.values import Status
from index.retrieval.fusion import LEXICAL
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter

SURE, SURE_OF_BRIEF = 0.8, 0.97
"""The probability from which on another field is named as a question's own, and as that of a brief
message after others, which may be about what they were about."""
CLEARLY, SURELY = 0.15, 0.5
"""The lead in sureness that puts evidence before the place's own decision, and the sureness from
which on that comes first all the same. Of 438 questions of the sets on resolutions 2 then have
another provision first, of 221 that the law decides 11 more the right one."""
OFFERED = 3
"""Topics that are offered where it is unclear what is meant."""
_ENOUGH, _ENOUGH_WITH_LAW = 0.3, 0.4
"""The sureness from which a question is answered, without and with law within reach.

The first refuses 5 in 440 questions of the sets that have an answer. With law four times as many
provisions come near by chance: in the sets on the law a third of the first citations is wrong from
0.3 on, three in ten from 0.4 on, and from there on hardly fewer."""
_FAR = 0.02
"""The probability of an answer below which a provision does not even come near a question."""


def other_field(evidence: Evidence) -> Decision | None:
    """Say of which other field a question is, or offer topics if that is not sure."""
    reading = evidence.reading
    likely = evidence.estimate.likeliest is Status.OUT_OF_SCOPE
    if not likely or reading.is_certain or is_answered(evidence):
        return None
    hit = evidence.found.matters.get(OutsideKind.FIELD)
    if hit is None:
        return Decision(Status.OUT_OF_SCOPE, Reason.NOTHING)
    surely = SURE_OF_BRIEF if reading.leans else SURE
    if evidence.estimate.outcomes[Status.OUT_OF_SCOPE] >= surely:
        return Decision(Status.OUT_OF_SCOPE, Reason.OTHER_FIELD, matter=hit.matter)
    topics = tuple(topic.name for topic in evidence.found.topics[:OFFERED])
    return Decision(Status.OUT_OF_SCOPE, Reason.UNCLEAR, topics=topics)


def nothing(evidence: Evidence) -> Decision | None:
    """Say that nothing was understood if no provision shares a word with the question."""
    if any(hit.parts[LEXICAL] > 0 for hit in evidence.found.hits):
        return None
    return Decision(Status.OUT_OF_SCOPE, Reason.NOTHING)


def not_found(evidence: Evidence) -> Decision | None:
    """Say what is known of a question that nothing within reach answers; deny nothing unproved."""
    if is_answered(evidence):
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


def provision(evidence: Evidence) -> Decision:
    """Answer with the best provision."""
    return Decision(Status.ANSWERED, Reason.PROVISION, (evidence.quotable[0].address,))


def is_answered(evidence: Evidence) -> bool:
    """Return True if the best provision answers surely enough."""
    enough = _ENOUGH_WITH_LAW if _reaches_law(evidence) else _ENOUGH
    return evidence.sureness >= enough


def _left_to_law(evidence: Evidence) -> OutsideMatter | None:
    """Return the matter of the question that the law decides, if no law is within reach."""
    hit = evidence.found.matters.get(OutsideKind.LAW)
    if hit is None or _reaches_law(evidence) or hit.score < evidence.found.topic_within:
        return None
    return hit.matter


def _reaches_law(evidence: Evidence) -> bool:
    return any(resolution.territory.nationwide for resolution in evidence.reach.resolutions)
