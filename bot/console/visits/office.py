"""The parts that the pages are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hmac import compare_digest
from pathlib import Path

from bot.answer.edition import Edition
from bot.channels.base import Abilities
from bot.publishing.materials import Materials
from bot.publishing.publisher import Publisher
from bot.serving.worker import Worker, in_thread
from bot.store.accounts.audit import Audit
from bot.store.accounts.sessions import Sessions, new_token
from bot.store.keys.key import SecretKey
from bot.store.store import Delivery, Store
from knowledge.library.intake.drafts import Drafts


def leave_stored(_: Sequence[Delivery]) -> None:
    """Leave deliveries where they are: the next start of the service sends them."""


@dataclass(frozen=True, slots=True)
class Office:
    """The parts that pages use; `incidents` is the folder for faults that nobody foresaw.

    `publisher.materials` holds the documents and the staff's sample questions, `drafts` the
    documents that nobody has published yet.

    `refresh` lets a version that has just come answer here at once, instead of seconds later;
    `editions` opens each version of the index by its number, the newest first; `background` does
    work that takes longer than a page may; `deliver` sends what is stored now. `abilities` are
    those of the running channels, by their names.
    `invitation` lets whoever starts the service make the first account; no file holds it.
    """

    store: Store
    key: SecretKey
    edition: Callable[[], Edition]
    clock: Callable[[], datetime]
    incidents: Path
    publisher: Publisher
    drafts: Drafts
    secure_cookies: bool = False
    refresh: Callable[[], object] = bool
    editions: Callable[[], Mapping[str, Callable[[], Edition]]] = dict
    background: Callable[[Callable[[], None]], None] = in_thread
    abilities: Mapping[str, Abilities] = field(default_factory=dict)
    deliver: Callable[[Sequence[Delivery]], None] = leave_stored
    invitation: str = field(default_factory=new_token, repr=False)

    @property
    def materials(self) -> Materials:
        """Return the place of documents and sample questions."""
        return self.publisher.materials

    @property
    def worker(self) -> Worker:
        """Return who does what takes longer than a page may."""
        return Worker(self.store.tasks, self.clock, self.incidents, self.background)

    @property
    def sessions(self) -> Sessions:
        """Return who is signed in."""
        return self.store.sessions

    @property
    def audit(self) -> Audit:
        """Return the log of who did what."""
        return self.store.audit

    def first_link(self) -> str | None:
        """Return the path at which the first account is made, None once there is an account."""
        return None if self.store.has_staff() else f"/thiet-lap/{self.invitation}"

    def invites(self, token: str) -> bool:
        """Return True if whoever has `token` may make the first account."""
        known = compare_digest(token.encode(), self.invitation.encode())
        return known and not self.store.has_staff()
