"""Dates as Vietnamese documents and people write them."""

from __future__ import annotations

import re
from datetime import date

_WORDS = r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
_SIGNS = r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b"
_ISO = r"\b(\d{4})-(\d{2})-(\d{2})\b"
_LAST_DAY = 31
_DAY = re.compile(rf"{_WORDS}|{_SIGNS}|{_ISO}", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """Return the first full date in `text` that the calendar has, or None.

    Understood: "ngày 04 tháng 12 năm 2024", "4/12/2024", "04-12-2024", "2024-12-04".
    """
    for match in _DAY.finditer(text):
        day = _date_of(match)
        if day:
            return day
    return None


def _date_of(match: re.Match[str]) -> date | None:
    groups = [int(group) for group in match.groups() if group]
    year, month, day = groups if groups[0] > _LAST_DAY else reversed(groups)
    try:
        return date(year, month, day)
    except ValueError:
        return None
