from __future__ import annotations

import pytest

from bot.answer.values import Status
from bot.evaluation.reliability import reliability
from bot.evaluation.result import Result


def claim(confidence: float | None, *, right: bool) -> Result:
    rank = 1 if right else None
    return Result(
        "1", "Gì?", Status.ANSWERED, Status.ANSWERED, rank, rank, None, None, 1.0, confidence
    )


def test_claims_are_compared_with_what_came_out() -> None:
    told = reliability([claim(0.9, right=True), claim(0.9, right=False), claim(0.1, right=False)])

    assert told["brier"] == pytest.approx((0.01 + 0.81 + 0.01) / 3, abs=1e-4)
    assert told["expected_calibration_error"] == pytest.approx((0.4 * 2 + 0.1) / 3, abs=1e-4)
    assert [(one["low"], one["questions"], one["right"]) for one in told["bins"]] == [
        (0.0, 1, 0.0),
        (0.8, 2, 0.5),
    ]


def test_certainty_belongs_to_the_highest_bin() -> None:
    (one,) = reliability([claim(1.0, right=True)])["bins"]

    assert (one["low"], one["high"], one["right"]) == (0.8, 1.0, 1.0)


def test_answers_without_a_claim_do_not_count() -> None:
    told = reliability([claim(None, right=False)])

    assert told == {"brier": None, "expected_calibration_error": None, "bins": []}
