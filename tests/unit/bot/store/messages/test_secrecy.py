"""What stands in the files of the database, byte for byte, and what does not."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from bot.channels.base import Post
from bot.conversation.values import Opinion, Outcome
from bot.store.database.database import DatabaseFailed
from bot.store.store import Store
from tests.support.running.stores import (
    CHAT,
    NOW,
    OWN_KEY,
    POST,
    QUESTION,
    ask,
    chat,
    mentions,
    message,
    receive,
    reply,
    settle,
    turn,
    written,
)

PHONE = "0912345678"
SENDER = "5757575757"


def test_a_message_that_waits_is_nowhere_to_be_read(store: Store, tmp_path: Path) -> None:
    sent = message(f"{QUESTION}, gọi {PHONE}", id="id of the message")
    receive(store, replace(sent, in_group=True, sender=SENDER))
    on_disk = written(tmp_path)

    assert len(on_disk) > 1000
    for secret in (CHAT, SENDER, PHONE, QUESTION, "id of the message"):
        assert secret.encode() not in on_disk


def test_an_answer_that_waits_is_nowhere_to_be_read(store: Store, tmp_path: Path) -> None:
    asked = turn()
    outcome = Outcome(chat(), (reply("một"),), turn=asked, staff_question=asked.id)
    settle(store, outcome, [[Post("Điều bí mật")]])
    on_disk = written(tmp_path)

    assert b"loa phuong" in on_disk
    assert CHAT.encode() not in on_disk
    assert "bí mật".encode() not in on_disk


def test_numbers_of_persons_are_never_written(store: Store, tmp_path: Path) -> None:
    ask(store, turn(id="t1", question=f"gọi {PHONE}", reading=f"gọi điện {PHONE}"))
    settle(store, Outcome(chat(), opinion=Opinion("t1", good=False, comment=f"số {PHONE}")))
    on_disk = written(tmp_path)

    assert PHONE.encode() not in on_disk
    assert on_disk.count("[số điện thoại]".encode()) >= 3


def test_what_is_settled_and_sent_leaves_no_link_to_the_chat(
    store: Store, kept: sqlite3.Connection
) -> None:
    (first,) = settle(store, Outcome(chat(), (reply(),)), [[POST]])
    store.mark_sent(first.id, NOW)

    assert mentions(kept, OWN_KEY) == {"chats"}
    assert kept.execute("SELECT channel, chat, sealed FROM inbox").fetchall() == [
        ("telegram", None, None)
    ]
    assert kept.execute("SELECT count(*) FROM deliveries").fetchone() == (0,)


def test_what_is_given_up_is_nowhere_to_be_read(store: Store, tmp_path: Path) -> None:
    (first,) = settle(store, Outcome(chat(), (reply(),)), [[Post("Điều bí mật")]])
    store.mark_failed(first.id, "blocked")
    on_disk = written(tmp_path)

    assert b"blocked" in on_disk
    assert CHAT.encode() not in on_disk
    assert "bí mật".encode() not in on_disk


def test_of_what_is_dropped_only_channel_reason_and_time_stay(
    store: Store, kept: sqlite3.Connection
) -> None:
    (first,) = settle(store, Outcome(chat(), (reply(),)), [[POST]])
    store.mark_failed(first.id, "blocked")
    store.failures.drop([first.id])

    asked = "SELECT channel, state, reason, chat, sealed, at IS NULL FROM deliveries"
    assert kept.execute(asked).fetchall() == [("telegram", "failed", "blocked", None, None, 0)]


def test_a_failure_of_the_database_tells_no_words(store: Store) -> None:
    ask(store, turn(id="t1"))
    with pytest.raises(DatabaseFailed) as failed:
        ask(store, turn(id="t1", question=QUESTION))
    told = f"{failed.value} {failed.value.__cause__}"
    assert "UNIQUE" in told
    assert QUESTION not in told
    assert OWN_KEY not in told
