"""A resident who talks with the bot, and a memory that lasts as long as the test."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.answer.quoting.guide import Guide
from bot.answer.staff.contacts import UNKNOWN, Contacts
from bot.channels.base import ChannelKind, Message
from bot.conversation.conversation import Conversation
from bot.conversation.limit import QuestionLimit
from bot.conversation.talk.thread import staff_reply
from bot.conversation.values import (
    THREAD_LASTS,
    Chat,
    Choice,
    Expects,
    Menu,
    Opinion,
    Outcome,
    Reply,
    Turn,
)
from index.hit import Hit
from index.matters.assignment import Author, Membership
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.topic import PlainAnswer, Right, Topic
from tests.support.answers.answers import FakeSearcher, as_found, gazetteer, library
from tests.support.documents.documents import CA_MAU, KIM_THANH, LANG_SON, at
from tests.support.language.language import speller

NOON = datetime(2026, 11, 22, 5, tzinfo=UTC)
"""Twelve o'clock where residents are, on a day on which every bundled document is in force."""
LOOKING_BACK = timedelta(minutes=30)
MONEY = "kinh phí thực hiện dân chủ"


@dataclass
class FakeMemory:
    """Remembers what residents are told, each under the key of their chat."""

    staff: bool = False
    reached: dict[Place, Contacts] = field(default_factory=dict)
    menus: dict[tuple[str, str], Menu] = field(default_factory=dict)
    turns: dict[tuple[str, str], Turn] = field(default_factory=dict)

    def menu(self, chat: str, id: str) -> Menu | None:  # noqa: A002 - as in the protocol
        return self.menus.get((chat, id))

    def turn(self, chat: str, id: str) -> Turn | None:  # noqa: A002 - as in the protocol
        return self.turns.get((chat, id))

    def has_staff(self) -> bool:
        return self.staff

    def contacts(self, place: Place | None) -> Contacts:
        return self.reached.get(place, UNKNOWN) if place else UNKNOWN


@dataclass
class Clock:
    """Tells the time that the test has set."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def passes(self, spent: timedelta) -> None:
        self.now += spent


def topics() -> tuple[Topic, ...]:
    """Return ten topics of the right to know, the first of which several documents regulate."""
    money = tuple(PlainAnswer((one,)) for one in (at(CA_MAU, 2), at(LANG_SON, 5), at(KIM_THANH, 3)))
    others = (
        Topic(
            f"việc thứ {number}",
            (Right.KNOW, Right.DISCUSS),
            (PlainAnswer((at(LANG_SON, 3, number % 3 + 1),)),),
            ("?",),
        )
        for number in range(2, 11)
    )
    return (Topic(MONEY, (Right.KNOW, Right.SUPERVISE), money, ("Tiền ở đâu ra?",)), *others)


def catalogue() -> Catalogue:
    """Return those topics with the provisions that they name."""
    belonging = (
        Membership(topic.name, address, 1.0, Author.PERSON)
        for topic in topics()
        for address in topic.provisions
    )
    return Catalogue(topics(), belonging)


@dataclass
class Bot:
    """A conversation over the bundled library, with a search that finds the `hits` it is given."""

    searcher: FakeSearcher = field(default_factory=FakeSearcher)
    memory: FakeMemory = field(default_factory=FakeMemory)
    clock: Clock = field(default_factory=Clock)
    library: dict[str, Resolution] = field(default_factory=lambda: dict(library()))
    questions: int = 20
    office: tuple[Topic, ...] = ()

    def __post_init__(self) -> None:
        limit = QuestionLimit(self.questions, timedelta(minutes=10))
        self.conversation = Conversation(self.edition, self.memory, limit, self.clock)

    def edition(self) -> Edition:
        guide = Guide(offices=self)
        answerer = Answerer(
            self.library, self.searcher, gazetteer(), speller(), guide, fit=as_found
        )
        return Edition("7", answerer, catalogue())

    def of_offices(self) -> tuple[Topic, ...]:
        return self.office

    def finds(self, *hits: Hit) -> None:
        self.searcher.hits = hits


@dataclass
class Resident:
    """A chat; `says` and its like return the outcome, `heard` is the last reply."""

    bot: Bot
    key: str = "someone"
    chat: Chat = field(init=False)
    turns: list[Turn] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    replies: tuple[Reply, ...] = ()
    sent: int = 0

    def __post_init__(self) -> None:
        self.chat = Chat(self.key, "test")

    @property
    def heard(self) -> str:
        return "\n".join(reply.text for reply in self.replies)

    @property
    def offered(self) -> list[str]:
        return [choice.label for choice in self._choices()]

    def says(self, text: str, **more: Any) -> Outcome:
        return self.sends(ChannelKind.TEXT, text, **more)

    def presses(self, label: str) -> Outcome:
        """Press the button of the last replies with this label, or beginning with it."""
        for reply in self.replies:
            menu = reply.menu
            for index, choice in enumerate(menu.choices if menu else ()):
                if choice.label.startswith(label):
                    return self.sends(ChannelKind.PRESS, f"{reply.id}:{index}")
        raise LookupError(label)

    def sends(self, kind: ChannelKind, text: str = "", **more: Any) -> Outcome:
        self.sent += 1
        now = self.bot.clock.now
        asked = (turn for turn in self.turns if turn.thread is None)
        recent = tuple(turn for turn in asked if turn.asked_at > now - LOOKING_BACK)
        message = Message("test", self.key, str(self.sent), kind, text, **more)
        outcome = self.bot.conversation.respond(message, replace(self.chat, turns=recent))
        self._remember(outcome, now)
        return outcome

    def hears_staff(self, turn: Turn) -> None:
        """Get an officer's answer to `turn`, as the store leaves the chat once it has arrived."""
        reply = staff_reply("Trả lời của cán bộ: có ạ.", turn.id)
        menu = reply.menu
        assert menu
        self.bot.memory.menus[self.key, menu.id] = menu
        self.chat = replace(
            self.chat,
            menu=menu,
            expects=Expects.STAFF,
            thread=turn.id,
            until=self.bot.clock.now + THREAD_LASTS,
        )
        self.replies = (reply,)

    def _choices(self) -> list[Choice]:
        return [choice for reply in self.replies for row in reply.choices for choice in row]

    def _remember(self, outcome: Outcome, now: datetime) -> None:
        memory = self.bot.memory
        since = self.chat.since or now
        if outcome.forget:
            self._forget()
            since = now
        menus = [reply.menu for reply in outcome.replies if reply.menu]
        memory.menus.update({(self.key, menu.id): menu for menu in menus})
        last = menus[-1] if menus else None if outcome.forget else self.chat.menu
        self.chat = replace(outcome.chat, turns=(), menu=last, since=since)
        self.replies = outcome.replies
        if outcome.turn:
            self.turns.append(outcome.turn)
            memory.turns[self.key, outcome.turn.id] = outcome.turn
        if outcome.opinion:
            self.opinions.append(outcome.opinion)

    def _forget(self) -> None:
        for kept in (self.bot.memory.menus, self.bot.memory.turns):
            for key in [key for key in kept if key[0] == self.key]:
                del kept[key]
        self.turns.clear()


def reworded(resolution: Resolution, address: Address) -> Resolution:
    """Return `resolution` with a word added at the end of the provision at `address`."""
    changed = (
        replace(unit, text=f"{unit.text} Đã sửa.") if unit.address == address else unit
        for unit in resolution.provisions
    )
    return replace(resolution, provisions=tuple(changed))


def without(resolution: Resolution, address: Address) -> Resolution:
    """Return `resolution` without the provision at `address`."""
    left = (unit for unit in resolution.provisions if unit.address != address)
    return replace(resolution, provisions=tuple(left))
