"""The least time between two calls."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic


class Pace:
    """Lets calls begin no closer together than `seconds`."""

    def __init__(
        self,
        seconds: float,
        now: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._seconds, self._now, self._sleep = seconds, now, sleep
        self._earliest = now()

    async def keep(self) -> None:
        """Return as soon as the next call may begin."""
        wait = self._earliest - self._now()
        if wait > 0:
            await self._sleep(wait)
        self._earliest = self._now() + self._seconds
