"""How many questions somebody may ask in a while."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bot.conversation.limit import QuestionLimit
from tests.support.conversations.conversations import NOON

MINUTE = timedelta(minutes=1)


def test_the_oldest_question_makes_room_when_the_window_has_passed() -> None:
    limit = QuestionLimit(2, 10 * MINUTE)

    assert limit.take("a", NOON) is None
    assert limit.take("a", NOON + 4 * MINUTE) is None
    assert limit.take("a", NOON + 7 * MINUTE) == 3 * MINUTE
    assert limit.take("a", NOON + 10 * MINUTE) is None
    assert limit.take("a", NOON + 11 * MINUTE) == 3 * MINUTE


def test_who_asks_is_counted_apart() -> None:
    limit = QuestionLimit(1, 10 * MINUTE)

    assert limit.take("a", NOON) is None
    assert limit.take("b", NOON) is None
    assert limit.take("a", NOON) == 10 * MINUTE


def test_who_was_silent_longest_is_let_go() -> None:
    limit = QuestionLimit(1, 10 * MINUTE, most_askers=2)
    for asker in ("a", "b", "a", "c"):
        limit.take(asker, NOON)

    assert limit.take("a", NOON) is not None
    assert limit.take("b", NOON) is None


def test_no_question_slips_through_between_threads() -> None:
    limit = QuestionLimit(20, 10 * MINUTE)
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: limit.take("a", NOON), range(200)))

    assert waits.count(None) == 20
