"""What people think of answers."""

from __future__ import annotations

import sqlite3

from bot.conversation.values import Opinion, Outcome
from bot.store.store import Store
from tests.support.running.stores import ask, chat, message, settle, turn


def test_an_opinion_adds_to_what_was_said_before(store: Store, kept: sqlite3.Connection) -> None:
    ask(store, turn(id="t1"))

    def after(*opinions: Opinion) -> tuple[object, ...]:
        for opinion in opinions:
            settle(store, Outcome(chat(), opinion=opinion))
        found: tuple[object, ...] = kept.execute(
            "SELECT good, reason, comment FROM opinions"
        ).fetchone()
        return found

    assert after(Opinion("t1", good=False)) == (0, None, None)
    assert after(Opinion("t1", good=False, reason="wrong")) == (0, "wrong", None)
    assert after(Opinion("t1", good=False, comment="sai điều")) == (0, "wrong", "sai điều")
    assert after(Opinion("t1", good=False, comment="cũ")) == (0, "wrong", "sai điều\ncũ")
    assert after(Opinion("t1", good=True)) == (1, None, None)


def test_an_opinion_on_the_turn_of_somebody_else_is_passed_over(
    store: Store, kept: sqlite3.Connection
) -> None:
    ask(store, turn(id="t1"))
    other = message(chat="777")
    settle(store, Outcome(chat(other), opinion=Opinion("t1", good=True)), sent=other)
    assert kept.execute("SELECT count(*) FROM opinions").fetchone() == (0,)


def test_an_opinion_on_a_turn_that_is_gone_is_passed_over(store: Store) -> None:
    settle(store, Outcome(chat(), opinion=Opinion("gone", good=True)))
    assert store.unanswered() == ()
