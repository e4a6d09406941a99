"""The web server that all webhooks share."""

from __future__ import annotations

import socket
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from bot.channels.base import Call, Channel, Message
from bot.serving.health import Health
from knowledge.errors import DanBietError
from prompts.render import render

_LARGEST_BODY = 1024 * 1024
"""Bytes of a call: platforms send some thousand."""
_TOO_LARGE = 413

Receive = Callable[[Sequence[Message]], Awaitable[None]]


class AddressTaken(DanBietError):
    """The web server cannot listen where it is told to; told in Vietnamese."""

    def __init__(self, host: str, port: int, error: OSError) -> None:
        """Take the address and the reason."""
        reason = error.strerror or str(error)
        super().__init__(render("serving/address_taken", host=host, port=port, reason=reason))


@dataclass(frozen=True, slots=True)
class Site:
    """The parts that the web reaches: `console` are the pages of the staff.

    `receive` takes messages in; `version` tells which version of the index answers.
    """

    channels: Sequence[Channel]
    receive: Receive
    health: Health
    clock: Callable[[], datetime]
    version: Callable[[], str]
    console: ASGIApp


def application(site: Site) -> Starlette:
    """Return the web application of `site`."""

    async def healthz(_: Request) -> Response:
        health = {"channels": site.health.states, "index": site.version()}
        return JSONResponse(health, 200 if site.health.good else 503)

    routes = [
        Route(channel.webhook, _webhook(channel, site.receive, site.clock), methods=["POST"])
        for channel in site.channels
        if channel.webhook
    ]
    return Starlette(routes=[*routes, Route("/healthz", healthz), Mount("/", site.console)])


def _webhook(
    channel: Channel, receive: Receive, clock: Callable[[], datetime]
) -> Callable[[Request], Awaitable[Response]]:
    async def called(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return Response(status_code=_TOO_LARGE)
        headers = {name.lower(): value for name, value in request.headers.items()}
        verdict = await channel.accept(Call(headers, body, clock()))
        await receive(verdict.messages)
        return Response(status_code=verdict.status)

    return called


async def _body(request: Request) -> bytes | None:
    """Return the body of `request`, None if it is too large; no more of it is read then."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > _LARGEST_BODY:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at `host`:`port`; raise AddressTaken."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise AddressTaken(host, port, error) from error


class Server(uvicorn.Server):
    """Leaves signals to the service, which has more to end than the web server."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def server(app: Starlette) -> Server:
    """Return a server for `app` that logs nothing of the calls: their paths may hold secrets."""
    settings = uvicorn.Config(
        app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=5
    )
    return Server(settings)
