"""Keeps one channel listening, whatever happens to it, without harm to the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from bot.channels.base import Channel, ChannelError, Message
from bot.serving.health import Health, PartState
from bot.serving.incidents import record
from bot.serving.pauses import Pauses
from bot.serving.stopping import Stopping
from prompts.render import render

Receive = Callable[[Sequence[Message]], Awaitable[None]]
"""Takes messages in; it returns once they are stored."""


class Listener:
    """Opens a channel and brings what it hears to `receive`, until the service stops."""

    def __init__(
        self,
        channel: Channel,
        receive: Receive,
        health: Health,
        stopping: Stopping,
        incidents: Path,
    ) -> None:
        """Take the channel; `incidents` is the folder for faults that nobody foresaw."""
        self._channel, self._receive = channel, receive
        self._health, self._stopping = health, stopping
        self._incidents = incidents
        self._pauses = Pauses()
        self._listening = ""

    async def open(self) -> bool:
        """Open the channel, trying again while it fails; return False if it never will."""
        self._health.tell(self._channel.name, PartState.STARTING)
        return await self._persist(self._open)

    async def listen(self) -> None:
        """Hear what comes until the service stops or only an admin could help."""
        if self._channel.webhook:
            await self._stopping.wait()
        while not self._stopping and await self._persist(self._hear):
            pass

    async def _open(self) -> None:
        name = await self._channel.open()
        by = "webhook" if self._channel.webhook else "polling"
        self._listening = render("serving/listening", name=name, by=by)

    async def _hear(self) -> None:
        messages: list[Message] = []
        await self._stopping.unless_stopped(self._poll(messages))
        await self._persist(lambda: self._receive(messages))

    async def _poll(self, messages: list[Message]) -> None:
        messages += await self._channel.poll()

    async def _persist(self, step: Callable[[], Awaitable[None]]) -> bool:
        """Do `step` until it succeeds; return False if that is hopeless or the service stops."""
        while True:
            try:
                await step()
            except ChannelError as error:
                if error.permanent:
                    self._health.tell(self._channel.name, PartState.STOPPED, str(error))
                    return False
                await self._retry_later(str(error), error.retry_after)
            except Exception as error:  # noqa: BLE001 - one channel's fault must not end the others
                trace_id = record(error, self._incidents)
                await self._retry_later(render("serving/fault", trace_id=trace_id))
            else:
                self._pauses.succeeded()
                self._health.tell(self._channel.name, PartState.LISTENING, self._listening)
                return True
            if self._stopping:
                return False

    async def _retry_later(self, reason: str, retry_after: float | None = None) -> None:
        self._health.tell(self._channel.name, PartState.RETRYING, reason)
        await self._stopping.pause(self._pauses.after_failure(retry_after))
