"""HTTP as the servers of the tests speak it: one request a connection, read and answered whole."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

LONGEST_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Request:
    """A call of a Bot API: `target` is path and query, header names are in lower case."""

    verb: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def method(self) -> str:
        """Return the method of the Bot API: "sendMessage"."""
        return urlsplit(self.target).path.rpartition("/")[2]

    @property
    def fields(self) -> dict[str, Any]:
        """Return what was given to the method, whether by query, form or JSON."""
        given: dict[str, Any] = dict(parse_qsl(urlsplit(self.target).query))
        if "json" in self.headers.get("content-type", ""):
            return {**given, **json.loads(self.body or b"{}")}
        return given | dict(parse_qsl(self.body.decode("utf-8", "replace")))


@dataclass(frozen=True, slots=True)
class Response:
    """An answer in JSON."""

    status: int
    body: bytes

    @property
    def content(self) -> Any:
        """Return what the body says."""
        return json.loads(self.body)


def told(status: int, content: Any) -> Response:
    """Return the response that says `content`."""
    return Response(status, json.dumps(content).encode())


async def read_request(reader: asyncio.StreamReader) -> Request | None:
    """Return the request that comes in, None if the connection ends before it is whole."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in _halves(lines)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    verb, target, _ = first.split(" ")
    return Request(verb, target, headers, body)


async def write_response(writer: asyncio.StreamWriter, response: Response) -> None:
    """Send `response`, unless nobody is there any longer."""
    head = (
        f"HTTP/1.1 {response.status} -\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(response.body)}\r\nConnection: close\r\n\r\n"
    )
    try:
        writer.write(head.encode() + response.body)
        await writer.drain()
    except ConnectionError:
        pass


def _halves(lines: list[str]) -> list[tuple[str, str, str]]:
    return [line.partition(":") for line in lines]
