"""Brings posts to their chats: again while that may help, never twice if it can be known."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.channels.base import Channel, DeliveryError, Message
from bot.serving.delivery.counter import Counter
from bot.serving.pauses import Pauses
from bot.serving.stopping import Stopping
from bot.store.store import Delivery
from prompts.render import render

_ACKNOWLEDGED_FOR = 4.0
"""Seconds after which an acknowledgement fades."""
_MOST_TRIES = 60
"""Tries after which a post is given up: with five minutes between them, some five hours."""
_REMEMBERED = 10_000
"""Chats of which is known when they got their last post."""


class Courier:
    """Sends what the counter gives out, and tells the counter how that went."""

    def __init__(self, counter: Counter, stopping: Stopping) -> None:
        """Take the counter that keeps the posts."""
        self._counter, self._stopping = counter, stopping
        self._last_sent: dict[tuple[str, str], float] = {}

    @asynccontextmanager
    async def acknowledging(self, channel: Channel, message: Message) -> AsyncIterator[None]:
        """Let the person see that `message` is being worked on, as long as the block takes."""
        task = asyncio.create_task(_acknowledge(channel, message))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def bring(self, channel: Channel, delivery: Delivery) -> None:
        """Send `delivery`; where nobody can know whether it arrived, a note offers it again."""
        if delivery.uncertain or not await self._send(channel, delivery):
            for note in await self._counter.instead_of(delivery, channel.abilities):
                await self._send(channel, note)

    async def _send(self, channel: Channel, delivery: Delivery) -> bool:
        """Send `delivery`, again while that may help; return False if it may have arrived."""
        window = channel.abilities.window
        if window and await self._counter.is_too_late(delivery, window):
            await self._counter.failed(delivery, render("serving/too_late", window=window))
            return True
        pauses = Pauses()
        for _ in range(_MOST_TRIES):
            await self._keep_pace(channel, delivery.chat)
            await self._counter.sending(delivery)
            try:
                await channel.send(delivery.chat, delivery.post)
            except DeliveryError as error:
                if error.uncertain:
                    return False
                if error.permanent:
                    await self._counter.failed(delivery, str(error))
                    return True
                await self._counter.not_sent(delivery)
                await self._stopping.pause(pauses.after_failure(error.retry_after))
            else:
                await self._counter.sent(delivery)
                return True
            if self._stopping:
                return True
        await self._counter.failed(delivery, render("serving/given_up"))
        return True

    async def _keep_pace(self, channel: Channel, chat: str) -> None:
        """Wait until the platform lets the chat have its next post."""
        loop = asyncio.get_running_loop()
        name = (channel.name, chat)
        earliest = self._last_sent.pop(name, 0.0) + channel.abilities.pause
        await asyncio.sleep(max(0.0, earliest - loop.time()))
        self._last_sent[name] = loop.time()
        if len(self._last_sent) > _REMEMBERED:
            del self._last_sent[next(iter(self._last_sent))]


async def _acknowledge(channel: Channel, message: Message) -> None:
    while True:
        await channel.acknowledge(message)
        await asyncio.sleep(_ACKNOWLEDGED_FOR)
