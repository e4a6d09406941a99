"""The kind of amount that a question asks for, and whether a provision holds one."""

from __future__ import annotations

import re

from bot.answer.understand.patterns import any_of, folded
from bot.answer.values import Measure

_MANY = r"(?:bao nhieu|may)"
_TIME = r"(?:nam|thang|ngay|tuan|gio)"
_STRUCTURE = any_of(
    rf"{_MANY} (?:nguyen tac|bien phap|nhom|giai phap|dieu|khoan|muc tieu|noi dung|quyen|viec)",
    rf"{_MANY} (?:chuong|diem|hinh thuc|cach|loai|y)",
)
_ASKED = (
    (Measure.CONTACT, any_of("so dien thoai", "sdt", "duong day nong", "dia chi (?:o dau|la gi)")),
    (
        Measure.PERCENT,
        any_of(rf"{_MANY} (?:phan tram|phan|phieu|so phieu)", "ty le .*bao nhieu"),
    ),
    (
        Measure.MONEY,
        any_of(
            rf"{_MANY} (?:\w+ )?(?:tien|trieu|ty dong)",
            "(?:phu cap|luong|thu lao|tien|muc|ho tro|phat|boi duong) .*bao nhieu",
        ),
    ),
    (
        Measure.FREQUENCY,
        any_of(
            rf"{_MANY} lan",
            "bao (?:lau|nhieu) .*(?:mot|1) (?:lan|ky)",
            rf"{_MANY} {_TIME} .*(?:mot|1) (?:lan|ky)",
            "bao lau lai",
            "chu ky",
        ),
    ),
    (
        Measure.DURATION,
        any_of(
            "bao lau",
            rf"bao nhieu {_TIME}",
            "thoi han .*(?:nao|gi|may)",
            rf"(?:nhiem ky|trong|truoc|la|het|keo dai|thoi gian|sau) may {_TIME}",
        ),
    ),
    (Measure.AGE, any_of(rf"{_MANY} tuoi", "do tuoi")),
    (
        Measure.COUNT,
        any_of(
            "bao nhieu (?:ho|nguoi|thanh vien|dai bieu|cu tri|dai dien|uy vien|thon|xa)",
            "(?:cu|can|co|gom|bao gom|du) may (?:nguoi|ho|thanh vien|dai bieu)",
        ),
    ),
)
_HELD: dict[Measure, re.Pattern[str]] = {
    Measure.CONTACT: re.compile(r"\b0\d{8,10}\b|@"),
    Measure.PERCENT: re.compile(r"\d+\s*%|phần trăm|phần ba|quá nửa|một nửa"),
    Measure.MONEY: re.compile(r"\d[\d.]*\s*(?:đồng|triệu|tỷ)"),
    Measure.FREQUENCY: re.compile(
        r"(?:\d+|một|hai|ba|mỗi) lần|định kỳ|hằng|hàng|mỗi|thường xuyên", re.IGNORECASE
    ),
    Measure.DURATION: re.compile(r"(?<!ngày )\b\d+\s+(?:ngày|tháng|năm|giờ|tuần)\b(?!\s+\d)"),
    Measure.AGE: re.compile(r"\d+\s*tuổi|mười tám tuổi"),
    Measure.COUNT: re.compile(r"\d+\s*(?:%\s*)?(?:hộ|người|thành viên|đại biểu|cử tri|đại diện)"),
}


def find_measure(text: str) -> Measure | None:
    """Return the kind of amount that `text` asks for, or None.

    A question for the number of principles, measures or clauses asks for the structure of a
    document, not for an amount.
    """
    asked = folded(text.replace("%", " phan tram "))
    if _STRUCTURE.search(asked):
        return None
    return next((measure for measure, pattern in _ASKED if pattern.search(asked)), None)


def holds(measure: Measure, text: str) -> bool:
    """Return True if `text` states an amount of the kind `measure`."""
    return _HELD[measure].search(text) is not None
