"""Telegram: crabline behind the proxy, and what crabline lacks: every kind of update.

Update ids are given here, one row for what goes through crabline and for what is put in beside it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

import httpx

from tests.servers.crabline import Crabline, Json, crabline
from tests.servers.faults import Fault
from tests.servers.proxy import Proxy
from tests.servers.wire import Request, Response, told
from tests.support.running.waiting import until

FIRST_UPDATE = 1000
FIRST_MESSAGE = 1_000_000


class Telegram(Proxy):
    """A server that a bot takes for Telegram: it serves the bot's calls, and residents."""

    def __init__(self, server: Crabline) -> None:
        super().__init__(server.url)
        self.server = server
        self._next_update = FIRST_UPDATE
        self._numbering = Lock()
        self._message_ids = count(FIRST_MESSAGE)
        self._inserted: list[Json] = []
        self._wake = asyncio.Event()
        self._webhook: tuple[str, str] | None = None

    @property
    def settings(self) -> dict[str, str]:
        """Return the settings with which a bot comes here."""
        return self.server.settings_at(self.url)

    def receive(self, message: Json) -> None:
        """Let a resident send a text, as crabline takes it."""
        with self._numbering:
            self.server.receive(message | {"updateId": self._number()})

    def insert(self, update: Json, copies: int = 1) -> None:
        """Let `update` happen, which crabline has no form for; deliver it `copies` times."""
        with self._numbering:
            update = {"update_id": self._number()} | update
            if self._webhook:
                for _ in range(copies):
                    self._call_webhook(update)
            else:
                self.do(self._put([update] * copies))

    def new_message_id(self) -> int:
        """Return an id for a message that is not crabline's: it gives small ones."""
        return next(self._message_ids)

    def call_with(self, update: Json, secret: str | None) -> int:
        """Return the status with which the bot's webhook takes a call that bears `secret`."""
        assert self._webhook
        name = b"X-Telegram-Bot-Api-Secret-Token"
        headers = {} if secret is None else {name: secret.encode()}
        return httpx.post(self._webhook[0], json=update, headers=headers, timeout=60).status_code

    def expect(self, method: str, *faults: Fault, chat: int | str | None = None) -> None:
        super().expect(method, *faults, chat=chat)
        if method == "getUpdates":
            self.do(self._put([]))  # ends the poll that is under way, so that the next one comes

    async def respond(self, request: Request) -> Response:
        if request.method == "getUpdates":
            return await self._poll(request)
        response = await self.forward(request)
        if request.method == "setWebhook" and response.status == 200:
            self._webhook = (request.fields["url"], request.fields.get("secret_token", ""))
        if request.method == "deleteWebhook":
            self._webhook = None
        return response

    async def _poll(self, request: Request) -> Response:
        """Return crabline's updates and the inserted ones that are not confirmed, when any come."""
        offset = int(request.fields.get("offset") or 0)
        self._inserted = [one for one in self._inserted if one["update_id"] >= offset]
        self._wake.clear()
        response = await self._merged(_at_once(request))
        if response.status != 200 or response.content["result"]:
            return response
        waiting = asyncio.ensure_future(self.forward(request))
        woken = asyncio.ensure_future(self._wake.wait())
        try:
            await asyncio.wait({waiting, woken}, return_when=asyncio.FIRST_COMPLETED)
            if not woken.done() and waiting.result().status != 200:
                return waiting.result()
        finally:
            for task in (waiting, woken):
                task.cancel()
            await asyncio.gather(waiting, woken, return_exceptions=True)
        return await self._merged(_at_once(request))

    async def _merged(self, request: Request) -> Response:
        response = await self.forward(request)
        if response.status != 200:
            return response
        content: dict[str, Any] = response.content
        found = content["result"] + self._inserted
        return told(200, content | {"result": sorted(found, key=lambda one: one["update_id"])})

    async def _put(self, updates: list[Json]) -> None:
        self._inserted += updates
        self._wake.set()

    def _number(self) -> int:
        self._next_update += 1
        return self._next_update

    def _call_webhook(self, update: Json) -> None:
        """Call until the bot has taken the update, as Telegram does."""
        secret = self._webhook[1] if self._webhook else ""
        until(lambda: self.call_with(update, secret) == 200, 30, lambda: "refused")


def _at_once(request: Request) -> Request:
    """Return the same poll without patience."""
    fields = request.fields | {"timeout": 0}
    headers = {"content-type": "application/json"}
    return replace(request, verb="POST", headers=headers, body=json.dumps(fields).encode())


@contextmanager
def telegram(folder: Path) -> Iterator[Telegram]:
    """Run Telegram; what happens is written down in `folder`."""
    with crabline("telegram", folder) as server, Telegram(server) as running:
        yield running
