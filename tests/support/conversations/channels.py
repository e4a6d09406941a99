"""Platforms that tests play on loopback, in their own event loop, for the channels of the project.

A platform here does what its channel asks, unless a test has told it of a fault.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable
from datetime import UTC, datetime
from types import TracebackType
from typing import Protocol, Self

from bot.channels.base import Call, Channel
from tests.servers.faults import Fault, PassOn
from tests.servers.wire import Request, Response, read_request, write_response

NOW = datetime(2026, 7, 1, 8, tzinfo=UTC)


class Platform(Protocol):
    """The side of a platform that the contract of the channels needs, in one chat.

    `secrets` are what must not be told, the chat among them.
    """

    chat: str
    secrets: tuple[str, ...]

    @property
    def sent(self) -> list[str]:
        """Return the texts that the bot tried to bring to the chat, in order."""

    def channel(self, *, called: bool = False) -> Channel:
        """Return a new channel that polls, or is `called`."""

    def writes(self, text: str) -> None:
        """Let a person write to the bot, for a channel that polls."""

    def garbles(self) -> None:
        """Let something come that cannot be read, for a channel that polls."""

    def call(self, text: str) -> Call:
        """Return the call that tells what a person wrote: the same for the same text."""

    def genuine(self, body: bytes) -> Call:
        """Return a call that comes from the platform, whatever it says."""

    def forged(self, body: bytes) -> Call:
        """Return a call that another has made up."""

    def refuses(self, fault: str) -> None:
        """Let the next post meet "flood" (come back in 7 seconds), "gone", "broken" or "cut"."""

    def goes_down(self) -> None:
        """Let the next of each call meet a fault that will pass."""

    def forgets_the_bot(self) -> None:
        """Let the next of each call be refused for its token."""


class Stuck:
    """A fault: the call hangs; `begun` is set when it does, `gone` when its caller has left."""

    def __init__(self) -> None:
        self.begun, self.gone = asyncio.Event(), asyncio.Event()

    async def meet(self, pass_on: PassOn) -> Response | None:  # noqa: ARG002 - it goes nowhere
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.gone.set()
        return None


class Says:
    """A fault: the server answers whatever it is given here."""

    def __init__(self, body: bytes, status: int = 200) -> None:
        self._response = Response(status, body)

    async def meet(self, pass_on: PassOn) -> Response | None:  # noqa: ARG002 - it goes nowhere
        return self._response


class FakeServer:
    """An HTTP server that notes every call; `respond` says what comes back."""

    url: str

    def __init__(self) -> None:
        self.calls: list[Request] = []
        self._faults: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._serving: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        host, port = self._server.sockets[0].getsockname()
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for task in self._serving:
            task.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)
        await self._server.wait_closed()

    def expect(self, method: str, *faults: Fault) -> None:
        """Let `faults` happen to the next calls of `method`, one each."""
        self._faults[method].extend(faults)

    def called(self, method: str) -> list[dict[str, str]]:
        """Return what was given to each call of `method`, in order."""
        return [call.fields for call in self.calls if call.method == method]

    def respond(self, request: Request) -> Response:
        """Return what the server answers where no fault is expected."""
        raise NotImplementedError

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._serving.add(task)
        try:
            request = await read_request(reader)
            response = request and await _while_there(self._answer(request), reader)
            if response:
                await write_response(writer, response)
            else:
                writer.transport.abort()
        finally:
            writer.close()
            self._serving.discard(task)

    async def _answer(self, request: Request) -> Response | None:
        self.calls.append(request)

        async def pass_on() -> Response:
            return self.respond(request)

        faults = self._faults[request.method]
        return await (faults.popleft().meet(pass_on) if faults else pass_on())


async def _while_there(
    answer: Awaitable[Response | None], reader: asyncio.StreamReader
) -> Response | None:
    """Return the answer, None if the caller leaves before it is there."""
    answering, gone = asyncio.ensure_future(answer), asyncio.ensure_future(reader.read())
    try:
        await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
        return answering.result() if answering.done() else None
    finally:
        answering.cancel()
        gone.cancel()
        await asyncio.gather(answering, gone, return_exceptions=True)
