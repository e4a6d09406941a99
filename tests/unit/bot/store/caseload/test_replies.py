"""Answers of the staff on their way back to the residents."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.channels.base import Post
from bot.conversation.values import Outcome
from bot.store.caseload.caseload import Filter
from bot.store.caseload.replies import Progress, Replies, StaffAnswer
from bot.store.store import Store
from bot.store.talk.cases import CaseState
from bot.store.values import Delivery, QuestionStatus
from tests.support.running.stores import CHAT, NOW, chat, later, message, settle, turn

ANSWER = StaffAnswer("Bạn báo trưởng thôn nhé.", "cán bộ xã Thiện Tân", "Lan")
POSTS = (Post("Trả lời của cán bộ"), Post("phần hai"))


def hand_over(store: Store, name: str, of: str = CHAT, channel: str = "telegram") -> None:
    """Let a resident ask the staff."""
    sent = message(chat=of, channel=channel)
    asked = turn(id=name)
    settle(store, Outcome(chat(sent), turn=asked, staff_question=name), sent=sent)


def the_case(store: Store) -> int:
    (one,) = store.cases.page(Filter(state=None), 10)
    return one.number


@pytest.fixture
def replies(store: Store) -> Replies:
    return store.replies


def send(store: Store, replies: Replies, *turns: str) -> tuple[Delivery, ...]:
    return replies.send(the_case(store), ANSWER, dict.fromkeys(turns, POSTS), later(hours=1))


def test_an_answer_goes_to_the_chat_that_asked(store: Store, replies: Replies) -> None:
    hand_over(store, "t1", of="777", channel="zalo-oa")
    given = send(store, replies, "t1")
    assert [(one.channel, one.chat, one.post) for one in given] == [
        ("zalo-oa", "777", POSTS[0]),
        ("zalo-oa", "777", POSTS[1]),
    ]
    assert store.undelivered() == given


def test_once_answered_the_address_is_gone_and_nobody_is_answered_twice(
    store: Store, replies: Replies, kept: sqlite3.Connection, tmp_path: Path
) -> None:
    hand_over(store, "t1")
    assert send(store, replies, "t1")
    assert send(store, replies, "t1") == ()
    assert kept.execute("SELECT sealed, status FROM staff_questions").fetchone() == (
        b"",
        "answered",
    )
    (asked,) = store.staff_questions()
    assert asked.status is QuestionStatus.ANSWERED
    assert (tmp_path / "danbiet.sqlite").exists()
    assert kept.execute("SELECT count(*) FROM staff_answers").fetchone() == (1,)


def test_only_who_asked_the_staff_can_be_answered(store: Store, replies: Replies) -> None:
    hand_over(store, "t1")
    settle(store, Outcome(chat(), turn=turn(id="t2")))
    assert send(store, replies, "t2", "nobody") == ()
    assert store.undelivered() == ()


def test_a_case_is_done_once_nobody_waits(store: Store, replies: Replies) -> None:
    hand_over(store, "t1")
    hand_over(store, "t2", of="777")
    caseload, case = store.cases, the_case(store)
    send(store, replies, "t1")
    first = caseload.one(case)
    assert first
    assert first.state is CaseState.OPEN
    assert {one.turn.id: one.waits for one in first.asked} == {"t1": False, "t2": True}
    send(store, replies, "t2")
    second = caseload.one(case)
    assert second
    assert second.state is CaseState.DONE


def test_who_asks_again_after_an_answer_can_be_answered_again(
    store: Store, replies: Replies
) -> None:
    hand_over(store, "t1")
    send(store, replies, "t1")
    settle(store, Outcome(chat(), staff_question="t1"), at=later(hours=2))
    assert len(store.cases.page(Filter(), 10)) == 1
    assert len(send(store, replies, "t1")) == 2


def test_how_far_each_answer_has_come_is_told(store: Store, replies: Replies) -> None:
    hand_over(store, "t1")

    def told() -> list[tuple[str, Progress, str]]:
        return [(one.turn, one.progress, one.reason) for one in replies.sent(["t1"])]

    assert told() == []
    first, second = send(store, replies, "t1")
    assert told() == [("t1", Progress.WAITING, "")]
    store.mark_sending(first.id)
    store.mark_sent(first.id, NOW)
    assert told() == [("t1", Progress.WAITING, "")]
    store.mark_sent(second.id, NOW)
    assert told() == [("t1", Progress.SENT, "")]
    (sent,) = replies.sent(["t1"])
    assert (sent.answer, sent.at) == (ANSWER, later(hours=1))


def test_what_failed_tells_why_even_if_the_rest_arrived(store: Store, replies: Replies) -> None:
    hand_over(store, "t1")
    first, second = send(store, replies, "t1")
    store.mark_failed(first.id, "quá 48 giờ")
    store.mark_sent(second.id, NOW)
    (sent,) = replies.sent(["t1"])
    assert (sent.progress, sent.reason) == (Progress.FAILED, "quá 48 giờ")


def test_what_may_have_arrived_is_told_as_uncertain(store: Store, replies: Replies) -> None:
    hand_over(store, "t1")
    first, second = send(store, replies, "t1")
    store.set_aside(first.id)
    store.mark_sent(second.id, NOW)
    assert [one.progress for one in replies.sent(["t1"])] == [Progress.UNCERTAIN]


def test_who_is_forgotten_takes_the_answers_along(
    store: Store, replies: Replies, kept: sqlite3.Connection
) -> None:
    hand_over(store, "t1")
    send(store, replies, "t1")
    settle(store, Outcome(chat(), forget=True), at=NOW)
    for table in ("staff_answers", "staff_deliveries", "deliveries"):
        assert kept.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608
