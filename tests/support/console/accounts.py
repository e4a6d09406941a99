"""An Official Account on the stub of ours, the bot that serves it, and residents who write."""

from __future__ import annotations

import asyncio
import time
from asyncio import TaskGroup
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self

import httpx

from bot.channels.zalo.account.oauth import Pair
from bot.store.keys.key import SecretKey
from bot.store.store import Store
from tests.servers.zalo_oa import APP_ID, APP_SECRET, KEY, ZaloOA, now, signed, text_event
from tests.support.conversations.residents import Shown
from tests.support.running.serving import Serving
from tests.support.running.waiting import until

_SECONDS = 10.0
"""In which a crowd writes."""
_IDS = count(1)


@dataclass
class AccountResident:
    """Somebody who writes to the account."""

    zalo: ZaloOA
    bot: Serving
    person: str
    read: int = 0

    def says(self, text: str) -> None:
        assert call(self.bot, text_event(text, now(), self.person, f"m{next(_IDS)}")) == 200

    def presses(self, label: str) -> None:
        candidates = (one.payload(label) for one in reversed(self.shown()))
        self.says(next(filter(None, candidates), None) or label)

    def reads(self, count: int = 1, seconds: float = 30.0) -> list[Shown]:
        end = self.read + count
        until(lambda: len(self.shown()) >= end, seconds, self.shown)
        read, self.read = self.shown()[self.read : end], end
        return read

    def shown(self) -> list[Shown]:
        sent = list(self.zalo.account.sent)
        return [_shown(one["message"]) for one in sent if _to(one) == self.person]


@dataclass
class Stage:
    """The stub, and the bot that it calls."""

    zalo: ZaloOA
    bot: Serving
    numbers: Iterator[int] = field(default_factory=lambda: count(7300112233))

    def resident(self) -> AccountResident:
        """Return somebody who never wrote before."""
        return AccountResident(self.zalo, self.bot, str(next(self.numbers)))

    def told(self, people: Sequence[str]) -> list[str]:
        """Return to whom of `people` something was sent, once for each message."""
        return [one for one in map(_to, list(self.zalo.account.sent)) if one in people]

    def texts(self) -> Mapping[str, list[str]]:
        """Return by person what was sent, in order."""
        texts = defaultdict(list)
        for one in list(self.zalo.account.sent):
            texts[_to(one)].append(one["message"]["text"])
        return texts


@contextmanager
def account(data: Path) -> Iterator[Stage]:
    """Serve an account whose admin has signed in, on the data folder `data`."""
    with ZaloOA() as zalo:
        store = Store.open(f"sqlite:///{data / 'danbiet.sqlite'}", SecretKey.of("", data))
        later = now() + timedelta(hours=20)
        pair = Pair(zalo.account.access, zalo.account.refresh, later, later)
        store.tokens(APP_ID).keep(pair)
        store.close()
        settings = {
            "ZALO_OA_APP_ID": APP_ID,
            "ZALO_OA_APP_SECRET": APP_SECRET,
            "ZALO_OA_SECRET_KEY": KEY,
            "ZALO_OA_API_URL": zalo.url,
            "ZALO_OAUTH_URL": zalo.url,
        }
        with Serving(data, settings, webhooks=True) as bot:
            yield Stage(zalo, bot)


def write_at_once(bot: Serving, people: Sequence[str], question: str) -> list[float]:
    """Let `people` ask within ten seconds, half of them twice; return how long each call took."""
    return asyncio.run(_write_at_once(bot, people, question))


async def _write_at_once(bot: Serving, people: Sequence[str], question: str) -> list[float]:
    waits: list[float] = []
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(limits=limits, timeout=60) as client:

        async def ask(number: int, person: str) -> None:
            await asyncio.sleep(number * _SECONDS / len(people))
            body = text_event(question, now(), person, f"crowd-{person}")
            for _ in range(1 + number % 2):
                began = time.monotonic()
                answer = await client.post(_url(bot), content=body, headers=signed(body))
                waits.append(time.monotonic() - began)
                assert answer.status_code == 200

        await asyncio.gather(*(ask(*one) for one in enumerate(people)))
    return waits


class Stream:
    """People who write at a steady pace, each one question, from `with` to its end."""

    def __init__(self, stage: Stage, question: str, pace: float) -> None:
        """Take how many are to write a second."""
        self._stage, self._question, self._pause = stage, question, 1 / pace
        self._over = asyncio.Event()
        self.people: list[str] = []
        self.waits: list[float] = []

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._writing = Thread(target=self._loop.run_until_complete, args=(self._write(),))
        self._writing.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._writing.join()
        self._loop.close()

    async def _write(self) -> None:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(limits=limits, timeout=60) as client, TaskGroup() as calls:
            began = time.monotonic()
            while not self._over.is_set():
                self.people.append(self._stage.resident().person)
                calls.create_task(self._ask(client, self.people[-1]))
                due = began + len(self.people) * self._pause
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._over.wait(), max(0.0, due - time.monotonic()))

    async def _ask(self, client: httpx.AsyncClient, person: str) -> None:
        body = text_event(self._question, now(), person, f"stream-{person}")
        began = time.monotonic()
        answer = await client.post(_url(self._stage.bot), content=body, headers=signed(body))
        assert answer.status_code == 200
        self.waits.append(time.monotonic() - began)


def call(bot: Serving, body: bytes, headers: dict[str, str] | None = None) -> int:
    """Return the status with which the bot answers a call of its webhook, signed unless told."""
    given = signed(body) if headers is None else headers
    return httpx.post(_url(bot), content=body, headers=given, timeout=30).status_code


def _url(bot: Serving) -> str:
    return f"{bot.url}/webhook/zalo-oa"


def _to(sent: dict[str, Any]) -> str:
    return str(sent["recipient"]["user_id"])


def _shown(message: dict[str, Any]) -> Shown:
    buttons = message.get("attachment", {}).get("payload", {}).get("buttons", [])
    return Shown(message["text"], tuple(((one["title"], one["payload"]),) for one in buttons))
