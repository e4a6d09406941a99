"""The kind of amount that a question asks for, and whether a provision holds one."""

from __future__ import annotations

import re

from bot.answer.understand.patterns import any_of, folded
from bot.answer.values import Measure

_MANY = r"(?:bao nhieu|may|nhieu nhat la|it nhat la)"
_TIME = r"(?:nam|thang|ngay|tuan|gio|hom|bua|quy)"
_PEOPLE = r"(?:ho|nha|nguoi|thanh vien|dai bieu|cu tri|dai dien|uy vien|thon|xa|dua|vi|cai dau)"
_TURN = r"(?:lan|luot|buoi|cuoc|dot|ky hop)"
_DONG = r"dong(?! (?:y|thuan|tinh|long)\b)"
"""The currency, not the beginning of "đồng ý" and its likes."""
_LIMIT = r"(?:du|can|phai|it nhat|toi thieu|toi da|nhieu nhat|gom|bao gom|cu|moi|duoc)"
_CLOSE = (
    r"(?:(?: (?:a|vay|the|nhi|ha|hong|hem|khong|zay|nhe|ad|oi|em|anh|chi|bac|co|chu|ban|bot))*$"
    r"| (?:la|thi|moi|cho) )"
)
"""What follows "mấy" with its noun where it asks for a number and does not mean "several"."""


def _how_many(unit: str) -> str:
    """Return a pattern of questions for a number of `unit`; "mấy" may also mean "several"."""
    return rf"bao nhieu {unit}|{_LIMIT} (?:co |duoc )?may {unit}|may {unit}(?={_CLOSE})"


_STRUCTURE = any_of(
    rf"{_MANY} (?:nguyen tac|bien phap|nhom|giai phap|dieu|khoan|muc tieu|noi dung|quyen|viec)",
    rf"{_MANY} (?:chuong|diem|hinh thuc|cach|loai|y)",
)
_ASKED = (
    (Measure.CONTACT, any_of("so dien thoai", "sdt", "duong day nong", "dia chi (?:o dau|la gi)")),
    (
        Measure.PERCENT,
        any_of(rf"{_MANY} (?:phan tram|phan|phieu|so phieu)", "ty le .*bao nhieu", "qua ban"),
    ),
    (
        Measure.MONEY,
        any_of(
            rf"{_MANY} (?:\w+ )?(?:tien|trieu|ty dong|{_DONG}|nghin|ngan|xu|cu)",
            "(?:phu cap|luong|thu lao|tien|muc|ho tro|phat|boi duong|thuong|dong gop)"
            " .*(?:bao nhieu|nhieu tien)",
        ),
    ),
    (
        Measure.FREQUENCY,
        any_of(
            rf"{_MANY} {_TURN}",
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
            _how_many(_TIME),
            "thoi han .*(?:nao|gi|may)",
            rf"(?:nhiem ky|trong|truoc|la|het|keo dai|thoi gian|sau) may {_TIME}(?! nay)",
        ),
    ),
    (Measure.AGE, any_of(rf"(?:{_MANY}|\d+|muoi \w+|chua du|du) tuoi", "do tuoi")),
    (Measure.COUNT, any_of(_how_many(_PEOPLE))),
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
    Measure.COUNT: re.compile(
        r"(?:\d+|phần ba|quá nửa|một nửa)\s*(?:%\s*)?(?:tổng số\s+(?:đại diện\s+)?)?"
        r"(?:hộ|người|thành viên|đại biểu|cử tri|đại diện)"
    ),
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
