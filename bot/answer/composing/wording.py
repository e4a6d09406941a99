"""The words of an answer: the template of the decision, filled with what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from bot.answer.composing.compose import QuotedBlock
from bot.answer.composing.shape import LONGEST_ANSWER
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.deciding.verify import may_be_named
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.scope import Reach
from bot.answer.staff.contacts import UNKNOWN
from bot.answer.values import Earlier
from knowledge.law.resolution import Address, Resolution
from knowledge.library.absent import Absent
from knowledge.matters.lists.cards import Bearing
from prompts.render import render

UNSURE = 0.4
"""Probability of the first citation below which the answer says that it may not be meant."""


@dataclass(frozen=True, slots=True)
class AnswerPosition:
    """The position of an answer in the answer to a whole message, and in a chat.

    A part leaves out what the whole message says once, a later answer what a chat says once;
    `before` are the turns that may have said it. `longest` is how long it may be. `of_law` tells
    that only the law was asked for.
    """

    is_part: bool = False
    begins: bool = True
    longest: int = LONGEST_ANSWER
    of_law: bool = False
    before: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Unseen:
    """Absent documents that bear alike on `document`, or on a place if that is None."""

    bearing: Bearing
    certain: bool
    absent: tuple[Absent, ...]
    document: Resolution | None = None


@dataclass(frozen=True, slots=True)
class AnswerContents:
    """The contents of an answer: `blocks`, `steps` of the first plain answer, provisions by name.

    `unseen` are documents that are known to exist and are not here.
    """

    blocks: Sequence[QuotedBlock] = ()
    steps: int = 0
    named: Sequence[Address] = ()
    unseen: Sequence[Unseen] = ()


def word(
    decision: Decision,
    evidence: Evidence,
    contents: AnswerContents,
    position: AnswerPosition = AnswerPosition(),
) -> str:
    """Return what the resident reads."""
    reading = evidence.reading
    if position.is_part:
        reading = replace(reading, asked=reading.text)
    line = contents.blocks[0].line if contents.blocks else None
    return render(
        template_of(decision.reason, english=reading.english),
        decision=decision,
        contacts=UNKNOWN,
        told_staff=False,
        standing=position,
        unsure=decision.reason is Reason.PROVISION and evidence.estimate.first_is_right < UNSURE,
        reading=reading,
        reach=evidence.reach,
        own=evidence.reach.own,
        place=evidence.reach.place,
        resolutions=evidence.reach.resolutions,
        meant=evidence.reach.nearest,
        blocks=contents.blocks,
        unseen=contents.unseen,
        steps=line.answer.steps[: contents.steps] if line else (),
        further=[(address, evidence.library[address.resolution]) for address in contents.named],
        nearest=[
            (address, evidence.library[address.resolution])
            for address in (evidence.nearest,)
            if address and may_be_named(address, evidence.reach, evidence.library)
        ],
    )


def template_of(reason: Reason, *, english: bool) -> str:
    """Return the template for `reason`: answers share one, other reasons have their own.

    A question in `english` that nothing answers gets the one template in English.
    """
    match reason:
        case Reason.PROVISION | Reason.LOOKUP | Reason.FACT:
            return "answer/found/answered"
        case Reason.APPROVED | Reason.OFFICE | Reason.OFFICE_PLACE:
            return f"answer/staff/{reason.value}"
        case Reason.DANGER | Reason.SMALL_TALK:
            return f"answer/talk/{reason.value}"
        case (
            Reason.OTHER_DOCUMENT
            | Reason.UNKNOWN_DOCUMENT
            | Reason.UNKNOWN_PROVISION
            | Reason.NO_RESOLUTION
            | Reason.FACT_MISSING
        ):
            template = f"answer/unknown/{reason.value}"
        case (
            Reason.OTHER_FIELD
            | Reason.UNCLEAR
            | Reason.LEFT_TO_LAW
            | Reason.SILENT
            | Reason.NOT_SEEN
            | Reason.NO_AMOUNT
            | Reason.NOTHING
        ):
            template = f"answer/unanswered/{reason.value}"
        case _:
            assert_never(reason)
    return "answer/unanswered/in_english" if english else template


def find_unseen(
    absent: Sequence[Absent],
    cited: Iterable[Resolution],
    reach: Reach,
    before: Sequence[Earlier],
) -> tuple[Unseen, ...]:
    """Return what of `absent` bears on the documents `cited`, or on the places of `reach`.

    Documents that the turns `before` have told are left out, and so are those unknown on the day.
    """
    days = [scope.day for scope in reach.scopes]
    new = [
        document
        for document in absent
        if all(map(document.is_known_on, days))
        and not any(_was_told(document, turn) for turn in before)
    ]
    of_documents = tuple(_of_documents(new, cited))
    grouped = {document for group in of_documents for document in group.absent}
    others = [document for document in new if document not in grouped]
    return (*of_documents, *_of_places(others, reach))


def _was_told(absent: Absent, turn: Earlier) -> bool:
    """Return True if the answer to `turn` cited what `absent` bears on, or was for its people."""
    cited = {address.resolution for address in turn.cited}
    return bool(cited & absent.bears_on) or (turn.place is not None and absent.binds(turn.place))


def _of_documents(new: Sequence[Absent], cited: Iterable[Resolution]) -> Iterator[Unseen]:
    for document in dict.fromkeys(cited):
        if document.edition:  # a consolidated edition tells of the same
            continue
        groups: dict[tuple[Bearing, bool], list[Absent]] = {}
        for absent in new:
            if document.id in absent.bears_on:
                groups.setdefault((absent.bearing, absent.card.certain), []).append(absent)
        for (bearing, certain), group in groups.items():
            yield Unseen(bearing, certain, tuple(group), document)


def _of_places(new: Sequence[Absent], reach: Reach) -> Iterator[Unseen]:
    places = [scope.place for scope in reach.scopes if scope.place]
    binding = tuple(document for document in new if any(map(document.binds, places)))
    if binding:
        yield Unseen(Bearing.BESIDE, certain=True, absent=binding)
