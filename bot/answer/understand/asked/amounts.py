"""Amounts that a provision states, in digits or in words."""

from __future__ import annotations

import re
from typing import Final, assert_never

from bot.answer.values import Measure

_WORDS: Final = (
    "một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|trăm|nghìn|ngàn|linh|lẻ|rưỡi|triệu"
)
_NUMBER: Final = rf"(?:\d+(?:[.,]\d+)*|(?<![^\W\d_])(?:{_WORDS})(?:\s+(?:{_WORDS}))*)"
_TIME: Final = r"(?:ngày|tháng|năm|giờ|tuần|quý)"
_TIMES: Final = r"(?:lần|kỳ|cuộc|phiên|buổi|đợt)"
_PEOPLE: Final = (
    r"(?:hộ|người|thành viên|đại biểu|cử tri|đại diện|ủy viên|uỷ viên|hội viên|nhân khẩu|thôn)\b"
)
_SHARE: Final = (
    r"(?:\d+\s*%|phần trăm|(?:hai|ba|một|\d+)\s+phần\s+(?:hai|ba|tư|bốn|năm|\d+)"
    r"|(?<!ngày )(?<!tháng )(?<![\d/])[1-9]/[1-9](?![\d/])|quá\s+(?:nửa|bán)|trên\s+nửa|một\s+nửa"
    r"|theo\s+(?:nguyên\s+tắc\s+)?đa\s+số|đa\s+số\s+(?:tuyệt\s+đối|quá\s+bán|tương\s+đối))"
)
_CONTACTS: Final = re.compile(r"\b0\d{8,10}\b|@")
_SHARES: Final = re.compile(_SHARE, re.IGNORECASE)
_MONEYS: Final = re.compile(
    rf"{_NUMBER}\s*(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*)*"
    r"(?:đồng\b(?!\s+(?:ý|thuận|thời|tình|chí))|đ\b|vnđ|triệu|tỷ)"
    rf"|{_NUMBER}\s*(?:lần\s+)?(?:tháng\s+)?(?:mức\s+)?lương",
    re.IGNORECASE,
)
_FREQUENCIES: Final = re.compile(
    rf"{_NUMBER}\s+(?:lần|kỳ|cuộc|phiên|buổi)\b(?!\s+(?:mức|lương))"
    r"|định\s+kỳ"
    rf"|(?:hằng|hàng)\s+(?:{_TIME}|kỳ)|mỗi\s+(?:{_TIME}|nhiệm kỳ|kỳ|khi|lần)|thường\s+xuyên"
    rf"|{_TIME}\s*/\s*lần|{_TIMES}\s*/\s*{_TIME}",
    re.IGNORECASE,
)
_DURATIONS: Final = re.compile(
    rf"(?<!ngày )(?<!tháng )(?<!thứ )\b{_NUMBER}\s+{_TIME}\b"
    rf"(?!\s+(?:\d+|một|hai|ba)(?:\s+{_TIMES}\b|\s*$)|\s*\d|\s*/)",
    re.IGNORECASE,
)
_AGES: Final = re.compile(rf"{_NUMBER}\s*tuổi", re.IGNORECASE)
_COUNTS: Final = re.compile(
    rf"(?!một\s+số\b)(?:{_NUMBER}|{_SHARE})\s*(?:tổng\s+số\s+|số\s+)*"
    rf"(?:đại\s+diện\s+)?{_PEOPLE}"
    rf"|{_SHARE}[^.;\n]{{0,60}}?\b{_PEOPLE}",
    re.IGNORECASE,
)
_OF_TIME: Final = frozenset({Measure.DURATION, Measure.FREQUENCY})


def answers(measure: Measure, text: str) -> bool:
    """Return True if `text` states an amount that may be the one of the kind `measure` asked for.

    A term of five years says how often a head is elected, "once a year" how long one waits.
    """
    kinds = _OF_TIME if measure in _OF_TIME else {measure}
    return any(holds(kind, text) for kind in kinds)


def holds(measure: Measure, text: str) -> bool:
    """Return True if `text` states an amount of the kind `measure`.

    A share of households is a number of them, too; a salary so many times is no frequency.
    """
    return _pattern(measure).search(text) is not None


def _pattern(measure: Measure) -> re.Pattern[str]:
    """Return the words in which amounts of the kind are stated."""
    match measure:
        case Measure.CONTACT:
            pattern = _CONTACTS
        case Measure.PERCENT:
            pattern = _SHARES
        case Measure.MONEY:
            pattern = _MONEYS
        case Measure.FREQUENCY:
            pattern = _FREQUENCIES
        case Measure.DURATION:
            pattern = _DURATIONS
        case Measure.AGE:
            pattern = _AGES
        case Measure.COUNT:
            pattern = _COUNTS
        case _:
            assert_never(measure)
    return pattern
