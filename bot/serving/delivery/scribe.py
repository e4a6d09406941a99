"""Writing to the store off the event loop: what comes in before all else, and all of it at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from bot.channels.base import Message
from bot.store.store import Receipt, Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A message that waits to be stored, and who waits for that."""

    message: Message
    stored: asyncio.Future[Receipt | None]


class Scribe:
    """Has one thread, so that no two writers wait for each other.

    A platform waits two seconds for its 200, and a burst of messages would queue behind the answers
    to the first of them. So messages go first, and those that wait together are stored together:
    what takes time is to have a transaction safely on disk.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        """Take the store to write to."""
        self._store, self._clock = store, clock
        self._thread = ThreadPoolExecutor(1, "storing")
        self._arrivals: list[_Arrival] = []
        self._others: deque[tuple[Callable[[], Any], asyncio.Future[Any]]] = deque()
        self._writing: asyncio.Task[None] | None = None

    async def receive(self, message: Message) -> Receipt | None:
        """Store `message`; return None if it was stored before."""
        arrival = _Arrival(message, asyncio.get_running_loop().create_future())
        self._arrivals.append(arrival)
        self._begin()
        return await arrival.stored

    async def write(self, work: Callable[..., T], *arguments: object) -> T:
        """Return what `work`, a method of the store, returns."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._others.append((partial(work, *arguments), done))
        self._begin()
        return await done

    def close(self) -> None:
        """End the thread; what it is doing is finished."""
        self._thread.shutdown()

    def _begin(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())

    async def _write_all(self) -> None:
        while self._arrivals or self._others:
            if self._arrivals:
                arrivals, self._arrivals = self._arrivals, []
                messages = [arrival.message for arrival in arrivals]
                storing = partial(self._store.receive_all, messages, self._clock())
                await self._do(storing, [arrival.stored for arrival in arrivals])
            else:
                work, done = self._others.popleft()
                await self._do(partial(_only, work), [done])

    async def _do(
        self, work: Callable[[], tuple[Any, ...]], waiting: list[asyncio.Future[Any]]
    ) -> None:
        """Tell each of those `waiting` its part of what `work` returns, or that it failed."""
        try:
            results = await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except Exception as error:  # noqa: BLE001 - it is for those who wait to say what it means
            for future in waiting:
                if not future.done():
                    future.set_exception(error)
        else:
            for future, result in zip(waiting, results, strict=True):
                if not future.done():
                    future.set_result(result)


def _only(work: Callable[[], T]) -> tuple[T]:
    return (work(),)
