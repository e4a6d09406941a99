"""The day on which somebody wants to know the law: "hồi tháng 3/2025", "trước 1/7/2025"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from knowledge.text import fold

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WHEN: Final = re.compile(
    r"(?P<before>\btruoc (?:khi )?)?"
    r"(?:(?P<season>dau|giua|cuoi) )?"
    r"(?:(?:\bngay |\bhom |\bmung )?(?<![\d/.-])(?P<day>\d{1,2})(?:[/.-]| thang )"
    rf"(?P<month>\d{{1,2}})(?:[/.-]| nam ){_YEAR}"
    r"|\bthang (?P<month_alone>\d{1,2})(?:\s?[/.-]\s?| nam | )(?P<year_of_month>20\d\d)"
    r"|\bnam (?P<year_alone>20\d\d)"
    r"|(?<=\bhoi )(?P<year_bare>20\d\d))"
    r"(?![\d/]|\s?[-–]\s?\d)"
)
_OF_SOMETHING: Final = re.compile(
    r"\b(?:nghi quyet|quyet dinh|nghi dinh|thong tu|luat|bo luat|van ban|to trinh|phap lenh|nq|qd"
    r"|hien phap)\b"
    r"(?: (?!tu |truoc |sau |hoi |vao |trong |den |luc |ke tu |tinh )[^\s,.;?]+){0,7} ?$"
    r"|\b(?:hieu luc|ban hanh|thong qua|ky)(?: (?:tu|ke tu|vao|ngay|luc|hoi))* ?$"
    r"|\b(?:ke hoach|bao cao|ngan sach|du toan|quyet toan|sinh|ky hop|nhiem ky|giai doan|khoa"
    r"|chuong trinh|danh sach|ket qua|so lieu|thang|trung thu|tet)(?: \w+)? ?$"
)
"""What bears a year or a date of its own."""
_SEASONS: Final = {"dau": 3, "giua": 6, "cuoi": 12}
"""The last month that the beginning, the middle, the end of a year may mean."""
_DECEMBER: Final = 12
_YEARS: Final = ("year", "year_of_month", "year_alone", "year_bare")


def find_day(text: str) -> date | None:
    """Return the day whose law `text` asks for, the last one of a month or year, or None.

    Dates and years of documents, plans and terms of office are none: "Luật năm 2022".
    """
    return next((day for day, _ in _days(text)), None)


def find_day_words(text: str) -> tuple[int, int] | None:
    """Return where in `text` the words begin and end that name that day."""
    return next((span for _, span in _days(text)), None)


def _days(text: str) -> Iterator[tuple[date, tuple[int, int]]]:
    folded = fold(text)
    for match in _WHEN.finditer(folded):
        if _OF_SOMETHING.search(folded[: match.start()]):
            continue
        span = _span(match)
        if span:
            first, last = span
            yield first - timedelta(days=1) if match["before"] else last, match.span()


def _span(match: re.Match[str]) -> tuple[date, date] | None:
    """Return the first and last day of what `match` names, None if the calendar lacks it."""
    year = next(int(match[name]) for name in _YEARS if match[name])
    try:
        if match["day"]:
            only = date(year, int(match["month"]), int(match["day"]))
            return only, only
        if match["month_alone"]:
            month = int(match["month_alone"])
            return date(year, month, 1), _last_day(year, month)
    except ValueError:
        return None
    return date(year, 1, 1), _last_day(year, _SEASONS.get(match["season"], _DECEMBER))


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
