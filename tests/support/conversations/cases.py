"""Residents who need a person, for tests of the inbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from bot.answer.values import Status
from bot.channels.base import Abilities
from bot.conversation.values import Opinion, Outcome, Turn
from bot.store.store import Store
from bot.store.values import Delivery
from tests.support.running.stores import chat, message, settle, turn

ABILITIES = {
    "telegram": Abilities(longest_text=4096, most_buttons=100),
    "zalo-oa": Abilities(longest_text=2000, most_buttons=0, window=timedelta(hours=48)),
}


@dataclass
class Carrier:
    """Takes what is to be sent, and remembers it."""

    taken: list[Delivery] = field(default_factory=list)

    def __call__(self, deliveries: Sequence[Delivery]) -> None:
        self.taken += deliveries


@dataclass
class Town:
    """Residents who ask, at a time that the test sets."""

    store: Store
    now: datetime

    def asks(
        self, question: str, channel: str = "telegram", by: str = "4242", **facts: Any
    ) -> Turn:
        """Let somebody ask what the bot finds nothing for, unless `facts` say otherwise."""
        told = {"status": Status.NOT_FOUND, "confidence": None, "cited": (), **facts}
        asked = replace(turn(self.now, question=question, reading=question), **told)
        self._leads_to(channel, by, turn=asked)
        return asked

    def wants_staff(
        self, question: str, channel: str = "telegram", by: str = "4242", **facts: Any
    ) -> Turn:
        """Let somebody ask, and hand the question to the staff."""
        asked = self.asks(question, channel, by, **facts)
        self._leads_to(channel, by, staff_question=asked.id)
        return asked

    def writes_back(
        self, thread: Turn, text: str, channel: str = "telegram", by: str = "4242"
    ) -> Turn:
        """Let the one who asked write to the staff."""
        told = {"status": Status.SMALL_TALK, "confidence": None, "cited": (), "thread": thread.id}
        words = replace(turn(self.now, question=text, reading=text), **told)  # type: ignore[arg-type]
        self._leads_to(channel, by, turn=words, staff_question=words.id)
        return words

    def judges(self, answered: Turn, *, good: bool, by: str = "4242") -> None:
        """Let the one who asked say what they think of the staff's answer."""
        self._leads_to("telegram", by, staff_opinion=Opinion(answered.id, good=good))

    def blames(self, asked: Turn, comment: str, reason: str = "hard_to_read") -> None:
        """Let the one who asked be discontent."""
        opinion = Opinion(asked.id, good=False, reason=reason, comment=comment)
        self._leads_to("telegram", "4242", opinion=opinion)

    def _leads_to(self, channel: str, by: str, **outcome: Any) -> None:
        sent = message(channel=channel, chat=by)
        settle(self.store, Outcome(chat(sent), **outcome), at=self.now, sent=sent)
