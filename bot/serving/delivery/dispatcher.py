"""Messages to answers: in order within a chat, side by side between chats, each once."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bot.channels.base import Channel, Message
from bot.serving.delivery.counter import Counter
from bot.serving.delivery.courier import Courier
from bot.serving.incidents import record
from bot.serving.pauses import Pauses
from bot.serving.stopping import Stopping
from bot.store.store import Delivery, Receipt
from prompts.render import render

_LOG = logging.getLogger(__name__)
_MOST_TRIES = 8


class _ChatName(NamedTuple):
    channel: str
    chat: str


_Job = Receipt | Delivery


class Dispatcher:
    """Gives every chat that has something waiting a task of its own."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        counter: Counter,
        courier: Courier,
        stopping: Stopping,
        incidents: Path,
    ) -> None:
        """Take the parts: the `counter` answers and keeps, the `courier` brings."""
        self._channels = channels
        self._counter, self._courier = counter, courier
        self._stopping, self._incidents = stopping, incidents
        self._open = {name: asyncio.Event() for name in channels}
        self._waiting: dict[_ChatName, deque[_Job]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def receive(self, messages: Sequence[Message]) -> None:
        """Store `messages`, each once, and see that they are answered; return once stored."""
        for message in messages:
            receipt = await self._counter.receive(message)
            if receipt:
                self._add(_ChatName(message.channel, message.chat), receipt)

    async def resume(self) -> None:
        """Take up what an earlier run of the service left undone, before anything new comes."""
        self.bring(await self._counter.undelivered())
        for receipt in await self._counter.unanswered():
            self._add(_ChatName(receipt.message.channel, receipt.message.chat), receipt)

    def opened(self, channel: str) -> None:
        """Begin with what waits on `channel`: it can be sent on now."""
        self._open[channel].set()

    def bring(self, deliveries: Sequence[Delivery]) -> None:
        """See that `deliveries`, which no message led to, are sent after what is waiting."""
        for delivery in deliveries:
            self._add(_ChatName(delivery.channel, delivery.chat), delivery)

    async def finish(self, seconds: float) -> None:
        """Wait until what is under way is done, `seconds` at most; the rest stays stored."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _add(self, name: _ChatName, job: _Job) -> None:
        if name.channel not in self._channels:
            return  # configured no more: it stays stored
        queue = self._waiting.get(name)
        if queue is not None:
            queue.append(job)
            return
        self._waiting[name] = deque([job])
        task = asyncio.create_task(self._work(name))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _work(self, name: _ChatName) -> None:
        channel, queue = self._channels[name.channel], self._waiting[name]
        try:
            await self._stopping.unless_stopped(self._open[name.channel].wait())
            while queue and self._may_begin(queue[0]):
                queue.extendleft(reversed(await self._persist(channel, queue.popleft())))
        finally:
            del self._waiting[name]

    def _may_begin(self, job: _Job) -> bool:
        """Return True unless the service is to end: then only finished answers are still sent."""
        if not self._stopping:
            return True
        return isinstance(job, Delivery) and self._open[job.channel].is_set()

    async def _persist(self, channel: Channel, job: _Job) -> Sequence[Delivery]:
        """Do `job`, again after a fault such as a full disk; return what is to be sent next.

        A message that keeps failing stays stored: the next start of the service takes it up.
        """
        pauses = Pauses()
        for _ in range(_MOST_TRIES):
            try:
                return await self._do(channel, job)
            except Exception as error:  # noqa: BLE001 - one chat's fault must not end the others
                _LOG.error(render("serving/fault", trace_id=record(error, self._incidents)))
                await self._stopping.pause(pauses.after_failure())
            if self._stopping:
                break
        return ()

    async def _do(self, channel: Channel, job: _Job) -> Sequence[Delivery]:
        if isinstance(job, Delivery):
            await self._courier.bring(channel, job)
            return ()
        async with self._courier.acknowledging(channel, job.message):
            return await self._counter.answer(job, channel.abilities)
