from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.resolution import Effect
from knowledge.validity.standing import Standing, standing
from tests.support.documents.builders import resolution

TODAY = date(2026, 7, 1)
SINCE_2025 = Effect(passed_on=date(2024, 12, 4), since=date(2025, 1, 1))
ON_PASSAGE = Effect(passed_on=date(2024, 7, 23), on_passage=True)
NOT_STATED = Effect(passed_on=date(2024, 11, 11))
ENDED = Effect(passed_on=date(2020, 1, 1), since=date(2020, 2, 1), until=date(2024, 12, 31))


@pytest.mark.parametrize(
    ("effect", "day", "expected"),
    [
        pytest.param(SINCE_2025, date(2025, 1, 1), Standing.IN_FORCE, id="first day"),
        pytest.param(SINCE_2025, date(2024, 12, 31), Standing.NOT_YET, id="day before"),
        pytest.param(ON_PASSAGE, date(2024, 7, 23), Standing.IN_FORCE, id="day of passage"),
        pytest.param(ON_PASSAGE, date(2024, 7, 22), Standing.NOT_YET, id="before passage"),
        pytest.param(NOT_STATED, TODAY, Standing.UNKNOWN_START, id="start not stated"),
        pytest.param(NOT_STATED, date(2024, 11, 10), Standing.NOT_YET, id="not even passed"),
        pytest.param(Effect(), TODAY, Standing.UNKNOWN_START, id="no date at all"),
        pytest.param(ENDED, date(2024, 12, 31), Standing.IN_FORCE, id="last day"),
        pytest.param(ENDED, date(2025, 1, 1), Standing.EXPIRED, id="day after the last"),
    ],
)
def test_a_day_decides_the_standing(effect: Effect, day: date, expected: Standing) -> None:
    assert standing(resolution(effect=effect), day) is expected
