from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from bot.channels.zalo.account.oauth import OAuthRefusal, Pair
from bot.channels.zalo.account.tokens import LoginNeeded, NotAlone, Tokens
from bot.channels.zalo.web import Unanswered
from knowledge.errors import DanBietError
from tests.support.conversations.fake_zalo import MemoryVault

pytestmark = pytest.mark.anyio
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def pair(number: int, at: datetime = NOON) -> Pair:
    """Return a pair that is due after 20 hours and expires after 25."""
    due, expires = at + timedelta(hours=20), at + timedelta(hours=25)
    return Pair(f"access-{number}", f"refresh-{number}", due, expires)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


class Issuer:
    """Gives the next pair for the newest refresh token, unless told to fail first."""

    def __init__(self, clock: Clock) -> None:
        self.clock, self.asked = clock, list[str]()
        self.failures = list[Exception]()
        self.newest = 1
        self.let_go = asyncio.Event()
        self.let_go.set()
        self.begun = asyncio.Event()
        self.closed = False

    async def refresh(self, token: str) -> Pair:
        self.asked.append(token)
        self.begun.set()
        await self.let_go.wait()
        if self.failures:
            raise self.failures.pop(0)
        if token != f"refresh-{self.newest}":
            raise OAuthRefusal(-14014, "Invalid refresh token")
        self.newest += 1
        return pair(self.newest, self.clock.now)

    async def close(self) -> None:
        self.closed = True


class Stage:
    """One account and as many processes as a test wants."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.issuer, self.vault = Issuer(self.clock), MemoryVault(pair(1))
        self.lock = folder / "locks" / "tokens.lock"

    def tokens(self) -> Tokens:
        return Tokens(self.vault, self.issuer, self.lock, self.clock)

    def pass_hours(self, hours: float) -> None:
        self.clock.now += timedelta(hours=hours)


@pytest.fixture
async def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


async def test_uses_a_token_until_it_is_due(stage: Stage) -> None:
    tokens = stage.tokens()
    stage.pass_hours(19.9)
    assert await tokens.access() == "access-1"
    stage.pass_hours(0.2)
    assert await tokens.access() == "access-2"

    assert stage.issuer.asked == ["refresh-1"]
    assert [kept.access for kept in stage.vault.kept] == ["access-2"]


async def test_two_who_refresh_at_once_never_use_a_token_twice(stage: Stage) -> None:
    stage.pass_hours(21)
    processes = [stage.tokens() for _ in range(4)]

    given = await asyncio.gather(*(one.access() for one in processes for _ in range(5)))

    assert set(given) == {"access-2"}
    assert stage.issuer.asked == ["refresh-1"]


async def test_a_refused_token_that_another_replaced_already_is_not_refreshed(
    stage: Stage,
) -> None:
    assert await stage.tokens().renew("access-1") == "access-2"
    assert await stage.tokens().renew("access-1") == "access-2"

    assert stage.issuer.asked == ["refresh-1"]


async def test_a_pair_is_kept_before_it_is_used(stage: Stage) -> None:
    class FullVault(MemoryVault):
        full = True

        def keep(self, pair: Pair) -> None:
            if self.full:
                raise DanBietError("disk full")  # noqa: TRY003 - a stand-in for the store's own
            super().keep(pair)

    vault = FullVault(pair(1))
    stage.vault = vault
    tokens = stage.tokens()
    stage.pass_hours(26)

    with pytest.raises(DanBietError, match="disk full"):
        await tokens.access()
    vault.full = False

    assert await tokens.access() == "access-2"
    assert vault.pair == pair(2, stage.clock.now)
    assert stage.issuer.asked == ["refresh-1"]


async def test_a_refresh_that_never_reached_zalo_is_done_again(stage: Stage) -> None:
    stage.issuer.failures.append(Unanswered())
    stage.pass_hours(26)
    tokens = stage.tokens()

    with pytest.raises(Unanswered):
        await tokens.access()

    assert await tokens.access() == "access-2"


async def test_whoever_stops_waiting_does_not_stop_the_refresh(stage: Stage) -> None:
    stage.issuer.let_go.clear()
    tokens = stage.tokens()
    stage.pass_hours(21)
    asking = asyncio.create_task(tokens.access())
    await stage.issuer.begun.wait()
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)

    closing = asyncio.create_task(tokens.close())
    stage.issuer.let_go.set()
    await closing

    assert [kept.access for kept in stage.vault.kept] == ["access-2"]
    assert stage.issuer.closed


async def test_while_the_old_token_serves_a_lost_pair_is_only_logged(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    stage.issuer.newest = 9
    tokens = stage.tokens()
    stage.pass_hours(21)

    assert [await tokens.access() for _ in range(3)] == ["access-1"] * 3
    [line] = [line for line in caplog.messages if "danbiet zalo login" in line]
    assert "refresh-1" not in line
    stage.pass_hours(0.1)
    await tokens.access()
    assert stage.issuer.asked == ["refresh-1"] * 2


@pytest.mark.parametrize("lost", [True, False])
async def test_without_a_usable_pair_it_says_what_the_admin_has_to_do(
    stage: Stage, lost: bool
) -> None:
    stage.issuer.newest = 9
    if not lost:
        stage.vault.pair = None
    stage.pass_hours(26)

    with pytest.raises(LoginNeeded, match="danbiet zalo login"):
        await stage.tokens().access()


async def test_a_login_meanwhile_takes_effect_at_once(stage: Stage) -> None:
    stage.issuer.newest = 9
    stage.pass_hours(26)
    tokens = stage.tokens()
    with pytest.raises(LoginNeeded):
        await tokens.access()

    await stage.tokens().begin(pair(9, stage.clock.now))

    assert await tokens.access() == "access-9"


async def test_keeps_the_pair_fresh_though_nobody_writes(stage: Stage) -> None:
    naps: list[float] = []
    over = asyncio.Event()

    async def sleep(seconds: float) -> None:
        naps.append(seconds)
        stage.pass_hours(seconds / 3600)
        if len(naps) == 3 * 21:
            over.set()
            await asyncio.Event().wait()
        await asyncio.sleep(0)

    keeper = asyncio.create_task(stage.tokens().keep_fresh(sleep))
    await over.wait()
    keeper.cancel()
    await asyncio.gather(keeper, return_exceptions=True)

    assert stage.issuer.asked == ["refresh-1", "refresh-2", "refresh-3"]
    assert set(naps) <= {3600.0, 60.0}


async def test_goes_on_keeping_fresh_after_a_failure(stage: Stage) -> None:
    stage.vault.pair = None
    naps: list[float] = []

    async def sleep(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) > 1:
            await asyncio.Event().wait()
        stage.vault.pair = pair(1)

    keeper = asyncio.create_task(stage.tokens().keep_fresh(sleep))
    while len(naps) < 2:
        await asyncio.sleep(0)
    keeper.cancel()
    await asyncio.gather(keeper, return_exceptions=True)

    assert naps == [3600.0, 3600.0]


async def test_waits_for_another_process_that_refreshes(stage: Stage) -> None:
    stage.pass_hours(21)
    stage.lock.parent.mkdir()
    with FileLock(stage.lock):
        asking = asyncio.create_task(stage.tokens().access())
        await asyncio.wait({asking}, timeout=0.2)
        assert not asking.done()
        stage.vault.keep(pair(7, stage.clock.now))

    assert await asking == "access-7"
    assert stage.issuer.asked == []


async def test_a_lock_that_cannot_be_made_is_told(stage: Stage) -> None:
    stage.pass_hours(26)
    stage.lock.parent.write_text("in the way", encoding="utf-8")

    with pytest.raises(NotAlone, match="thư mục dữ liệu"):
        await stage.tokens().access()
    assert stage.issuer.asked == []
