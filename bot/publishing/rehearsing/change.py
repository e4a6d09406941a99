"""Changes of answers when a document comes in, and what each is worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.answer.values import Status
from knowledge.law.resolution import Address


@dataclass(frozen=True, slots=True)
class RehearsedAnswer:
    """An answer, with the provisions that it quotes.

    `is_right` is None where nobody has said what would be right.
    """

    status: Status
    text: str
    is_right: bool | None = None
    cited: tuple[Address, ...] = ()

    @property
    def answers(self) -> bool:
        """Return True if a provision is quoted, and not told that there is none."""
        return self.status is Status.ANSWERED


class ChangeVerdict(StrEnum):
    """The worth of a change; the words are in `publishing/rehearsal/verdict.j2`."""

    WORSE = "worse"
    BETTER = "better"
    OTHER = "other"


class ChangeGroup(StrEnum):
    """The kinds of changes, the gravest first; the words are in `publishing/rehearsal/group.j2`."""

    DENIED = "denied"
    """The document says it, and the answer would be that nothing does."""
    REFUSED = "refused"
    """It was answered, and would be no more."""
    MOVED = "moved"
    """Another provision would answer it than before."""
    BESIDE = "beside"
    """Another provision would answer it than that from whose words it is made."""
    NEW = "new"
    """It was not answered, and would be."""
    REWORDED = "reworded"
    """The same provision would answer it in other words, or another order."""
    UNANSWERED = "unanswered"
    """It would be refused as before, in other words."""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """A question that would be answered otherwise than before, or than a document says.

    A question from the words of a document has their `provision`, and no answer `before`.
    `case` is the number under which the question waits in the inbox.
    """

    question: str
    place: str | None
    before: RehearsedAnswer | None
    after: RehearsedAnswer
    provision: Address | None = None
    case: int | None = None

    @property
    def verdict(self) -> ChangeVerdict:
        """Return what persons said of the two answers comes to."""
        before = self.before.is_right if self.before else None
        if before == self.after.is_right:
            return ChangeVerdict.OTHER
        return ChangeVerdict.BETTER if self.after.is_right else ChangeVerdict.WORSE

    @property
    def group(self) -> ChangeGroup:
        """Return what changes."""
        if self.before is None:
            return ChangeGroup.BESIDE if self.after.answers else ChangeGroup.DENIED
        if self.before.answers and self.after.answers:
            stays = _leads_alike(self.before.cited, self.after.cited)
            return ChangeGroup.REWORDED if stays else ChangeGroup.MOVED
        if self.before.answers:
            return ChangeGroup.REFUSED
        return ChangeGroup.NEW if self.after.answers else ChangeGroup.UNANSWERED

    @property
    def is_news(self) -> bool:
        """Return True if somebody waits in the inbox for what would be answered now."""
        return self.case is not None and self.group is ChangeGroup.NEW


def is_among(address: Address, cited: Iterable[Address]) -> bool:
    """Return True if one of `cited` is the provision, encloses it or lies inside it."""
    return any(quoted.covers(address) or address.covers(quoted) for quoted in cited)


def _leads_alike(before: tuple[Address, ...], after: tuple[Address, ...]) -> bool:
    """Return True if the first provision that each answer quotes stands in the other one, too."""
    return all(
        is_among(quoted, others)
        for cited, others in ((before, after), (after, before))
        for quoted in cited[:1]
    )
