"""The days that somebody looks at."""

from __future__ import annotations

from datetime import date

import pytest

from bot.console.quality.statistics.period import (
    BadPeriod,
    Period,
    PeriodFault,
    PeriodPreset,
    between,
    named,
)


@pytest.mark.parametrize(
    ("preset", "today", "first", "last"),
    [
        (PeriodPreset.TODAY, date(2026, 11, 22), date(2026, 11, 22), date(2026, 11, 22)),
        (PeriodPreset.WEEK, date(2026, 11, 22), date(2026, 11, 16), date(2026, 11, 22)),
        (PeriodPreset.MONTH, date(2026, 11, 22), date(2026, 10, 24), date(2026, 11, 22)),
        (PeriodPreset.THIS_MONTH, date(2026, 11, 22), date(2026, 11, 1), date(2026, 11, 22)),
        (PeriodPreset.LAST_MONTH, date(2026, 11, 22), date(2026, 10, 1), date(2026, 10, 31)),
        (PeriodPreset.LAST_MONTH, date(2027, 1, 31), date(2026, 12, 1), date(2026, 12, 31)),
        (PeriodPreset.LAST_MONTH, date(2028, 3, 31), date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_period_by_name(preset: PeriodPreset, today: date, first: date, last: date) -> None:
    assert named(preset, today) == Period(first, last)


def test_a_period_from_one_day_to_another_holds_both() -> None:
    period = between("2026-11-20", "2026-11-22")
    assert period.days == 3
    assert list(period) == [date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)]
    assert between("2026-11-20", "2026-11-20").days == 1


@pytest.mark.parametrize(
    ("first", "last", "fault"),
    [
        pytest.param("", "2026-11-22", PeriodFault.NO_DATE, id="no first"),
        pytest.param("2026-11-22", "", PeriodFault.NO_DATE, id="no last"),
        pytest.param("22/11/2026", "22/11/2026", PeriodFault.NO_DATE, id="another form"),
        pytest.param("2026-02-29", "2026-03-01", PeriodFault.NO_DATE, id="no such day"),
        pytest.param("0001-01-01", "0001-01-02", PeriodFault.NO_DATE, id="antiquity"),
        pytest.param("9999-12-31", "9999-12-31", PeriodFault.NO_DATE, id="the last day of all"),
        pytest.param("2026-11-22", "2026-11-21", PeriodFault.BACKWARDS, id="backwards"),
        pytest.param("2025-11-21", "2026-11-22", PeriodFault.TOO_LONG, id="longer than a year"),
    ],
)
def test_what_is_no_period_is_refused(first: str, last: str, fault: PeriodFault) -> None:
    with pytest.raises(BadPeriod) as refused:
        between(first, last)
    assert refused.value.fault is fault


def test_a_long_period_is_shown_by_weeks_and_a_short_one_by_days() -> None:
    short, long = between("2026-10-01", "2026-11-14"), between("2026-10-01", "2026-11-15")
    assert [span.days for span in short.spans()] == [1] * 45
    assert [span.days for span in long.spans()] == [7] * 6 + [4]
    assert [day for span in long.spans() for day in span] == list(long)
