"""Everything that runs between the start and the end of `danbiet serve`."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from socket import socket

from starlette.applications import Starlette
from starlette.types import ASGIApp

from bot.channels.base import Channel
from bot.serving import web
from bot.serving.delivery.counter import Counter
from bot.serving.delivery.courier import Courier
from bot.serving.delivery.dispatcher import Dispatcher
from bot.serving.editions import Editions
from bot.serving.health import Health
from bot.serving.incidents import record
from bot.serving.listener import Listener
from bot.serving.stopping import Stopping
from bot.store.store import Delivery
from prompts.render import render

Deliver = Callable[[Sequence[Delivery]], None]
"""Has what is stored already delivered; may be called from any thread."""

_LOG = logging.getLogger(__name__)
_LOOK_FOR_EDITIONS = 2.0
_KEEP_HOUSE = 3600.0
_LAST_ANSWERS = 25.0
"""Seconds: between looks for a new version, between clean-ups, for answers under way at the end."""


@dataclass(frozen=True, slots=True)
class ServiceParts:
    """The parts of a service; `incidents` is the folder for faults that nobody foresaw.

    `console` makes the pages of the staff, given how to have something delivered.
    """

    channels: Sequence[Channel]
    counter: Counter
    editions: Editions
    clock: Callable[[], datetime]
    retention: timedelta
    incidents: Path
    console: Callable[[Deliver], ASGIApp]


class Service:
    """Runs until SIGTERM or SIGINT, then ends what it began. Made inside its event loop."""

    def __init__(self, parts: ServiceParts) -> None:
        """Take the parts."""
        self._parts = parts
        self._stopping = Stopping()
        self._health = Health()
        self._dispatcher = Dispatcher(
            {channel.name: channel for channel in parts.channels},
            parts.counter,
            Courier(parts.counter, self._stopping),
            self._stopping,
            parts.incidents,
        )

    async def run(self, listening: socket) -> None:
        """Serve at the socket `listening` and on every channel."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stopping.set)
        await self._dispatcher.resume()
        server = web.server(self._web())
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        await asyncio.gather(
            *(self._run_channel(channel) for channel in self._parts.channels),
            self._every(_LOOK_FOR_EDITIONS, self._refresh),
            self._every(_KEEP_HOUSE, self._keep_house),
            self._stopping.wait(),
        )
        _LOG.info(render("serving/stopping"))
        server.should_exit = True
        await serving
        await self._dispatcher.finish(_LAST_ANSWERS)
        await asyncio.gather(*(channel.close() for channel in self._parts.channels))
        await asyncio.to_thread(self._parts.counter.close)

    def _web(self) -> Starlette:
        parts = self._parts
        return web.application(
            web.Site(
                parts.channels,
                self._dispatcher.receive,
                self._health,
                parts.clock,
                lambda: parts.editions.current().version,
                parts.console(partial(self._deliver, asyncio.get_running_loop())),
            )
        )

    def _deliver(self, loop: asyncio.AbstractEventLoop, deliveries: Sequence[Delivery]) -> None:
        """See that `deliveries` are sent; called from any thread."""
        loop.call_soon_threadsafe(self._dispatcher.bring, deliveries)

    async def _run_channel(self, channel: Channel) -> None:
        listener = Listener(
            channel, self._dispatcher.receive, self._health, self._stopping, self._parts.incidents
        )
        if await listener.open():
            self._dispatcher.opened(channel.name)
            await listener.listen()

    async def _every(self, seconds: float, work: Callable[[], Awaitable[None]]) -> None:
        """Do `work` again and again; a fault is kept and the next time may go well."""
        while not self._stopping:
            try:
                await work()
            except Exception as error:  # noqa: BLE001 - answering goes on meanwhile
                trace_id = record(error, self._parts.incidents)
                _LOG.error(render("serving/fault", trace_id=trace_id))
            await self._stopping.pause(seconds)

    async def _refresh(self) -> None:
        if await asyncio.to_thread(self._parts.editions.refresh):
            version = self._parts.editions.current().version
            _LOG.info(render("serving/edition", version=version))

    async def _keep_house(self) -> None:
        await self._parts.counter.forget_before(self._parts.clock() - self._parts.retention)
