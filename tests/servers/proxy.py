"""A proxy between the bot and a server that lets everything pass but the faults it is told."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Coroutine
from dataclasses import dataclass
from socket import SO_LINGER, SOL_SOCKET
from threading import Thread
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx

from tests.servers.faults import Fault
from tests.servers.wire import LONGEST_HEAD, Request, Response, read_request, write_response

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Expected:
    """A fault that waits for a call: of one method, and of one chat or any."""

    fault: Fault
    method: str
    chat: str | None

    def fits(self, request: Request) -> bool:
        """Return True if `request` is the call that was waited for."""
        if request.method != self.method:
            return False
        return self.chat is None or str(request.fields.get("chat_id")) == self.chat


class Proxy:
    """Runs in a thread of its own from `with` to its end; `url` is where the bot finds it."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._expected: list[_Expected] = []
        self._calls: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="proxy", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self.url = self.do(self._open())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.do(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Return what `work` returns, done in the thread of the proxy."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def expect(self, method: str, *faults: Fault, chat: int | str | None = None) -> None:
        """Let `faults` happen to the next calls of `method`, one each, in order."""
        wanted = None if chat is None else str(chat)
        self.do(self._add([_Expected(fault, method, wanted) for fault in faults]))

    @property
    def is_quiet(self) -> bool:
        """Return True if no fault waits for its call."""
        return not self._expected

    async def respond(self, request: Request) -> Response:
        """Return what the server answers."""
        return await self.forward(request)

    async def forward(self, request: Request) -> Response:
        """Return what the server answers to `request`, sent as it is."""
        kept = {
            name: value
            for name, value in request.headers.items()
            if name not in {"host", "connection", "accept-encoding", "content-length"}
        }
        answer = await self._client.request(
            request.verb, self._target + request.target, headers=kept, content=request.body
        )
        return Response(answer.status_code, answer.content)

    async def _add(self, expected: list[_Expected]) -> None:
        self._expected.extend(expected)

    async def _open(self) -> str:
        self._client = httpx.AsyncClient(
            timeout=None,  # noqa: S113 - the bot's own patience is what counts
            limits=httpx.Limits(max_connections=None),
        )
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", 0, limit=LONGEST_HEAD, backlog=1000
        )
        host, port = self._server.sockets[0].getsockname()
        return f"http://{host}:{port}"

    async def _close(self) -> None:
        self._server.close()
        for task in self._calls:
            task.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)
        await self._server.wait_closed()
        await self._client.aclose()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._calls.add(task)
        try:
            request = await read_request(reader)
            response = request and await self._while_there(self._meet(request), reader)
            if response:
                await write_response(writer, response)
            else:
                _reset(writer)
        finally:
            writer.close()
            self._calls.discard(task)

    async def _while_there(
        self, work: Coroutine[Any, Any, Response | None], reader: asyncio.StreamReader
    ) -> Response | None:
        """Return what comes of `work`, None if the caller goes away or the server is gone."""
        answering, gone = asyncio.ensure_future(work), asyncio.ensure_future(reader.read())
        try:
            await asyncio.wait({answering, gone}, return_when=asyncio.FIRST_COMPLETED)
            return await answering if answering.done() else None
        except httpx.TransportError:
            return None
        finally:
            answering.cancel()
            gone.cancel()
            await asyncio.gather(answering, gone, return_exceptions=True)

    async def _meet(self, request: Request) -> Response | None:
        fault = self._next_fault(request)
        if fault is None:
            return await self.respond(request)
        return await fault.meet(lambda: self.respond(request))

    def _next_fault(self, request: Request) -> Fault | None:
        for expected in self._expected:
            if expected.fits(request):
                self._expected.remove(expected)
                return expected.fault
        return None


def _reset(writer: asyncio.StreamWriter) -> None:
    """Cut the connection as a broken line does, not as a server that says good-bye."""
    without_lingering = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, without_lingering)
    writer.transport.abort()
