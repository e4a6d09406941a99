"""The day on which somebody wants to know the law: "hồi tháng 3/2025", "trước 1/7/2025"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.answer.understand.sentences import asks
from knowledge.language.patterns import any_of, folded
from knowledge.language.persons import WRITTEN
from knowledge.language.text import fold

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
"""Words for things that bear a year or a date of their own."""
_PAUSE: Final = re.compile(r"[,;.?!](?=\s)")
_ASIDE: Final = 4
"""Syllables that may stand beside a date between two pauses and say nothing of their own."""
_NOW: Final = re.compile(
    r"\b(?:(?:bây |hiện )giờ|hiện (?:nay|tại)|(?:đến|tới|mãi|ngày|năm|hôm) nay|(?:đến|tới|mãi) giờ"
    r"|(?<!bao )(?<!mấy )giờ (?:này|thì|dân|t[ôo]i|em|mới|thôn|xã|có|muốn|bà con)"
    r"|nay (?:dân|t[ôo]i|có|thôn|xã|mới)"
    r"|bay gio|hien gio|den nay|den gio)\b"
)
_BACK_THEN: Final = re.compile(
    r"\b(?:luc|khi|hoi|dao|thoi diem|nam|thang|thoi gian|thoi)(?: diem)? (?:do|ay|bay gio)\b"
)
_APPLIED: Final = any_of(
    "ap dung|hieu luc|theo nam",
    r"(?<!dung )(?<!trai )(?<!theo )(?<!pham )(?<!ra )(?:quy dinh|luat|nghi quyet)"
    r" (?:\w+ ){0,8}?(?:sao|the nao|gi|nao|bao nhieu)",
)
"""Words that ask for the rules of a time, not whether an act of it was right."""
_UNIT: Final = "(?:xã|phường|thôn|xóm|ấp|tổ|làng|bản|phố|xa|phuong|thon|xom|ap|to|lang|ban|pho)"
_HAPPENED: Final = re.compile(
    rf"\b(?:(?:{_UNIT}|nhà|nha|gia đình|gia dinh) (?:của |bọn |tụi |chúng |cua )?{WRITTEN}"
    rf"|{WRITTEN} (?:đã|bị|đóng|nộp|góp|phải|được|da|bi|dong|nop|gop|phai|duoc))\b"
    r"|\b(?:đã|bắt|ép|tự ý|tự tiện|tu y|tu tien)\b"
    r"|\d\s?(?:k|nghìn|ngàn|triệu|tr|đồng|nghin|ngan|trieu|dong)\b"
    r"|\b(?:có |co )?(?:đúng|sai|trái|dung|trai)(?: (?:luật|quy định|luat|quy dinh))?"
    r" (?:không|ko|k|khong|hông|hem)\b"
)
"""Words that tell what was done to the person, or ask whether it was right."""
_SEASONS: Final = {"dau": 3, "giua": 6, "cuoi": 12}
"""The last month that the beginning, the middle, the end of a year may mean."""
_DECEMBER: Final = 12
_YEARS: Final = ("year", "year_of_month", "year_alone", "year_bare")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A day that a text names at `span`, and whether only a year or a part of one is named."""

    day: date
    span: tuple[int, int]
    whole_year: bool


def find_day(text: str, story: str = "") -> date | None:
    """Return the day whose law `text` asks for, the last one of a month or year, or None.

    Dates and years of documents, plans and terms of office are none: "Luật năm 2022", nor are
    those of what somebody tells before asking about today, nor the year of what was done to them
    and may be wrong: "năm 2025 xã tôi thu tiền". If `text` asks about "lúc đó", the day
    is the one in the `story` around it.
    """
    here = next((dated.day for dated in _dated(text) if not _is_told(text, dated)), None)
    if here or not _BACK_THEN.search(fold(text)):
        return here
    return next((dated.day for dated in _dated(story or text)), None)


def _is_told(text: str, dated: _Dated) -> bool:
    """Return True if the date is only that of something told in `text`."""
    span = dated.span
    if _NOW.search(text.lower(), span[1]):
        return True
    if dated.whole_year and _HAPPENED.search(text.lower()) and not _APPLIED.search(folded(text)):
        return True
    start = max((match.end() for match in _PAUSE.finditer(text[: span[0]])), default=0)
    pause = _PAUSE.search(text, span[1])
    stop = pause.start() if pause else len(text)
    beside = len(f"{text[start : span[0]]} {text[span[1] : stop]}".split())
    others = (text[:start], text[stop:])
    return beside > _ASIDE and not asks(text[start:stop]) and any(map(asks, others))


def find_day_words(text: str) -> tuple[int, int] | None:
    """Return where in `text` the words begin and end that name that day."""
    return next((dated.span for dated in _dated(text) if not _is_told(text, dated)), None)


def _dated(text: str) -> Iterator[_Dated]:
    folded = fold(text)
    for match in _WHEN.finditer(folded):
        if _OF_SOMETHING.search(folded[: match.start()]):
            continue
        span = _span(match)
        if span:
            first, last = span
            day = first - timedelta(days=1) if match["before"] else last
            of_year = bool(match["year_alone"] or match["year_bare"])
            yield _Dated(day, match.span(), of_year and not match["before"])


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
