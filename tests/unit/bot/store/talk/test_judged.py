"""What residents think of the answers on each topic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.conversation.values import Opinion, Outcome
from bot.store.store import Store
from bot.store.talk.judged import Judged, judged
from tests.support.console.statistics import asked
from tests.support.running.stores import NOW, chat, settle

TODAY = date(2026, 3, 4)
A_DAY = timedelta(days=1)


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
    found = judged(store.database, TODAY, TODAY)
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
    assert bool(judged(store.database, first, last)) is counted
