"""Posts that were given up: seen by the staff, tried again, dropped, forgotten."""

from __future__ import annotations

import pytest

from bot.channels.base import Post
from bot.conversation.values import Outcome
from bot.store.messages.failures import Failures
from bot.store.store import Delivery, Store
from tests.support.running.stores import chat, later, message, reply, settle


@pytest.fixture
def failures(store: Store) -> Failures:
    return store.failures


def fails(store: Store, *texts: str, of: str = "1", hours: int = 0) -> list[Delivery]:
    """Let the answer to a message of the chat `of` be given up, post by post."""
    sent = message(chat=of)
    outcome, posts = Outcome(chat(sent), (reply(),)), [[Post(text) for text in texts]]
    given = settle(store, outcome, posts, at=later(hours=hours), sent=sent)
    for one in given:
        store.mark_failed(one.id, f"lý do của {one.post.text}")
    return list(given)


def test_they_are_seen_newest_first_with_reasons_and_without_numbers_of_persons(
    store: Store, failures: Failures
) -> None:
    fails(store, "một")
    fails(store, "gọi 0912345678", hours=1)
    newest, oldest = failures.newest(10)

    assert failures.count() == 2
    assert (newest.channel, newest.at) == ("telegram", later(hours=1))
    assert newest.text == "gọi [số điện thoại]"
    assert (oldest.text, oldest.reason) == ("một", "lý do của một")
    assert failures.newest(1) == (newest,)


def test_what_is_tried_again_is_sent_in_order_as_it_was(store: Store, failures: Failures) -> None:
    first, second, third = fails(store, "một", "hai", "ba")

    assert failures.retry([third.id, first.id]) == (first, third)
    assert store.undelivered() == (first, third)
    assert [one.id for one in failures.newest(10)] == [second.id]
    assert failures.retry([first.id]) == ()


def test_what_fails_again_is_seen_again(store: Store, failures: Failures) -> None:
    (first,) = fails(store, "một")
    failures.retry([first.id])
    store.mark_failed(first.id, "lần nữa")

    assert [one.reason for one in failures.newest(10)] == ["lần nữa"]


def test_what_is_dropped_is_gone(store: Store, failures: Failures) -> None:
    first, second = fails(store, "một", "hai")

    assert failures.drop([first.id, "unknown"]) == 1
    assert failures.retry([first.id]) == ()
    assert [one.id for one in failures.newest(10)] == [second.id]


def test_what_waits_or_was_set_aside_did_not_fail(store: Store, failures: Failures) -> None:
    waiting, aside = settle(store, Outcome(chat(), (reply(),)), [[Post("một"), Post("hai")]])
    store.set_aside(aside.id)

    assert failures.count() == 0
    assert failures.retry([waiting.id, aside.id]) == ()
    assert failures.drop([waiting.id, aside.id]) == 0


def test_who_asks_to_be_forgotten_is(store: Store, failures: Failures) -> None:
    fails(store, "một")
    (other,) = fails(store, "hai", of="2")
    sent = message(chat="1")
    settle(store, Outcome(chat(sent), forget=True), sent=sent)

    assert [one.id for one in failures.newest(10)] == [other.id]


def test_what_failed_long_ago_is_forgotten(store: Store, failures: Failures) -> None:
    fails(store, "một")
    (young,) = fails(store, "hai", hours=2)
    store.forget_before(later(hours=1))

    assert [one.id for one in failures.newest(10)] == [young.id]
