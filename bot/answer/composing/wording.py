"""The words of an answer: the template of the decision, filled with what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answer.composing.compose import QuotedBlock
from bot.answer.composing.shape import LONGEST_ANSWER
from bot.answer.composing.unseen import Unseen
from bot.answer.deciding.decide import Decision, Reason
from bot.answer.deciding.evidence import Evidence
from bot.answer.deciding.verify import may_be_named
from bot.answer.staff.contacts import UNKNOWN
from bot.answer.values import Earlier, Status
from knowledge.law.resolution import Address
from prompts.render import render

_BY_STAFF = (Reason.OFFICE, Reason.OFFICE_PLACE, Reason.APPROVED)
_IN_ENGLISH = (Reason.SMALL_TALK, Reason.DANGER, *_BY_STAFF)
"""What has English words of its own, or was worded by the staff."""
UNSURE = 0.4
"""Probability of the first citation below which the answer says that it may not be meant."""


@dataclass(frozen=True, slots=True)
class AnswerPosition:
    """Where an answer stands: as part of the answer to a whole message, at the beginning of a chat.

    What the whole message says once is left out of a part, what a chat says once of later answers;
    `before` are the turns that may have said it. `longest` is what it may be long. `of_law` tells
    that only the law was asked for.
    """

    is_part: bool = False
    begins: bool = True
    longest: int = LONGEST_ANSWER
    of_law: bool = False
    before: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerContents:
    """What is told: `blocks`, as many steps of the first one's plain answer, provisions by name.

    `unseen` are documents that are known to exist and are not here.
    """

    blocks: Sequence[QuotedBlock] = ()
    steps: int = 0
    named: Sequence[Address] = ()
    unseen: Sequence[Unseen] = ()


def word(
    decision: Decision,
    evidence: Evidence,
    said: AnswerContents,
    standing: AnswerPosition = AnswerPosition(),
) -> str:
    """Return what the resident reads."""
    reading = evidence.reading
    if standing.is_part:
        reading = replace(reading, asked=reading.text)
    answered = decision.status is Status.ANSWERED and decision.reason not in _BY_STAFF
    template = "answered" if answered else decision.reason.value
    if reading.english and decision.reason not in _IN_ENGLISH and not answered:
        template = "in_english"
    line = said.blocks[0].line if said.blocks else None
    return render(
        f"answer/{template}",
        decision=decision,
        contacts=UNKNOWN,
        told_staff=False,
        standing=standing,
        unsure=decision.reason is Reason.PROVISION and evidence.estimate.first_is_right < UNSURE,
        reading=reading,
        reach=evidence.reach,
        own=evidence.reach.own,
        place=evidence.reach.place,
        resolutions=evidence.reach.resolutions,
        meant=evidence.reach.nearest,
        blocks=said.blocks,
        unseen=said.unseen,
        steps=line.answer.steps[: said.steps] if line else (),
        further=[(address, evidence.library[address.resolution]) for address in said.named],
        nearest=[
            (address, evidence.library[address.resolution])
            for address in (evidence.nearest,)
            if address and may_be_named(address, evidence.reach, evidence.library)
        ],
    )
