"""A reindex and a rollback while people go on asking: nobody notices.

benchmarks/reindex.py measures with more of them how soon the processes take the new version up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from bot.serving.incidents import FILE as INCIDENTS
from tests.servers.telegram import Telegram, telegram
from tests.support.answers.reindexing import (
    AFTER,
    BEFORE,
    QUESTION,
    Exchange,
    change_source,
    exchange,
)
from tests.support.console.accounts import Stage, account
from tests.support.conversations.residents import Resident, TelegramResident
from tests.support.running.danbiet import Prepared
from tests.support.running.serving import Serving, own_copy

PACE = 15.0
"""Questions a second that two cores answer while they also build an index and run other tests."""


@pytest.fixture(scope="module")
def stage(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """An account, and a bot that is called by it."""
    with account(own_copy(prepared, tmp_path_factory.mktemp("reindexing"))) as running:
        yield running


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Telegram]:
    """Telegram, which has a bot of its own."""
    with telegram(tmp_path_factory.mktemp("reindexing-telegram")) as running:
        yield running


@pytest.fixture(scope="module")
def bots(stage: Stage, platform: Telegram) -> Iterator[Sequence[Serving]]:
    """Two processes over one data folder, with a channel each."""
    with Serving(stage.bot.folder, platform.settings) as second:
        yield stage.bot, second


def test_a_reindex_and_a_rollback_lose_nothing_and_fail_nobody(
    stage: Stage, platform: Telegram, bots: Sequence[Serving]
) -> None:
    data = stage.bot.folder
    elsewhere = TelegramResident(platform, 810_000_001)
    old = answer(stage.resident())
    new = old.replace(BEFORE, AFTER)
    assert BEFORE in answer(elsewhere)
    change_source(data)

    grown = exchange("index", stage, bots, PACE)
    assert answers(grown) == {old, new}
    assert answer(stage.resident()) == new
    assert AFTER in answer(elsewhere)

    back = exchange("rollback", stage, bots, PACE)
    assert answers(back) <= {old, new}
    assert answer(stage.resident()) == old
    assert BEFORE in answer(elsewhere)

    answered = sum(len(told) for told in stage.texts().values())
    assert answered == len(grown.told) + len(back.told) + 3
    assert not (data / INCIDENTS).exists()
    assert all(" ERROR " not in bot.log for bot in bots)


def answer(resident: Resident) -> str:
    """Return what `resident` is told on the question."""
    resident.says(QUESTION)
    (told,) = resident.reads()
    return told.text


def answers(meanwhile: Exchange) -> set[str]:
    """Return what was told to all who asked, each of whom was told one thing."""
    assert {len(told) for told in meanwhile.told.values()} == {1}
    return {text for told in meanwhile.told.values() for text in told}
