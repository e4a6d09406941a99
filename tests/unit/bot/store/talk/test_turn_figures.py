"""Figures of the turns that are still kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.answer.values import Status
from bot.conversation.values import Opinion, Outcome
from bot.store.store import Store
from bot.store.talk.turn_figures import Judged, UnansweredGroup
from tests.support.console.statistics import asked
from tests.support.running.stores import NOW, ask, chat, later, message, settle

TODAY = date(2026, 3, 4)
A_DAY = timedelta(days=1)


def _ask(store: Store, reading: str, who: str, status: Status = Status.NOT_FOUND) -> None:
    ask(store, asked(NOW, status=status, reading=reading), sent=message(chat=who))


def test_the_same_question_is_told_once_as_most_wrote_it(store: Store) -> None:
    for reading, who in (
        ("Thu phí rác thế nào?", "1"),
        ("thu phi rac the nao", "2"),
        ("Thu phí rác thế nào?", "2"),
        ("Ai sửa đường?", "1"),
        ("Ai sửa đường", "3"),
    ):
        _ask(store, reading, who)
    assert store.turn_figures.in_vain(TODAY, TODAY) == (
        UnansweredGroup("Thu phí rác thế nào?", asked=3, chats=2),
        UnansweredGroup("Ai sửa đường?", asked=2, chats=2),
    )


def test_what_a_single_person_asks_is_not_told(store: Store) -> None:
    for _ in range(3):
        _ask(store, "Con tôi tên Hoa học lớp nào?", "1")
    assert store.turn_figures.in_vain(TODAY, TODAY) == ()


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Status.NOT_FOUND, True),
        (Status.NO_RESOLUTION, True),
        (Status.ANSWERED, False),
        (Status.OUT_OF_SCOPE, False),
        (Status.SMALL_TALK, False),
    ],
)
def test_only_what_a_resolution_could_answer_is_told(
    store: Store, status: Status, told: bool
) -> None:
    for who in "12":
        _ask(store, "Thu phí rác thế nào?", who, status)
    assert bool(store.turn_figures.in_vain(TODAY, TODAY)) is told


def test_only_the_days_asked_for_are_looked_at(store: Store) -> None:
    for who in "12":
        _ask(store, "Thu phí rác thế nào?", who)
    tomorrow = later(days=1).date()
    assert store.turn_figures.in_vain(tomorrow, tomorrow) == ()


def test_numbers_of_persons_are_masked(store: Store) -> None:
    for who in "12":
        _ask(store, "Gọi 0912345678 được không?", who)
    (group,) = store.turn_figures.in_vain(TODAY, TODAY)
    assert "0912345678" not in group.question


def _judge(store: Store, topic: str | None, *, good: bool) -> None:
    turn = asked(NOW, topics=(topic,) if topic else ())
    settle(store, Outcome(chat(), turn=turn))
    settle(store, Outcome(chat(), opinion=Opinion(turn.id, good=good)))


def test_opinions_are_counted_by_the_first_topic(store: Store) -> None:
    for topic, good in (
        ("Loa", True),
        ("Loa", True),
        ("Loa", False),
        ("Tiền", False),
        (None, True),
    ):
        _judge(store, topic, good=good)
    found = store.turn_figures.judged(TODAY, TODAY)
    assert found == {"Loa": Judged(good=2, bad=1), "Tiền": Judged(bad=1)}


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        pytest.param(TODAY, TODAY, True, id="the day"),
        pytest.param(TODAY - A_DAY, TODAY - A_DAY, False, id="the day before"),
        pytest.param(TODAY + A_DAY, TODAY + A_DAY, False, id="the day after"),
    ],
)
def test_only_questions_of_the_period_count(
    store: Store, first: date, last: date, counted: bool
) -> None:
    _judge(store, "Loa", good=True)
    assert bool(store.turn_figures.judged(first, last)) is counted
