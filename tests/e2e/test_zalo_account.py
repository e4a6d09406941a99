"""An Official Account, over the stub of ours: a conversation, a crash, a crowd."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any

import httpx
import pytest

from bot.channels.zalo.oauth import Pair
from bot.store.key import Key
from bot.store.store import Store
from tests.danbiet import Prepared
from tests.residents import Shown
from tests.scenarios import ask_from_lang_son, go_on, have_all_deleted, try_every_choice
from tests.servers.faults import Held
from tests.servers.zalo_oa import APP_ID, APP_SECRET, KEY, ZaloOA, now, signed, text_event
from tests.serving import Serving, own_copy
from tests.waiting import until

QUESTION = "Ở Lạng Sơn, người dân giám sát công trình của xã thế nào?"
ANSWER = "Nghị quyết áp dụng tại tỉnh Lạng Sơn quy định:"
CROWD = 500
IN_TIME = 2.0
"""Seconds after which Zalo holds a call to have failed."""
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
        return AccountResident(self.zalo, self.bot, str(next(self.numbers)))


@pytest.fixture(scope="module")
def stage(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    data = own_copy(prepared, tmp_path_factory.mktemp("account"))
    with ZaloOA() as zalo:
        store = Store.open(f"sqlite:///{data / 'danbiet.sqlite'}", Key.of("", data))
        later = now() + timedelta(hours=20)
        account = zalo.account
        store.tokens(APP_ID).keep(Pair(account.access, account.refresh, later, later))
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


def test_a_whole_conversation(stage: Stage) -> None:
    one = stage.resident()
    ask_from_lang_son(one)
    try_every_choice(one)
    go_on(one)
    have_all_deleted(one)
    assert len(one.shown()) == one.read


def test_what_zalo_did_not_sign_is_refused(stage: Stage) -> None:
    body = text_event(QUESTION, now(), "999", "forged")
    url = f"{stage.bot.url}/webhook/zalo-oa"
    assert httpx.post(url, content=body).status_code == 403
    assert httpx.post(url, content=body, headers=signed(body, "other key")).status_code == 403
    assert not [one for one in stage.zalo.account.sent if _to(one) == "999"]


def test_a_crash_after_zalo_was_told_loses_no_question(stage: Stage) -> None:
    slow, waiting = stage.resident(), stage.resident()
    held = Held()
    stage.zalo.expect("cs", held)
    slow.says(QUESTION)
    held.wait()
    waiting.says(QUESTION)
    stage.bot.kill()
    stage.bot.start()

    assert ANSWER in waiting.reads()[0].text
    (note,) = slow.reads()
    slow.presses(note.labels[0])
    assert ANSWER in slow.reads()[0].text
    assert len(waiting.shown()) == 1


def test_every_call_of_a_crowd_is_taken_in_time_and_answered_once(stage: Stage) -> None:
    crowd = [stage.resident() for _ in range(CROWD)]
    waits = asyncio.run(_call_at_once(stage.bot, [one.person for one in crowd]))
    people = {one.person for one in crowd}

    def told() -> list[str]:
        return [one for one in map(_to, list(stage.zalo.account.sent)) if one in people]

    until(lambda: len(told()) >= CROWD, 90, lambda: len(told()))

    assert max(waits) < IN_TIME
    assert sorted(told()) == sorted(people)


async def _call_at_once(bot: Serving, people: list[str]) -> list[float]:
    """Let everybody ask within ten seconds, half of them twice; return how long each call took."""
    limits = httpx.Limits(max_connections=50)
    async with httpx.AsyncClient(limits=limits, timeout=30) as client:

        async def ask(number: int, person: str) -> float:
            await asyncio.sleep(number * 10 / CROWD)
            body = text_event(QUESTION, now(), person, f"crowd-{person}")
            began = time.monotonic()
            for _ in range(1 + number % 2):
                answer = await client.post(
                    f"{bot.url}/webhook/zalo-oa", content=body, headers=signed(body)
                )
                assert answer.status_code == 200
            return time.monotonic() - began

        return await asyncio.gather(*(ask(*one) for one in enumerate(people)))


def call(bot: Serving, body: bytes) -> int:
    url = f"{bot.url}/webhook/zalo-oa"
    return httpx.post(url, content=body, headers=signed(body), timeout=30).status_code


def _to(sent: dict[str, Any]) -> str:
    return str(sent["recipient"]["user_id"])


def _shown(message: dict[str, Any]) -> Shown:
    buttons = message.get("attachment", {}).get("payload", {}).get("buttons", [])
    return Shown(message["text"], tuple(((one["title"], one["payload"]),) for one in buttons))
