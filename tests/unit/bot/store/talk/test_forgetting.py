"""Forgetting: because somebody asks for it, or because it was kept long enough."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from bot.channels.base import Post
from bot.conversation.values import Opinion, Outcome, Reply
from bot.store.store import Store
from bot.store.tasks import Task
from tests.support.running.stores import (
    CHAT,
    KEY,
    NOW,
    OWN_KEY,
    POST,
    QUESTION,
    ask,
    chat,
    later,
    mentions,
    message,
    receive,
    reply,
    settle,
    turn,
    written,
)


def talk(store: Store, of: str) -> None:
    """Leave a trace of the chat `of` in every table."""
    sent, asked = message(QUESTION, chat=of), turn(question=QUESTION)
    outcome = Outcome(chat(sent), (reply("một"),), turn=asked, staff_question=asked.id)
    settle(store, outcome, [[POST]], sent=sent)
    again = message(chat=of)
    opinion = Opinion(asked.id, good=False, comment="chưa rõ")
    (aside,) = settle(
        store, Outcome(chat(again), (reply(),), opinion=opinion), [[POST]], sent=again
    )
    store.set_aside(aside.id)
    receive(store, message(chat=of))


def test_who_asks_to_be_forgotten_is_to_the_last_byte(
    store: Store, kept: sqlite3.Connection, tmp_path: Path
) -> None:
    talk(store, CHAT)
    assert QUESTION.encode() in written(tmp_path)
    assert mentions(kept, OWN_KEY) == {"chats", "turns", "menus", "inbox", "deliveries"}

    goodbye = Outcome(chat(), (Reply("Đã xóa ạ."),), turn=turn(), forget=True)
    (last,) = settle(store, goodbye, [[Post("Đã xóa ạ.")]])
    assert store.undelivered() == (last,)
    assert store.unanswered() == ()
    assert mentions(kept, OWN_KEY) == {"deliveries"}
    assert QUESTION.encode() not in written(tmp_path)

    store.mark_sent(last.id, NOW)
    assert mentions(kept, OWN_KEY) == set()
    for table in ("opinions", "staff_questions"):
        assert kept.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608


def test_forgetting_one_chat_leaves_the_others(store: Store, kept: sqlite3.Connection) -> None:
    talk(store, CHAT)
    talk(store, "777")
    settle(store, Outcome(chat(), forget=True))

    other = KEY.chat("telegram", "777")
    assert mentions(kept, other) == {"chats", "turns", "menus", "inbox", "deliveries"}
    assert len(store.staff_questions()) == 1


def test_what_comes_after_the_wish_is_answered(store: Store) -> None:
    wish = receive(store)
    after = receive(store)
    store.settle(wish, Outcome(chat(), forget=True), (), NOW)
    assert store.unanswered() == (after,)


def test_what_was_kept_long_enough_is_removed(store: Store, kept: sqlite3.Connection) -> None:
    talk(store, CHAT)
    waiting, unanswered = store.undelivered(), store.unanswered()
    failed, _ = settle(store, Outcome(chat(), (reply(),)), [[POST, POST]])
    store.mark_failed(failed.id, "blocked")

    assert store.forget_before(NOW) == 0
    assert store.forget_before(later(seconds=1)) > 0
    assert store.recall(message(), NOW).since is None
    assert store.staff_questions() == ()
    for table in ("chats", "turns", "menus", "opinions", "staff_questions"):
        assert kept.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
    assert store.unanswered() == unanswered
    assert waiting[0] in store.undelivered()
    states = kept.execute("SELECT DISTINCT state FROM deliveries").fetchall()
    assert states == [("waiting",)]


def test_what_is_younger_stays(store: Store) -> None:
    ask(store, turn(NOW, id="old"))
    young = turn(later(days=2), id="young")
    offered = reply("một")
    settle(store, Outcome(chat(), (offered,), turn=young), [[]], at=later(days=2))

    store.forget_before(later(days=1))
    assert store.turn(OWN_KEY, "old") is None
    assert store.turn(OWN_KEY, "young") == young
    assert store.recall(message(), later(days=2)).since == NOW
    assert store.menu(OWN_KEY, offered.id) == offered.menu


def test_a_rehearsal_is_kept_no_longer_than_the_questions_in_it(store: Store) -> None:
    old, young = Task("rehearsal/a", "Lan", NOW), Task("rehearsal/b", "Lan", later(days=2))
    for task in (old, young):
        store.tasks.begin(task)
    store.forget_before(later(days=1))
    assert store.tasks.keys("rehearsal/") == {young.key}
