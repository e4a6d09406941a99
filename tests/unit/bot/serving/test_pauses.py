from __future__ import annotations

from bot.serving.pauses import Pauses


def test_pauses_grow_up_to_five_minutes() -> None:
    pauses = Pauses()

    assert [pauses.after_failure() for _ in range(11)] == [
        1,
        2,
        4,
        8,
        16,
        32,
        64,
        128,
        256,
        300,
        300,
    ]


def test_begin_anew_after_success() -> None:
    pauses = Pauses()
    pauses.after_failure()
    pauses.after_failure()

    pauses.succeeded()

    assert pauses.after_failure() == 1


def test_last_as_long_as_the_platform_asks() -> None:
    assert Pauses().after_failure(retry_after=17) == 17
