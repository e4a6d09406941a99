"""Threads in the store: an answer that arrives, words that come back, the case that has both."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.answer.values import Status
from bot.channels.base import Post
from bot.conversation.values import Expects, Menu, Opinion, Outcome, Turn
from bot.store.caseload.caseload import CaseQuestion, CaseRow, Filter
from bot.store.caseload.replies import Progress, Replies, StaffAnswer
from bot.store.store import Store
from bot.store.talk.cases import CaseState, Need
from bot.store.talk.tallies import TallyKind
from bot.store.values import Delivery
from tests.support.running.stores import (
    CHAT,
    KEY,
    NOW,
    OWN_KEY,
    ask,
    chat,
    later,
    message,
    receive,
    reply,
    settle,
    turn,
)

ANSWER = StaffAnswer("Bạn báo trưởng thôn nhé.", "cán bộ xã Thiện Tân", "Lan")
LOUDSPEAKER = "Loa phường hỏng thì báo ai?"
MORE = "Trưởng thôn đi vắng, số của tôi là 0912345678"


@pytest.fixture
def replies(store: Store) -> Replies:
    return store.replies


def asks(store: Store, name: str, question: str = LOUDSPEAKER, of: str = CHAT) -> None:
    """Let a resident hand a question to the staff."""
    sent = message(chat=of)
    asked = replace(turn(id=name, question=question, reading=question), status=Status.NOT_FOUND)
    settle(store, Outcome(chat(sent), turn=asked, staff_question=name), sent=sent)


def words(name: str, thread: str, text: str = MORE, hours: float = 2) -> Turn:
    """Return what a resident writes to the staff."""
    return Turn(name, later(hours=hours), text, text, Status.SMALL_TALK, thread=thread)


def writes(store: Store, said: Turn, of: str = CHAT) -> None:
    """Let a resident write to the staff."""
    sent = message(chat=of)
    outcome = Outcome(chat(sent), turn=said, staff_question=said.id)
    settle(store, outcome, at=said.asked_at, sent=sent)


def answers(store: Store, replies: Replies, *turns: str, hours: float = 1) -> tuple[Delivery, ...]:
    """Let an officer answer `turns`."""
    posts = dict.fromkeys(turns, (Post("Trả lời của cán bộ"),))
    return replies.send(the_row(store).number, ANSWER, posts, later(hours=hours))


def the_row(store: Store) -> CaseRow:
    (row,) = store.cases.page(Filter(state=None), 10)
    return row


def asked(store: Store) -> dict[str, CaseQuestion]:
    """Return all that the only case holds, by turn."""
    case = store.cases.one(the_row(store).number)
    assert case
    return {one.turn.id: one for one in case.asked}


class TestArrival:
    def test_text_is_for_the_staff_once_the_answer_has_arrived(
        self, store: Store, replies: Replies
    ) -> None:
        asks(store, "t1")
        (delivery,) = answers(store, replies, "t1")
        before = store.recall(message(), later(hours=1))
        assert (before.expects, before.until) == (None, None)
        store.mark_sent(delivery.id, later(hours=3))
        after = store.recall(message(), later(hours=1))
        assert (after.expects, after.thread, after.until) == (Expects.STAFF, "t1", later(hours=51))
        assert store.recall(message(chat="777"), NOW).expects is None

    def test_what_else_arrives_begins_no_thread(self, store: Store) -> None:
        asks(store, "t1")
        (delivery,) = store.enqueue("telegram", CHAT, reply(), (Post("Có ạ."),), NOW)
        store.mark_sent(delivery.id, later(hours=3))
        assert store.recall(message(), NOW).expects is None

    def test_what_may_have_been_lost_begins_it_when_it_comes_again(
        self, store: Store, replies: Replies
    ) -> None:
        asks(store, "t1")
        (lost,) = answers(store, replies, "t1")
        store.mark_sending(lost.id)
        store.set_aside(lost.id)
        (again,) = settle(store, Outcome(chat(), resend=lost.id), at=later(hours=2))
        assert [one.progress for one in replies.sent(["t1"])] == [Progress.WAITING]
        store.mark_sent(again.id, later(hours=3))
        assert store.recall(message(), later(hours=2)).thread == "t1"
        assert [one.progress for one in replies.sent(["t1"])] == [Progress.SENT]

    def test_what_can_be_chosen_below_is_remembered(self, store: Store, replies: Replies) -> None:
        asks(store, "t1")
        menu = Menu("m1", ())
        replies.send(
            the_row(store).number, ANSWER, {"t1": (Post("Có ạ."),)}, later(hours=1), {"t1": menu}
        )
        assert store.menu(OWN_KEY, "m1") == menu
        assert store.menu(KEY.chat("telegram", "777"), "m1") is None
        assert store.recall(message(), later(hours=1)).menu == menu


class TestWords:
    def test_land_in_the_same_case_and_open_it_again(self, store: Store, replies: Replies) -> None:
        asks(store, "t1")
        answers(store, replies, "t1")
        assert the_row(store).state is CaseState.DONE
        writes(store, words("w1", "t1"))
        row = the_row(store)
        assert (row.state, row.question) == (CaseState.OPEN, LOUDSPEAKER)
        assert (row.at, row.asked) == (later(hours=2), 1)
        assert row.needs == {Need.ASKED: 1, Need.REPLIED: 1, Need.NOT_FOUND: 1}
        assert asked(store)["w1"].waits
        assert answers(store, replies, "w1", hours=3)

    def test_are_masked(self, store: Store, kept: sqlite3.Connection) -> None:
        asks(store, "t1")
        writes(store, words("w1", "t1"))
        assert the_row(store).words.startswith("Trưởng thôn đi vắng, số của tôi là")
        assert not any("0912345678" in line for line in kept.iterdump())

    def test_come_on_top_of_the_list(self, store: Store) -> None:
        asks(store, "t1")
        case = the_row(store).number
        asks(store, "t2", "Trồng cây gì ở sân đình?", of="777")
        writes(store, words("w1", "t1"))
        first, second = store.cases.page(Filter(), 10)
        assert (first.number, first.words[:11]) == (case, "Trưởng thôn")
        assert second.words == ""
        assert store.cases.page(Filter(need=Need.REPLIED), 10) == (first,)

    def test_reopen_what_was_held_to_be_outside(self, store: Store) -> None:
        asks(store, "t1")
        store.cases.set_state(the_row(store).number, CaseState.OUTSIDE)
        writes(store, words("w1", "t1"))
        assert the_row(store).state is CaseState.OPEN

    def test_are_no_questions_to_the_bot(self, store: Store) -> None:
        asks(store, "t1")
        today = date(2026, 3, 4)
        before = store.tallies.totals(today, today)
        writes(store, words("w1", "t1", hours=0.1))
        assert store.tallies.totals(today, today) == before
        assert [one.id for one in store.recall(message(), NOW).turns] == ["t1"]
        found = store.turn(OWN_KEY, "w1")
        assert found
        assert (found.thread, found.question[:11]) == ("t1", "Trưởng thôn")

    def test_hide_no_chat_from_those_that_ask_on_a_day(self, store: Store) -> None:
        asks(store, "t1")
        tomorrow = later(days=1)
        writes(store, words("w1", "t1", hours=24))
        ask(store, turn(tomorrow + timedelta(hours=1)), tomorrow + timedelta(hours=1))
        counted = store.tallies.totals(tomorrow.date(), tomorrow.date())
        assert counted[TallyKind.CHAT] == {"telegram": 1}

    def test_draw_no_questions_to_their_case(self, store: Store) -> None:
        asks(store, "t1")
        writes(store, words("w1", "t1", "Trồng cây gì ở sân đình?"))
        asks(store, "t2", "Trồng cây gì ở sân đình?", of="777")
        assert len(store.cases.page(Filter(), 10)) == 2
        asks(store, "t3", of="778")
        assert len(store.cases.page(Filter(), 10)) == 2

    def test_have_a_case_of_their_own_where_the_thread_is_forgotten(self, store: Store) -> None:
        asks(store, "t1")
        store.forget_before(later(hours=1))
        writes(store, words("w1", "t1"))
        assert asked(store)["w1"].waits
        assert the_row(store).needs == {Need.REPLIED: 1}

    def test_are_kept_once_however_often_they_are_settled(self, store: Store) -> None:
        asks(store, "t1")
        receipt = receive(store, at=later(hours=2))
        outcome = Outcome(chat(), turn=words("w1", "t1"), staff_question="w1")
        for _ in range(2):
            store.settle(receipt, outcome, (), later(hours=2))
        assert list(asked(store)) == ["w1", "t1"]

    def test_go_with_their_chat(self, store: Store, kept: sqlite3.Connection) -> None:
        asks(store, "t1")
        writes(store, words("w1", "t1"))
        settle(store, Outcome(chat(), forget=True), at=later(hours=3))
        for table in ("turns", "staff_questions", "cases", "concerns"):
            assert kept.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608


class TestAnswering:
    def test_the_newest_words_are_answered_for_all_before(
        self, store: Store, replies: Replies
    ) -> None:
        asks(store, "t1")
        writes(store, words("w1", "t1"))
        asks(store, "t2", of="777")
        answers(store, replies, "w1", hours=3)
        assert {name: one.waits for name, one in asked(store).items()} == {
            "w1": False,
            "t1": False,
            "t2": True,
        }

    def test_what_came_later_still_waits(self, store: Store, replies: Replies) -> None:
        asks(store, "t1")
        writes(store, words("w1", "t1"))
        answers(store, replies, "t1", hours=3)
        assert {name: one.waits for name, one in asked(store).items()} == {"w1": True, "t1": False}
        assert the_row(store).state is CaseState.OPEN


class TestOpinions:
    def test_the_resident_judges_the_staffs_answer(self, store: Store, replies: Replies) -> None:
        asks(store, "t1")
        answers(store, replies, "t1")
        assert asked(store)["t1"].content is None
        for good in (True, False):
            judged = Opinion("t1", good=good)
            settle(store, Outcome(chat(), staff_opinion=judged), at=later(hours=2))
            assert asked(store)["t1"].content is good
        assert asked(store)["t1"].opinion is None

    def test_nobody_judges_for_others(self, store: Store, replies: Replies) -> None:
        asks(store, "t1")
        answers(store, replies, "t1")
        sent = message(chat="777")
        judged = Opinion("t1", good=False)
        settle(store, Outcome(chat(sent), staff_opinion=judged), at=later(hours=2), sent=sent)
        assert asked(store)["t1"].content is None
