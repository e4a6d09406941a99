"""The values of a conversation: what is remembered of a chat, what is replied, what is kept."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.answer.staff.contacts import Contacts
from bot.answer.values import Status
from index.hit import Hit
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Address

THREAD_LASTS = timedelta(hours=48)
"""The time after an officer's last words in which a resident's words go to the officer."""
LOOKING_BACK = timedelta(minutes=30)
MOST_TURNS = 6
"""The age and the number of the questions that another may go on from."""


def new_id() -> str:
    """Return a name that nobody can guess: 12 letters, digits, "-" and "_"."""
    return secrets.token_urlsafe(9)


@dataclass(frozen=True, slots=True)
class ChoiceAction:
    """The step of the conversation that a choice asks for, and what the step is given."""

    name: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A button, or a number to type where the platform has none."""

    label: str
    action: ChoiceAction


@dataclass(frozen=True, slots=True)
class Reply:
    """A thing that is said, however long, with rows of choices below it."""

    text: str
    choices: tuple[tuple[Choice, ...], ...] = ()
    id: str = field(default_factory=new_id)

    @property
    def menu(self) -> Menu | None:
        """Return the choices as they are remembered, None where there are none."""
        flat = tuple(choice for row in self.choices for choice in row)
        return Menu(self.id, flat) if flat else None


@dataclass(frozen=True, slots=True)
class Menu:
    """The choices that were offered in one reply, in order."""

    id: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision that an answer cited; `fingerprint` tells whether its words are the same."""

    address: Address
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what became of it.

    `question` is as typed, `reading` as understood; both are masked before they are stored.
    `topics` are the nearest ones, best first. `index_version` names the version that answered.
    `thread` is the turn that these words to the staff follow: nothing was answered to them, and
    their status says nothing. None for a question.
    """

    id: str
    asked_at: datetime
    question: str
    reading: str
    status: Status
    place: Place | None = None
    cited: tuple[Cited, ...] = ()
    passages: tuple[Hit, ...] = ()
    topics: tuple[str, ...] = ()
    confidence: float | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    index_version: str = ""
    thread: str | None = None


class Expects(StrEnum):
    """The likely kind of the next text of a chat."""

    PLACE = "place"
    COMMENT = "comment"
    """On the answer of the turn `Chat.about`."""
    SAFETY = "safety"
    """More from somebody who told of danger in the turn `Chat.about`."""
    STAFF = "staff"
    """Words to the staff, in the thread about the turn `Chat.thread`."""


@dataclass(frozen=True, slots=True)
class Chat:
    """The memory of a chat when a message comes.

    `key` stands for the chat without telling who that is. `turns` are those that a question may
    go on from, oldest first; `menu` is the last one that was offered. `since` is None for a new
    chat. `thread` is the turn about which there is a thread with the staff, `until` is when it
    ends; both are None where there is none. `person` stands, as the key does, for who wrote in a
    group; "" elsewhere. `declined` tells that the place is not to be asked for.
    """

    key: str
    channel: str
    place: Place | None = None
    expects: Expects | None = None
    about: str | None = None
    thread: str | None = None
    until: datetime | None = None
    turns: tuple[Turn, ...] = ()
    menu: Menu | None = None
    since: datetime | None = None
    person: str = ""
    declined: bool = False

    @property
    def asker(self) -> str:
        """Return what stands for whose questions are counted together."""
        return self.person or self.key


@dataclass(frozen=True, slots=True)
class Opinion:
    """A person's opinion of the answer of a turn; a later one on the same turn adds to it."""

    turn: str
    good: bool
    reason: str | None = None
    comment: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a message: replies, and what is remembered.

    Of `chat` the place and what is expected are kept. `staff_question` is the turn whose question
    goes to the staff, `staff_opinion` what the resident thinks of the staff's answer to a turn,
    `resend` the delivery that a person asks for again. `forget` removes everything of the chat but
    the replies that are still to be sent.
    """

    chat: Chat
    replies: tuple[Reply, ...] = ()
    turn: Turn | None = None
    opinion: Opinion | None = None
    staff_question: str | None = None
    staff_opinion: Opinion | None = None
    resend: str | None = None
    forget: bool = False


class Memory(Protocol):
    """The memory that a conversation looks back into. Nothing is found of other chats."""

    def menu(self, chat: str, id: str) -> Menu | None:  # noqa: A002
        """Return the menu `id` that was offered in the chat with the key `chat`."""

    def turn(self, chat: str, id: str) -> Turn | None:  # noqa: A002
        """Return the turn `id` of the chat with the key `chat`."""

    def has_staff(self) -> bool:
        """Return True if anyone is there to read what residents ask the staff."""

    def contacts(self, place: Place | None) -> Contacts:
        """Return whom a resident of `place`, None where it is not known, can turn to."""
