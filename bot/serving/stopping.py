"""The wish to end, which whoever waits hears of at once."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any


class Stopping:
    """Set once, by a signal. Made inside the event loop that waits for it."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def __bool__(self) -> bool:
        """Return True if the service is to end."""
        return self._event.is_set()

    def set(self) -> None:
        """Ask everyone to end."""
        self._event.set()

    async def wait(self) -> None:
        """Wait until the service is to end."""
        await self._event.wait()

    async def pause(self, seconds: float) -> None:
        """Wait for `seconds`, less if the service is to end."""
        await self.unless_stopped(asyncio.sleep(seconds))

    async def unless_stopped(self, work: Coroutine[Any, Any, object]) -> None:
        """Do `work`, but drop it when the service is to end."""
        working = asyncio.ensure_future(work)
        waiting = asyncio.ensure_future(self._event.wait())
        try:
            await asyncio.wait((working, waiting), return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                working.result()
        finally:
            for task in (working, waiting):
                task.cancel()
            await asyncio.gather(working, waiting, return_exceptions=True)
