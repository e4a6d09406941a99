"""A chat with the bot that nobody remembers: it is held anew for every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.answer.answerer import Answerer
from bot.answer.edition import Edition
from bot.answer.trace import Trace
from bot.answer.values import Answer, Question
from bot.channels.base import Kind, Message
from bot.contacts import UNKNOWN, Contacts
from bot.conversation.conversation import Conversation
from bot.conversation.limit import QuestionLimit
from bot.conversation.situation import VIETNAM
from bot.conversation.typed import find_number
from bot.conversation.values import Chat, Menu, Outcome, Reply, Turn
from knowledge.places import Place

_NOON = time(12)
_MOST = 100
_ID = "trial"
_PLACE = "/diaphuong"
FindContacts = Callable[[Place | None], Contacts]


def unknown(_: Place | None) -> Contacts:
    """Return what a resident is told where no place has contacts."""
    return UNKNOWN


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives, as typed; `chosen` is the label of one place of several so called."""

    typed: str = ""
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message and what the bot replied; `chosen` is the label of what its number chose.

    There is no `trace` of what was answered without looking into documents.
    """

    said: str
    chosen: str
    replies: tuple[Reply, ...]
    trace: Trace | None


@dataclass(frozen=True, slots=True)
class Talk:
    """A chat; `place` is the one at its end, `menu` the last that was offered.

    `asked_back` is what the bot said where it could not tell which place is meant: then nothing
    was asked.
    """

    place: Place | None = None
    asked_back: Reply | None = None
    exchanges: tuple[Exchange, ...] = ()
    menu: Menu | None = None


def hold(
    edition: Edition,
    day: date,
    home: Home,
    messages: Sequence[str],
    contacts: FindContacts = unknown,
) -> Talk:
    """Return the chat of a resident who writes `messages` on that day."""
    resident = _Resident(edition, day, contacts)
    asked_back = resident.settle(home) if home.typed.strip() else None
    exchanges = () if asked_back else tuple(map(resident.says, messages))
    return Talk(resident.chat.place, asked_back, exchanges, resident.chat.menu)


class _Recorder(Answerer):
    """Answers with the parts of another, and keeps how it came to the last answer."""

    def __init__(self, other: Answerer) -> None:
        vars(self).update(vars(other))
        self.last: Trace | None = None

    def answer(self, question: Question) -> Answer:
        self.last = self.trace(question)
        return self.last.answer


@dataclass(slots=True)
class _Memory:
    """Remembers one chat, as long as the page takes; the contacts are those of all chats."""

    find_contacts: FindContacts
    menus: dict[str, Menu] = field(default_factory=dict)
    turns: dict[str, Turn] = field(default_factory=dict)

    def menu(self, chat: str, id: str) -> Menu | None:  # noqa: A002, ARG002 - as in the protocol
        return self.menus.get(id)

    def turn(self, chat: str, id: str) -> Turn | None:  # noqa: A002, ARG002 - as in the protocol
        return self.turns.get(id)

    def has_staff(self) -> bool:
        """Return True: whoever tries is one of them."""
        return True

    def contacts(self, place: Place | None) -> Contacts:
        return self.find_contacts(place)


class _Resident:
    """Somebody new who writes to the bot at noon."""

    def __init__(self, edition: Edition, day: date, contacts: FindContacts) -> None:
        self._recorder = _Recorder(edition.answerer)
        self._memory = _Memory(contacts)
        self._now = datetime.combine(day, _NOON, VIETNAM)
        watched = replace(edition, answerer=self._recorder)
        limit = QuestionLimit(_MOST, timedelta(days=1))
        self._conversation = Conversation(lambda: watched, self._memory, limit, lambda: self._now)
        self.chat = Chat(_ID, _ID)

    def settle(self, home: Home) -> Reply | None:
        """Tell the place, and which of several is meant; return what is asked back, if anything.

        What is offered then is no part of the chat that is shown.
        """
        replies = self.says(f"{_PLACE} {home.typed}").replies
        offered = [one.label for one in self.chat.menu.choices] if self.chat.menu else []
        if self.chat.place is None and home.chosen in offered:
            self.says(str(offered.index(home.chosen) + 1))
        if self.chat.place is None:
            return replies[-1]
        self._memory.menus.clear()
        self.chat = replace(self.chat, menu=None)
        return None

    def says(self, text: str) -> Exchange:
        """Send a message."""
        chosen = self._chosen(text)
        self._recorder.last = None
        message = Message(_ID, _ID, _ID, Kind.TEXT, text)
        outcome = self._conversation.respond(message, self.chat)
        self._remember(outcome)
        return Exchange(text, chosen, outcome.replies, self._recorder.last)

    def _chosen(self, text: str) -> str:
        choices = self.chat.menu.choices if self.chat.menu else ()
        number = find_number(text) or 0
        return choices[number - 1].label if 0 < number <= len(choices) else ""

    def _remember(self, outcome: Outcome) -> None:
        if outcome.forget:
            self._memory.menus.clear()
            self._memory.turns.clear()
        menus = {menu.id: menu for reply in outcome.replies if (menu := reply.menu)}
        self._memory.menus.update(menus)
        if outcome.turn:
            self._memory.turns[outcome.turn.id] = outcome.turn
        last = next(reversed(self._memory.menus.values()), None)
        turns = tuple(turn for turn in self._memory.turns.values() if turn.thread is None)
        self.chat = replace(outcome.chat, turns=turns, menu=last, since=self._now)
