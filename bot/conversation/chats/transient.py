"""A chat that is written down nowhere: it is remembered as long as the process that holds it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.answer.edition import Edition
from bot.answer.staff.contacts import UNKNOWN, Contacts
from bot.channels.base import ChannelKind, Message
from bot.conversation.conversation import Conversation
from bot.conversation.limit import QuestionLimit
from bot.conversation.values import LOOKING_BACK, MOST_TURNS, Chat, Menu, Outcome, Turn
from knowledge.gazetteer.places import Place

_ID = "transient"
FindContacts = Callable[[Place | None], Contacts]


def unknown(_: Place | None) -> Contacts:
    """Return what a resident is told where no place has contacts."""
    return UNKNOWN


@dataclass(slots=True)
class _Memory:
    """Remembers the one chat there is."""

    staff: bool
    find_contacts: FindContacts
    menus: dict[str, Menu] = field(default_factory=dict)
    turns: dict[str, Turn] = field(default_factory=dict)

    def menu(self, chat: str, id: str) -> Menu | None:  # noqa: A002, ARG002 - as in the protocol
        return self.menus.get(id)

    def turn(self, chat: str, id: str) -> Turn | None:  # noqa: A002, ARG002 - as in the protocol
        return self.turns.get(id)

    def has_staff(self) -> bool:
        return self.staff

    def contacts(self, place: Place | None) -> Contacts:
        return self.find_contacts(place)

    def recent(self, now: datetime) -> tuple[Turn, ...]:
        """Return the turns that a question may go on from, oldest first."""
        recent = [
            turn
            for turn in self.turns.values()
            if turn.thread is None and now - turn.asked_at <= LOOKING_BACK
        ]
        return tuple(recent[-MOST_TURNS:])


class TransientChat:
    """The chat of one person, who may ask as much as they like.

    `chat` is what is remembered of it so far.
    """

    def __init__(
        self,
        edition: Callable[[], Edition],
        clock: Callable[[], datetime],
        *,
        has_staff: bool,
        contacts: FindContacts = unknown,
    ) -> None:
        """Take what answers, the time with its zone, whether staff is there, whom to turn to."""
        self._memory = _Memory(has_staff, contacts)
        self._clock = clock
        limit = QuestionLimit(sys.maxsize, timedelta())
        self._conversation = Conversation(edition, self._memory, limit, clock)
        self.chat = Chat(_ID, _ID)

    def opens(self) -> Outcome:
        """Return what the bot says to who comes without a word."""
        return self._send(ChannelKind.FOLLOW)

    def says(self, text: str) -> Outcome:
        """Return what `text` leads to."""
        return self._send(ChannelKind.TEXT, text)

    def forget_menus(self) -> None:
        """Let nothing that was offered so far be chosen any more."""
        self._memory.menus.clear()
        self.chat = replace(self.chat, menu=None)

    def _send(self, kind: ChannelKind, text: str = "") -> Outcome:
        now = self._clock()
        chat = replace(self.chat, turns=self._memory.recent(now))
        outcome = self._conversation.respond(Message(_ID, _ID, _ID, kind, text), chat)
        self._remember(outcome, now)
        return outcome

    def _remember(self, outcome: Outcome, now: datetime) -> None:
        memory = self._memory
        if outcome.forget:
            memory.menus.clear()
            memory.turns.clear()
        memory.menus |= {menu.id: menu for reply in outcome.replies if (menu := reply.menu)}
        if outcome.turn:
            memory.turns[outcome.turn.id] = outcome.turn
        last = next(reversed(memory.menus.values()), None)
        since = None if outcome.forget else self.chat.since or now
        self.chat = replace(outcome.chat, menu=last, since=since)
