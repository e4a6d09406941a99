"""Faults between the bot and a server: each happens to one call."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol

from tests.servers.wire import Response, told

PassOn = Callable[[], Awaitable[Response]]
"""Lets the call reach the server."""


class Fault(Protocol):
    """Happens to one call."""

    async def meet(self, pass_on: PassOn) -> Response | None:
        """Return what the caller gets; None cuts the connection."""


class Passed:
    """Nothing goes wrong: the next fault is for the call after this one."""

    async def meet(self, pass_on: PassOn) -> Response | None:
        return await pass_on()


@dataclass(frozen=True, slots=True)
class Refused:
    """The server answers with an error and does nothing."""

    status: int
    description: str = "Injected"
    retry_after: int | None = None

    async def meet(self, pass_on: PassOn) -> Response | None:  # noqa: ARG002 - it is not passed on
        error: dict[str, Any] = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.retry_after is not None:
            error["parameters"] = {"retry_after": self.retry_after}
        return told(self.status, error)


@dataclass(frozen=True, slots=True)
class Cut:
    """The connection is reset, `after` or before the server has done what it was asked to."""

    after: bool = False

    async def meet(self, pass_on: PassOn) -> Response | None:
        if self.after:
            await pass_on()
        return None


class Held:
    """The call gets stuck, `after` or before the server, until it is released.

    If the caller goes away meanwhile, a call held before the server never reaches it.
    """

    def __init__(self, *, after: bool = False) -> None:
        self._after = after
        self._begun: Future[None] = Future()
        self._released: Future[None] = Future()

    def wait(self, seconds: float = 30) -> None:
        """Wait until a call is stuck."""
        self._begun.result(seconds)

    def release(self) -> None:
        """Let the call go on."""
        self._released.set_result(None)

    async def meet(self, pass_on: PassOn) -> Response | None:
        response = await pass_on() if self._after else None
        self._begun.set_result(None)
        await asyncio.wrap_future(self._released)
        return response or await pass_on()
