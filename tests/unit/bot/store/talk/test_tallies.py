"""Counting what is asked, by day."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime

import pytest

from bot.answer.values import Status
from bot.conversation.values import Cited, Opinion, Outcome
from bot.store.store import Store
from bot.store.talk.tallies import BAD, GOOD, TallyKind, read, written
from knowledge.law.resolution import Address, Part
from tests.support.console.statistics import asked
from tests.support.running.stores import (
    NOW,
    OWN_KEY,
    ask,
    chat,
    later,
    mentions,
    message,
    settle,
    turn,
)

TODAY = date(2026, 3, 4)
CITED = Address("lang-son-08-2024", article=4, clause=2, point="c")


def test_a_turn_counts_in_every_way(store: Store) -> None:
    ask(store, turn())
    assert store.tallies.totals(TODAY, TODAY) == {
        TallyKind.STATUS: {"answered": 1},
        TallyKind.CHANNEL: {"telegram": 1},
        TallyKind.HOUR: {"12": 1},
        TallyKind.TOPIC: {"Loa truyền thanh": 1},
        TallyKind.UNANSWERED: {},
        TallyKind.SPEED: {"12": 1},
        TallyKind.CITED: {written(CITED): 1},
        TallyKind.CHAT: {"telegram": 1},
        TallyKind.OPINION: {},
    }


@pytest.mark.parametrize(
    ("at", "day", "hour"),
    [
        pytest.param(datetime(2026, 3, 4, 16, 59, tzinfo=UTC), date(2026, 3, 4), "23", id="before"),
        pytest.param(datetime(2026, 3, 4, 17, 0, tzinfo=UTC), date(2026, 3, 5), "00", id="after"),
    ],
)
def test_days_end_at_midnight_in_vietnam(store: Store, at: datetime, day: date, hour: str) -> None:
    ask(store, turn(at), at=at)
    tallies = store.tallies
    assert tallies.by_day(TallyKind.STATUS, date(2026, 3, 1), date(2026, 3, 9)) == {day: 1}
    assert tallies.totals(day, day)[TallyKind.HOUR] == {hour: 1}


def test_a_chat_counts_once_a_day(store: Store) -> None:
    for hours in (0, 1, 24, 25):
        ask(store, turn(later(hours=hours)))
    ask(store, turn(later(hours=2)), sent=message(chat="777"))
    assert store.tallies.by_day(TallyKind.CHAT, TODAY, date(2026, 3, 5)) == {
        TODAY: 2,
        date(2026, 3, 5): 1,
    }


def test_a_provision_counts_once_a_turn_and_other_parts_do_not(store: Store) -> None:
    preamble = Address("lang-son-08-2024", Part.PREAMBLE)
    cited = tuple(Cited(one, "f") for one in (CITED, CITED, preamble))
    ask(store, asked(NOW, cited=cited))
    assert store.tallies.totals(TODAY, TODAY)[TallyKind.CITED] == {written(CITED): 1}


@pytest.mark.parametrize(
    ("status", "topics", "unanswered"),
    [
        pytest.param(Status.ANSWERED, 1, 0, id="answered"),
        pytest.param(Status.NOT_FOUND, 1, 1, id="not found"),
        pytest.param(Status.NO_RESOLUTION, 1, 1, id="no resolution"),
        pytest.param(Status.OUT_OF_SCOPE, 0, 0, id="out of scope"),
        pytest.param(Status.SMALL_TALK, 0, 0, id="small talk"),
    ],
)
def test_topics_are_those_of_questions_that_belong_here(
    store: Store, status: Status, topics: int, unanswered: int
) -> None:
    ask(store, asked(NOW, status=status))
    totals = store.tallies.totals(TODAY, TODAY)
    assert sum(totals[TallyKind.TOPIC].values()) == topics
    assert sum(totals[TallyKind.UNANSWERED].values()) == unanswered


def test_who_changes_their_mind_has_one_opinion(store: Store) -> None:
    about = turn()
    ask(store, about)
    tallies = store.tallies
    for good, told in ((True, {GOOD: 1}), (True, {GOOD: 1}), (False, {GOOD: 0, BAD: 1})):
        opinion = Opinion(about.id, good=good)
        settle(store, Outcome(chat(), opinion=opinion), at=later(days=3))
        assert tallies.totals(TODAY, TODAY)[TallyKind.OPINION] == told


def test_nobody_s_opinion_counts_on_the_turn_of_another(store: Store) -> None:
    about = turn()
    ask(store, about)
    sent = message(chat="777")
    settle(store, Outcome(chat(sent), opinion=Opinion(about.id, good=False)), sent=sent)
    assert store.tallies.totals(TODAY, TODAY)[TallyKind.OPINION] == {}


def test_counts_stay_and_name_nobody_when_turns_are_forgotten(
    store: Store, kept: sqlite3.Connection
) -> None:
    ask(store, turn(question="Nhà tôi ở xóm Bãi"))
    settle(store, Outcome(chat(), forget=True))
    ask(store, turn(later(minutes=1)), sent=message(chat="777"))
    store.forget_before(later(days=1))
    assert store.tallies.by_day(TallyKind.STATUS, TODAY, TODAY) == {TODAY: 2}
    assert "tallies" not in mentions(kept, OWN_KEY) | mentions(kept, "xóm Bãi")


@pytest.mark.parametrize(
    ("spent", "told"),
    [(0.2, "0"), (7.4, "7"), (12.25, "12"), (347.0, "350"), (1251.0, "1300"), (98_765.0, "99000")],
)
def test_times_are_told_apart_as_far_as_it_matters(store: Store, spent: float, told: str) -> None:
    ask(store, asked(NOW, timings_ms={"total": spent}))
    assert store.tallies.totals(TODAY, TODAY)[TallyKind.SPEED] == {told: 1}


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(Address("a-1", article=1), id="article"),
        pytest.param(Address("a|1", article=1, clause=2, point="đ", bullet=3), id="bullet"),
        pytest.param(Address("a-1", article=1, point="a"), id="point without clause"),
        pytest.param(Address("a-1"), id="all of it"),
    ],
)
def test_an_address_is_read_as_it_was_written(address: Address) -> None:
    assert read(written(address)) == address
