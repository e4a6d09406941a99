"""The runner of the answer path."""

from __future__ import annotations

from bot.answer.deciding.trace import Runner, first

LENGTH = first("measure", len).then("double", lambda length: 2 * length)


def test_each_step_takes_the_value_that_the_one_before_returns() -> None:
    assert Runner().run(LENGTH, "bàn") == 6


def test_the_first_value_that_fits_is_kept_else_the_last() -> None:
    assert Runner().run_until(LENGTH, ["họp thôn", "bàn", "xã"], lambda length: length < 8) == 6
    assert Runner().run_until(LENGTH, ["họp thôn", "bàn"], lambda length: length < 2) == 6


def test_steps_of_one_name_are_measured_together_over_all_runs() -> None:
    runner = Runner()
    for _ in range(2):
        runner.run(LENGTH.then("measure", abs), "họp")
    timings = runner.timings()

    assert list(timings) == ["measure", "double", "total"]
    assert timings["total"] == timings["measure"] + timings["double"]
