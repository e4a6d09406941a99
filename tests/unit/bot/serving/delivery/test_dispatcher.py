"""From a message to its answer, over a real store, with a conversation that tests can steer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.base import DeliveryError, Message, Post
from bot.conversation.values import Chat, Outcome, Reply
from bot.serving.delivery.counter import Counter
from bot.serving.delivery.courier import Courier
from bot.serving.delivery.dispatcher import Dispatcher
from bot.serving.stopping import Stopping
from bot.store.keys.key import SecretKey
from bot.store.store import Store
from prompts.render import render
from tests.support.conversations.platforms import FakeChannel, Impatient, message

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@dataclass
class Echo:
    """Says again what it hears, in as many replies as there are lines; waits while `held`."""

    held: threading.Event = field(default_factory=threading.Event)
    faults: list[Exception] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.held.set()

    def respond(self, message: Message, chat: Chat) -> Outcome:
        if message.text == "wait":
            assert self.held.wait(10)
        self.heard.append(message.text)
        if message.text == "broken":
            raise LookupError(message.text)
        return Outcome(chat, tuple(Reply(f"re: {line}") for line in message.text.split("\n")))


@dataclass
class Scene:
    """A running dispatcher, and everything around it."""

    store: Store
    channel: FakeChannel
    conversation: Echo
    stopping: Stopping
    dispatcher: Dispatcher

    async def settled(self) -> None:
        """Wait until nothing is under way."""
        await self.dispatcher.finish(10)


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'danbiet.sqlite'}"


@asynccontextmanager
async def scene(
    database: str, tmp_path: Path, *, open_at_once: bool = True
) -> AsyncIterator[Scene]:
    """Start a dispatcher as a new process would, and end it without a word."""
    channel, echo, stopping = FakeChannel(), Echo(), Impatient()
    store = Store.open(database, SecretKey("secret"))
    counter = Counter(echo, store, lambda: NOW, tmp_path, threads=2)
    courier = Courier(counter, stopping)
    dispatcher = Dispatcher({"fake": channel}, counter, courier, stopping, tmp_path)
    await dispatcher.resume()
    if open_at_once:
        dispatcher.opened("fake")
    try:
        yield Scene(store, channel, echo, stopping, dispatcher)
    finally:
        await dispatcher.finish(0)
        counter.close()


Play = Callable[[Scene], Awaitable[None]]


def play(database: str, tmp_path: Path, script: Play) -> FakeChannel:
    """Return the channel after `script` was played and everything has settled."""

    async def played() -> FakeChannel:
        async with scene(database, tmp_path) as one:
            await script(one)
            await one.settled()
            return one.channel

    return asyncio.run(played())


def test_answers_in_order_within_a_chat(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        await one.dispatcher.receive([message("1"), message("2\n3"), message("4")])

    assert play(database, tmp_path, script).texts == ["re: 1", "re: 2", "re: 3", "re: 4"]


def test_a_chat_does_not_wait_for_another(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        one.conversation.held.clear()
        await one.dispatcher.receive([message("wait", chat="slow"), message("quick", chat="fast")])
        while one.channel.texts != ["re: quick"]:
            await asyncio.sleep(0)
        one.conversation.held.set()

    assert play(database, tmp_path, script).texts == ["re: quick", "re: wait"]


def test_answers_a_copy_once(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        same = message("1")
        await one.dispatcher.receive([same, same])
        await one.settled()
        await one.dispatcher.receive([same])

    assert play(database, tmp_path, script).texts == ["re: 1"]


def test_sends_again_after_a_passing_failure_and_keeps_the_order(
    database: str, tmp_path: Path
) -> None:
    async def script(one: Scene) -> None:
        one.channel.refusals = [DeliveryError("429", retry_after=3), DeliveryError("500")]
        await one.dispatcher.receive([message("1\n2")])

    assert play(database, tmp_path, script).texts == ["re: 1", "re: 2"]


def test_offers_again_what_may_have_arrived(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        one.channel.refusals = [DeliveryError("timed out", uncertain=True)]
        await one.dispatcher.receive([message("1\n2")])

    assert play(database, tmp_path, script).texts == [render("chat/steps/interrupted"), "re: 2"]
    assert play(database, tmp_path, no_more).texts == []


def test_sends_nothing_after_the_window_of_the_platform(database: str, tmp_path: Path) -> None:
    async def later(one: Scene) -> None:
        one.channel.abilities = replace(one.channel.abilities, window=timedelta(hours=48))
        old = message("1")
        receipt = one.store.receive(old, NOW - timedelta(hours=49))
        assert receipt
        chat = one.store.recall(old, NOW)
        one.store.settle(receipt, Outcome(chat), (), NOW - timedelta(hours=49))
        one.store.enqueue("fake", old.chat, Reply("late"), [Post("late")], NOW)
        await one.dispatcher.resume()

    assert play(database, tmp_path, later).texts == []
    assert play(database, tmp_path, no_more).texts == []


def test_gives_up_what_will_never_arrive(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        one.channel.refusals = [DeliveryError("blocked", permanent=True)]
        await one.dispatcher.receive([message("1"), message("2")])

    assert play(database, tmp_path, script).texts == ["re: 2"]
    assert play(database, tmp_path, no_more).texts == []


async def no_more(one: Scene) -> None:
    """Send nothing new."""


def test_a_fault_in_one_answer_is_told_kindly_once(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        await one.dispatcher.receive([message("broken"), message("2")])

    apology, answer = play(database, tmp_path, script).texts

    assert "Xin lỗi Bạn" in apology
    assert answer == "re: 2"
    assert "LookupError" in (tmp_path / "incidents.log").read_text("utf-8")
    assert play(database, tmp_path, no_more).texts == []


def test_answers_after_a_crash_what_was_only_received(database: str, tmp_path: Path) -> None:
    async def crash() -> None:
        async with scene(database, tmp_path, open_at_once=False) as one:
            await one.dispatcher.receive([message("1"), message("2")])

    asyncio.run(crash())

    assert play(database, tmp_path, no_more).texts == ["re: 1", "re: 2"]
    assert play(database, tmp_path, no_more).texts == []


def test_a_post_that_a_crash_interrupted_is_offered_again(database: str, tmp_path: Path) -> None:
    async def crash() -> None:
        async with scene(database, tmp_path) as one:
            one.channel.held = asyncio.Event()
            await one.dispatcher.receive([message("1\n2")])
            while not one.store.undelivered()[:1] or not one.store.undelivered()[0].uncertain:
                await asyncio.sleep(0)

    asyncio.run(crash())
    channel = play(database, tmp_path, no_more)

    assert channel.texts == [render("chat/steps/interrupted"), "re: 2"]
    assert channel.sent[0][1].buttons
    assert play(database, tmp_path, no_more).texts == []


def test_ends_after_the_answer_that_is_under_way(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        one.conversation.held.clear()
        await one.dispatcher.receive([message("wait"), message("later")])
        one.stopping.set()
        one.conversation.held.set()

    assert play(database, tmp_path, script).texts == ["re: wait"]
    assert play(database, tmp_path, no_more).texts == ["re: later"]


def test_lets_people_see_that_it_works(database: str, tmp_path: Path) -> None:
    async def script(one: Scene) -> None:
        one.conversation.held.clear()
        await one.dispatcher.receive([message("wait")])
        while not one.channel.acknowledged:
            await asyncio.sleep(0)
        one.conversation.held.set()

    play(database, tmp_path, script)
