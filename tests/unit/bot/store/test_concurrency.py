"""Several threads and processes at one database, and processes that die."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest

from bot.config import ROOT
from bot.conversation.values import Outcome
from bot.store.database.database import Database
from bot.store.store import Delivery, Receipt, Store
from tests.support.running.stores import (
    KEY,
    NOW,
    OWN_KEY,
    POST,
    chat,
    message,
    receive,
    reply,
    turn,
)

THREADS = 4

_DYING = """
import os, signal, sys
from bot.conversation.values import Outcome
from bot.store.store import Store
from tests.support.running.stores import KEY, NOW, chat, receive, reply, turn

class Deadly(list):
    def __iter__(self):
        os.kill(os.getpid(), signal.SIGKILL)

store = Store.open(sys.argv[1], KEY)
store.settle(receive(store), Outcome(chat(), (reply("một"),), turn=turn()), [Deadly()], NOW)
"""
"""Dies inside the transaction that settles a message, after turn and menu were written."""


@pytest.fixture
def other(url: str, store: Store) -> Iterator[Store]:
    """The store as another process has it, opened after `store`."""
    with closing(Store.open(url, KEY)) as other:
        assert other.unanswered() == store.unanswered()
        yield other


def test_what_comes_several_times_at_once_is_taken_once(store: Store, other: Store) -> None:
    start = Barrier(THREADS)

    def take(thread: int) -> list[Receipt | None]:
        start.wait()
        of = (store, other)[thread % 2]
        # each thread shares half of its messages with the one before
        ids = range(thread * 25, thread * 25 + 50)
        return [of.receive(message(id=f"m{number}"), NOW) for number in ids]

    with ThreadPoolExecutor(THREADS) as threads:
        taken = [one for some in threads.map(take, range(THREADS)) for one in some if one]
    assert {one.message.id for one in taken} == {f"m{number}" for number in range(125)}
    assert len(taken) == 125
    assert len({one.id for one in store.unanswered()}) == 125


def test_what_is_settled_several_times_at_once_is_settled_once(store: Store, other: Store) -> None:
    receipts = [receive(store) for _ in range(20)]
    start = Barrier(THREADS)

    def settle(thread: int) -> list[Delivery]:
        start.wait()
        of = (store, other)[thread % 2]
        outcome = Outcome(chat(), (reply(),))
        return [one for each in receipts for one in of.settle(each, outcome, [[POST]], NOW)]

    with ThreadPoolExecutor(THREADS) as threads:
        given = [one for some in threads.map(settle, range(THREADS)) for one in some]
    assert len(given) == len(receipts)
    assert {one.id for one in given} == {one.id for one in store.undelivered()}


def test_reading_goes_on_while_others_write(store: Store, url: str) -> None:
    other = Database.connect(url)
    with closing(other), other.writing(), ThreadPoolExecutor(1) as threads:
        assert threads.submit(store.recall, message(), NOW).result(timeout=5).since is None


def test_a_process_that_dies_while_it_settles_leaves_the_message(store: Store, url: str) -> None:
    died = subprocess.run([sys.executable, "-c", _DYING, url], cwd=ROOT, check=False)
    assert died.returncode == -signal.SIGKILL

    (receipt,) = store.unanswered()
    assert store.recall(receipt.message, NOW).menu is None
    asked = turn()
    assert store.settle(receipt, Outcome(chat(), (reply(),), turn=asked), [[POST]], NOW)
    assert store.turn(OWN_KEY, asked.id) == asked
