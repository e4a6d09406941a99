from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.channels.base import ChannelError, Message
from bot.serving.health import Health, PartState
from bot.serving.listener import Listener
from bot.serving.stopping import Stopping
from tests.support.conversations.platforms import FakeChannel, Impatient, message


class Ear:
    """Takes messages in, after failing as often as it is told to; ends the service at the last."""

    def __init__(self, stopping: Stopping, last: str, failures: int = 0) -> None:
        self.heard: list[str] = []
        self._stopping, self._last, self._failures = stopping, last, failures

    async def receive(self, messages: Sequence[Message]) -> None:
        if self._failures:
            self._failures -= 1
            raise OSError("the disk is full")  # noqa: TRY003
        self.heard += [one.text for one in messages]
        if self._last in self.heard:
            self._stopping.set()


async def hears(
    channel: FakeChannel, tmp_path: Path, last: str = "xong", failures: int = 0
) -> tuple[list[str], Health]:
    stopping, health = Impatient(), Health()
    ear = Ear(stopping, last, failures)
    listener = Listener(channel, ear.receive, health, stopping, tmp_path)
    if await listener.open():
        await listener.listen()
    return ear.heard, health


def test_hears_on_through_failures_of_the_platform(tmp_path: Path) -> None:
    async def scene() -> tuple[list[str], Health]:
        channel = FakeChannel(failures=[ChannelError("mất mạng")])
        channel.says(message("một"), ChannelError("Conflict"), ValueError("odd"), message("xong"))
        return await hears(channel, tmp_path)

    heard, health = asyncio.run(scene())

    assert heard == ["một", "xong"]
    assert health.good
    assert "ValueError: odd" in (tmp_path / "incidents.log").read_text("utf-8")


def test_polls_no_further_before_messages_are_stored(tmp_path: Path) -> None:
    async def scene() -> tuple[list[str], Health]:
        channel = FakeChannel()
        channel.says(message("một"), message("xong"))
        return await hears(channel, tmp_path, failures=3)

    heard, _ = asyncio.run(scene())

    assert heard == ["một", "xong"]


def test_gives_up_what_only_an_admin_can_mend(tmp_path: Path) -> None:
    async def scene() -> tuple[list[str], Health]:
        return await hears(
            FakeChannel(failures=[ChannelError("sai token", permanent=True)]), tmp_path
        )

    heard, health = asyncio.run(scene())

    assert heard == []
    assert health.states == {"fake": PartState.STOPPED}


def test_ends_while_it_waits_for_messages(tmp_path: Path) -> None:
    async def scene() -> None:
        stopping = Stopping()
        listener = Listener(FakeChannel(), Ear(stopping, "").receive, Health(), stopping, tmp_path)
        assert await listener.open()
        listening = asyncio.create_task(listener.listen())
        stopping.set()
        await asyncio.wait_for(listening, 5)

    asyncio.run(scene())
