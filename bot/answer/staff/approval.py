"""Answers in the words of the staff: approved for a question, or told by an office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from knowledge.law.resolution import Address
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.topic import Topic


@dataclass(frozen=True, slots=True)
class ApprovalGround:
    """A provision that an approval rests on, by the mark and the words it had then."""

    address: Address
    fingerprint: str
    words: str


@dataclass(frozen=True, slots=True)
class Approval:
    """A wording for `question`, and what it rests on.

    `samples` are other ways to ask the same. It applies where the documents of all `grounds` do,
    and, where it is not "", the one with the id `within`.
    """

    number: int
    question: str
    text: str
    grounds: tuple[ApprovalGround, ...]
    within: str = ""
    samples: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[str, ...]:
        """Return the question and the other ways to ask it."""
        return (self.question, *self.samples)

    @property
    def documents(self) -> frozenset[str]:
        """Return the ids of the documents that have to apply."""
        own = {ground.address.resolution for ground in self.grounds}
        return frozenset(own | {self.within} - {""})


class Approvals(Protocol):
    """The answers that the staff has approved."""

    def current(self) -> tuple[Approval, ...]:
        """Return every approval, newest first, as it was some seconds ago at most."""


@dataclass(frozen=True, slots=True)
class StaffWording:
    """The words of an office on the matter `topic`.

    The `answer` is None where only places decide it and nobody knows which is meant.
    """

    topic: Topic
    answer: OfficeAnswer | None


class Offices(Protocol):
    """The matters of which offices tell by themselves."""

    def of_offices(self) -> tuple[Topic, ...]:
        """Return the matters of which they do, as they are now."""
