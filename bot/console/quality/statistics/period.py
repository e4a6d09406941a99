"""The days that somebody looks at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never
from urllib.parse import urlencode

from knowledge.errors import DanBietError

_A_DAY = timedelta(days=1)
_MOST_DAYS = 366
_MOST_BARS = 45
"""Days that a chart shows one by one: more would be too thin for a phone."""
_A_WEEK = 7
_CENTURIES = range(2000, 2200)
"""Years that may be asked for: there is nothing in others, and time zones end the calendar."""


class PeriodPreset(StrEnum):
    """A period that is chosen by name."""

    TODAY = "hom-nay"
    WEEK = "7-ngay"
    MONTH = "30-ngay"
    THIS_MONTH = "thang-nay"
    LAST_MONTH = "thang-truoc"


class PeriodFault(StrEnum):
    """The reason why no period can be read; `period_fault.j2` words it."""

    NO_DATE = "no_date"
    BACKWARDS = "backwards"
    TOO_LONG = "too_long"


class BadPeriod(DanBietError):
    """The typed days are no period that can be shown."""

    def __init__(self, fault: PeriodFault) -> None:
        self.fault = fault
        super().__init__(fault.value)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both of them included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days there are."""
        return (self.last - self.first).days + 1

    @property
    def by_week(self) -> bool:
        """Return True if a chart shows weeks rather than days."""
        return self.days > _MOST_BARS

    @property
    def query(self) -> str:
        """Return the period as links tell it: the same days tomorrow as well."""
        return urlencode({"tu": self.first, "den": self.last})

    def spans(self) -> Iterator[Period]:
        """Yield the days, or the weeks, that a chart shows one by one; the last may be shorter."""
        step = _A_DAY * (_A_WEEK if self.by_week else 1)
        start = self.first
        while start <= self.last:
            yield Period(start, min(start + step - _A_DAY, self.last))
            start += step

    def __iter__(self) -> Iterator[date]:
        return (self.first + _A_DAY * number for number in range(self.days))


def named(preset: PeriodPreset, today: date) -> Period:
    """Return what `preset` means on the day `today`."""
    this_month = today.replace(day=1)
    before = this_month - _A_DAY
    match preset:
        case PeriodPreset.TODAY:
            return Period(today, today)
        case PeriodPreset.WEEK:
            return Period(today - _A_DAY * 6, today)
        case PeriodPreset.MONTH:
            return Period(today - _A_DAY * 29, today)
        case PeriodPreset.THIS_MONTH:
            return Period(this_month, today)
        case PeriodPreset.LAST_MONTH:
            return Period(before.replace(day=1), before)
        case _:
            assert_never(preset)


def between(first: str, last: str) -> Period:
    """Return the period between two days as forms send them ("2026-11-22"); raise BadPeriod."""
    try:
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError as error:
        raise BadPeriod(PeriodFault.NO_DATE) from error
    if not {period.first.year, period.last.year} <= set(_CENTURIES):
        raise BadPeriod(PeriodFault.NO_DATE)
    if period.days < 1:
        raise BadPeriod(PeriodFault.BACKWARDS)
    if period.days > _MOST_DAYS:
        raise BadPeriod(PeriodFault.TOO_LONG)
    return period
