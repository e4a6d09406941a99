"""The kind of amount that a question asks for, and whether a provision holds one."""

from __future__ import annotations

import re

from bot.answer.values import Measure
from knowledge.text import syllables

_HOW_MANY = r"(?:bao nhieu|may)"
_STRUCTURE = re.compile(
    rf"\b{_HOW_MANY} (?:nguyen tac|bien phap|nhom|giai phap|dieu|khoan|muc tieu|noi dung|quyen|viec|phan|chuong|diem|hinh thuc|cach|loai|y)\b"
)
_ASKED: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    (
        Measure.CONTACT,
        re.compile(r"\b(?:so dien thoai|sdt|duong day nong)\b|\bdia chi (?:o dau|cua|la gi|nao)\b"),
    ),
    (
        Measure.PERCENT,
        re.compile(rf"\b{_HOW_MANY} (?:phan tram|phan|phieu|so phieu)\b|\bty le\b.*\bbao nhieu\b"),
    ),
    (
        Measure.MONEY,
        re.compile(
            rf"\b{_HOW_MANY} (?:\w+ )?(?:tien|trieu|ty dong)\b"
            r"|\b(?:phu cap|luong|thu lao|tien|muc|ho tro|phat|boi duong)\b.*\bbao nhieu\b"
        ),
    ),
    (
        Measure.FREQUENCY,
        re.compile(
            rf"\b{_HOW_MANY} lan\b|\bbao (?:lau|nhieu)\b.*\b(?:mot|1) (?:lan|ky)\b|\bbao lau lai\b"
            rf"|\b{_HOW_MANY} (?:thang|nam|ngay|tuan)\b.*\b(?:mot|1) (?:lan|ky)\b|\bchu ky\b"
        ),
    ),
    (
        Measure.DURATION,
        re.compile(
            r"\bbao lau\b|\bbao nhieu (?:nam|thang|ngay|tuan|gio)\b|\bthoi han\b.*\b(?:nao|gi|may)\b"
            r"|\b(?:nhiem ky|trong|la|het|keo dai|thoi gian|sau) may (?:nam|thang|ngay|tuan|gio)\b"
        ),
    ),
    (
        Measure.COUNT,
        re.compile(
            r"\bbao nhieu (?:ho|nguoi|thanh vien|dai bieu|cu tri|dai dien|uy vien|thon|xa)\b"
            r"|\b(?:cu|can|co|gom|bao gom|du) may (?:nguoi|ho|thanh vien|dai bieu)\b"
        ),
    ),
)
_HELD: dict[Measure, re.Pattern[str]] = {
    Measure.CONTACT: re.compile(r"\b0\d{8,10}\b|@"),
    Measure.PERCENT: re.compile(r"\d+\s*%|phần trăm|phần ba|quá nửa|một nửa"),
    Measure.MONEY: re.compile(r"\d[\d.]*\s*(?:đồng|triệu|tỷ)"),
    Measure.FREQUENCY: re.compile(
        r"(?:\d+|một|hai|ba|mỗi) lần|(?:định kỳ|hằng|hàng|mỗi|thường xuyên)", re.IGNORECASE
    ),
    Measure.DURATION: re.compile(r"(?<!ngày )\b\d+\s+(?:ngày|tháng|năm|giờ|tuần)\b(?!\s+\d)"),
    Measure.COUNT: re.compile(r"\d+\s*(?:%\s*)?(?:hộ|người|thành viên|đại biểu|cử tri|đại diện)"),
}


def find_measure(text: str) -> Measure | None:
    """Return the kind of amount that `text` asks for, or None.

    A question for the number of principles, measures or clauses asks for the structure of a
    document, not for an amount.
    """
    folded = " ".join(syllables(text.replace("%", " phan tram ")))
    if _STRUCTURE.search(folded):
        return None
    return next((measure for measure, pattern in _ASKED if pattern.search(folded)), None)


def holds(measure: Measure, text: str) -> bool:
    """Return True if `text` states an amount of the kind `measure`."""
    return _HELD[measure].search(text) is not None
