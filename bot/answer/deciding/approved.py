"""Finding the approved answer to a question, while what it rests on still says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from bot.answer.quoting.likeness import alike, same
from bot.answer.selection.scope import Inquiry, Reach
from bot.answer.staff.approval import Approval, ApprovalGround, Approvals
from bot.answer.values import Reading
from knowledge.law.fingerprint import fingerprint
from knowledge.law.resolution import Address, Resolution

_CLOSE = 0.95
"""The cosine from which on questions that share nearly all words mean the same: of the 196,878
pairs in the project's question sets 14 pass, each the same question said twice; of its questions
said again with the polite words of a chat 87 to 98 in 100, without diacritics 98."""
_REMEMBERED = 1024


class Approved:
    """The approvals, looked through for each question to one version of the `library`.

    `read` returns how a question is understood, `closeness` the cosine of two questions.
    """

    def __init__(
        self,
        library: Mapping[str, Resolution],
        read: Callable[[str], Reading],
        closeness: Callable[[str, str], float],
        approvals: Approvals | None = None,
    ) -> None:
        self._library, self._approvals, self._closeness = library, approvals, closeness
        self.read = lru_cache(_REMEMBERED)(read)
        self._stands = lru_cache(_REMEMBERED)(self._compare)

    def approve(self, inquiry: Inquiry) -> Inquiry:
        """Return `inquiry` with the approved answer to it, if there is one."""
        return replace(inquiry, approval=self.find(inquiry.reading, inquiry.reach))

    def find(self, reading: Reading, reach: Reach) -> Approval | None:
        """Return the approval that answers the question in nearly its words, None if none does."""
        fitting = (
            approval
            for approval in self.within(reach)
            if any(self._says(self.read(question), reading) for question in approval.questions)
        )
        return only(tuple(fitting), reach)

    def current(self) -> tuple[Approval, ...]:
        """Return every approval, whether or not it stands, newest first."""
        return self._approvals.current() if self._approvals else ()

    def within(self, reach: Reach) -> tuple[Approval, ...]:
        """Return every approval that stands and applies within `reach`, newest first."""
        every = self.current()
        return tuple(
            approval
            for approval in every
            if approval.documents <= reach.ids and not self.changed(approval)
        )

    def changed(self, approval: Approval) -> tuple[ApprovalGround, ...]:
        """Return what `approval` rests on and is not as it was: a reason to suspend it."""
        return tuple(ground for ground in approval.grounds if not self._stands(ground))

    def _says(self, own: Reading, reading: Reading) -> bool:
        """Return True if `reading` asks in nearly the words of `own`."""
        if same(own.searched, reading.searched):
            return True
        return (
            alike(own.searched, reading.searched)
            and (own.references, own.measure) == (reading.references, reading.measure)
            and self._closeness(own.searched, reading.searched) >= _CLOSE
        )

    def _compare(self, ground: ApprovalGround) -> bool:
        """Return True if the provision is what it was; that takes long enough to remember it."""
        now = ground_at(ground.address, self._library)
        return now is not None and now.fingerprint == ground.fingerprint


def only(fitting: Sequence[Approval], reach: Reach) -> Approval | None:
    """Return the first of the approvals that are `fitting`, None if there is none.

    If nobody says which place is meant, several that apply in different places are none.
    """
    if reach.place is None and len({approval.documents for approval in fitting}) > 1:
        return None
    return fitting[0] if fitting else None


def ground_at(address: Address, library: Mapping[str, Resolution]) -> ApprovalGround | None:
    """Return the provision at `address` as something to rest on, None where there is none."""
    resolution = library.get(address.resolution)
    unit = resolution.find(address) if resolution else None
    if resolution is None or unit is None:
        return None
    words = "\n".join(unit.words for unit in resolution.inside(address) if unit.words)
    return ApprovalGround(address, fingerprint(address, resolution), words)
