"""An answer that somebody of the staff has approved for a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from knowledge.resolution import Address


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision that an approval rests on, by the mark and the words it had then."""

    address: Address
    fingerprint: str
    words: str


@dataclass(frozen=True, slots=True)
class Approval:
    """A wording for `question`, and what it rests on.

    It applies where the documents of all `grounds` do, and, where it is not "", the one with the id
    `within`.
    """

    number: int
    question: str
    text: str
    grounds: tuple[Ground, ...]
    within: str = ""

    @property
    def documents(self) -> frozenset[str]:
        """Return the ids of the documents that have to apply."""
        own = {ground.address.resolution for ground in self.grounds}
        return frozenset(own | {self.within} - {""})


class Approvals(Protocol):
    """What the staff has approved."""

    def current(self) -> tuple[Approval, ...]:
        """Return every approval, newest first, as it was some seconds ago at most."""
