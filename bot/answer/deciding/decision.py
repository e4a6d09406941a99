"""The decision on a question: a status, a reason, and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.answer.acts.act import Act
from bot.answer.selection.evidence import Evidence
from bot.answer.selection.scope import Inquiry
from bot.answer.staff.approval import Approval, StaffWording
from bot.answer.values import Fact, Status
from knowledge.law.references.citation import Reference
from knowledge.law.resolution import Address
from knowledge.matters.lists.outside import OutsideMatter


class Reason(StrEnum):
    """The reason for a status; its words are a template (`composing.wording.template_of`)."""

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
    """Offices tell of it, each for its own place, and nobody knows which place is meant."""

    @property
    def is_open(self) -> bool:
        """Return True if documents of other fields, or summaries, may answer all the same."""
        match self:
            case (
                Reason.OTHER_DOCUMENT
                | Reason.OTHER_FIELD
                | Reason.NO_RESOLUTION
                | Reason.UNCLEAR
                | Reason.LEFT_TO_LAW
                | Reason.SILENT
                | Reason.NOT_SEEN
                | Reason.NO_AMOUNT
                | Reason.NOTHING
            ):
                return True
            case (
                Reason.DANGER
                | Reason.SMALL_TALK
                | Reason.UNKNOWN_DOCUMENT
                | Reason.LOOKUP
                | Reason.UNKNOWN_PROVISION
                | Reason.FACT
                | Reason.FACT_MISSING
                | Reason.PROVISION
                | Reason.APPROVED
                | Reason.OFFICE
                | Reason.OFFICE_PLACE
            ):
                return False
            case _:
                assert_never(self)

    @property
    def gives_way(self) -> bool:
        """Return True if an answer of the staff may come instead."""
        match self:
            case Reason.PROVISION | Reason.FACT | Reason.FACT_MISSING:
                return True
            case _:
                return self.is_open


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


@dataclass(frozen=True, slots=True)
class Decided:
    """A question with what was decided of it, and the evidence for that."""

    inquiry: Inquiry
    evidence: Evidence
    decision: Decision


def serve(approval: Approval) -> Decision:
    """Return the decision to answer with what was approved."""
    addresses = tuple(ground.address for ground in approval.grounds)
    return Decision(Status.ANSWERED, Reason.APPROVED, addresses, approval=approval)


def tell(told: StaffWording) -> Decision:
    """Return the decision to tell what an office tells, or to ask for which place."""
    if told.answer is None:
        return Decision(Status.NOT_FOUND, Reason.OFFICE_PLACE, told=told)
    return Decision(Status.ANSWERED, Reason.OFFICE, told=told)
