"""Processes that share the tokens of one Official Account, some of which are killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channels.zalo.account.oauth import Pair
from bot.commands.wiring import Application
from bot.config import Settings
from tests.servers.faults import Held
from tests.servers.zalo_oa import APP_ID, APP_SECRET, FIRST_REFRESH, KEY, ZaloOA

ROOT = Path(__file__).parents[3]
PROGRAM = """
import asyncio, sys
from bot.channels.zalo.account.assembly import make_oauth, make_tokens
from bot.config import read_settings
from bot.commands.wiring import Application
from knowledge.errors import DanBietError

async def run(parts):
    settings = parts.settings
    vault = parts.store().tokens(settings.zalo_oa_app_id)
    tokens = make_tokens(vault, make_oauth(settings), parts.locks)
    try:
        return await tokens.access()
    finally:
        await tokens.close()

try:
    print(asyncio.run(run(Application(read_settings()))))
except DanBietError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def server() -> Iterator[ZaloOA]:
    with ZaloOA() as running:
        yield running


@pytest.fixture
def environment(tmp_path: Path, server: ZaloOA) -> dict[str, str]:
    """The settings of processes that find a pair which has run out."""
    now = datetime.now(UTC)
    key = "for these tests alone"
    settings = Settings.model_validate({"data_dir": tmp_path, "secret_key": key})
    with closing(Application(settings).store()) as store:
        store.tokens(APP_ID).keep(Pair("access-0", FIRST_REFRESH, now, now + timedelta(seconds=1)))
    return {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": key,
        "ZALO_OA_APP_ID": APP_ID,
        "ZALO_OA_APP_SECRET": APP_SECRET,
        "ZALO_OA_SECRET_KEY": KEY,
        "ZALO_OA_API_URL": server.url,
        "ZALO_OAUTH_URL": server.url,
    }


def start(environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start a process that prints the access token it gets."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def end(process: subprocess.Popen[str]) -> tuple[str, str]:
    """Return what `process` printed on standard output and error."""
    out, told = process.communicate(timeout=60)
    return out.strip(), told


def kill_midway(environment: dict[str, str], server: ZaloOA, held: Held) -> None:
    """Kill a process (kill -9) while Zalo holds its refresh."""
    server.expect("access_token", held)
    process = start(environment)
    held.wait(60)
    process.kill()
    end(process)


def test_processes_that_refresh_at_once_use_a_token_once(
    environment: dict[str, str], server: ZaloOA
) -> None:
    processes = [start(environment) for _ in range(3)]

    assert {end(process)[0] for process in processes} == {"access-1"}
    assert server.account.refreshes == [FIRST_REFRESH]


def test_a_refresh_cut_short_before_zalo_saw_it_is_done_by_the_next_process(
    environment: dict[str, str], server: ZaloOA
) -> None:
    kill_midway(environment, server, Held())

    assert end(start(environment))[0] == "access-1"
    assert server.account.refreshes == [FIRST_REFRESH]


def test_a_pair_that_was_lost_on_the_way_is_for_the_admin(
    environment: dict[str, str], server: ZaloOA
) -> None:
    kill_midway(environment, server, Held(after=True))

    out, told = end(start(environment))

    assert out == ""
    assert "danbiet zalo login" in told
    assert FIRST_REFRESH not in told
