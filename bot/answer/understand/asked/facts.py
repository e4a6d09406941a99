"""Questions about a document itself: its number, dates, session, signer, effect, bases, title."""

from __future__ import annotations

import re

from bot.answer.understand.sentences import asks
from bot.answer.values import Fact
from knowledge.language.patterns import any_of, folded

_WHEN = (
    r"(?:ngay (?:nao|may|bao nhieu|thang nam nao)"
    r"|khi nao|bao gio|luc nao|nam nao|thang nao|hom nao|ngay(?! \d))"
)
_WHO = r"(?:ai|co quan nao|don vi nao|cap nao)"
_DOCUMENT = r"(?:nghi quyet|van ban|quy dinh|nq)"
_WHAT = r"(?:gi|van de gi|noi dung gi|viec gi|dieu gi)"

_PATTERNS = (
    (
        Fact.AUDIENCE,
        any_of(
            "doi tuong (?:nao |duoc )?ap dung",
            "ap dung (?:cho|doi voi|voi) (?:nhung )?(?:ai|doi tuong)",
            rf"{_DOCUMENT}.* (?:danh|ap dung|bat buoc) (?:cho|doi voi|voi) (?:ai|nguoi nao)",
            rf"ai (?:se )?phai (?:thuc hien|tuan theo|lam theo|theo|chap hanh) {_DOCUMENT}",
        ),
    ),
    (
        Fact.SUBJECT,
        any_of(
            "pham vi dieu chinh",
            rf"{_DOCUMENT}(?: nay)? (?:noi|quy dinh|dieu chinh)(?: ve)?(?: nhung)? {_WHAT}"
            r"(?: a| vay| the| nhi)*$",
        ),
    ),
    (
        Fact.LEGAL_BASES,
        any_of(
            "can cu (?:phap ly|luat nao|vao nhung|nhung|de ban hanh|ban hanh)",
            "co so phap ly",
            rf"{_DOCUMENT}.* (?:dua tren|dua vao|can cu) (?:nhung )?(?:luat|van ban|can cu|dau)",
            rf"{_DOCUMENT}.* theo to trinh nao",
        ),
    ),
    (Fact.EXPIRY, any_of(rf"het hieu luc.* {_WHEN}", rf"{_WHEN}.* het hieu luc")),
    (
        Fact.EFFECT,
        any_of(
            r"(?:co|con|het|phat sinh|ngay|thoi diem|bat dau) hieu luc(?! (?:o|trong|tai)\b)",
            "hieu luc (?:tu|ke tu|thi hanh|khi|den|ngay|bao gio|ra sao|the nao|cua)",
            rf"(?:ap dung|thuc hien|thi hanh) (?:ke )?tu {_WHEN}",
            rf"{_WHEN} (?:thi )?(?:bat dau )?(?:ap dung|thi hanh)",
            r"^(?:\w+ )*hieu luc$",
        ),
    ),
    (
        Fact.SIGNER,
        any_of(
            "(?:ai|nguoi nao|ong nao|ba nao|chu tich nao)(?: la nguoi)?(?: da| duoc)? ky",
            "nguoi ky",
            "ky ten",
            "ky boi ai",
        ),
    ),
    (
        Fact.PASSED_ON,
        any_of(
            rf"thong qua (?:vao )?(?:tu )?{_WHEN}",
            rf"thong qua {_DOCUMENT} .*{_WHEN}",
            rf"{_WHEN} .*(?:duoc |da )thong qua",
            "ngay thong qua",
        ),
    ),
    (
        Fact.ISSUED_ON,
        any_of(
            rf"(?:ban hanh|ky|ra doi|cong bo|lap) (?:vao )?(?:tu )?{_WHEN}",
            "ngay (?:ban hanh|ky)",
            rf"{_WHEN} .*(?:ban hanh|ra doi)",
        ),
    ),
    (
        Fact.SESSION,
        any_of("ky hop (?:nao|thu may|thu bao nhieu|may)", "khoa (?:may|nao|bao nhieu)"),
    ),
    (
        Fact.NUMBER,
        any_of(
            "so hieu",
            "(?:mang |la |co )?so (?:may|bao nhieu)",
            "(?:ma )?so (?:cua )?(?:nghi quyet|van ban)",
            "(?:nghi quyet|van ban) so (?:may|bao nhieu|nao|gi)",
        ),
    ),
    (
        Fact.ISSUER,
        any_of(
            rf"{_WHO}(?: da)? (?:ban hanh|ra) (?:ra )?(?:\w+ )?{_DOCUMENT}",
            rf"{_DOCUMENT} .*{_WHO}(?: da)? (?:ban hanh|thong qua)",
            "co quan ban hanh",
            "do ai ban hanh",
        ),
    ),
    (
        Fact.TITLE,
        any_of(
            rf"ten (?:day du |goi |chinh thuc )*(?:cua )?{_DOCUMENT}",
            rf"{_DOCUMENT} .*ten (?:la )?gi",
            "trich yeu",
        ),
    ),
)
_NAMED = any_of("nghi quyet", "van ban", "nq")
_SUBJECT = any_of(_DOCUMENT, "no", "nay")
_OTHER_SUBJECT = any_of(
    "huong uoc", "quy uoc", "quyet dinh cua", "ket qua", "cuoc hop", "bien ban", "nhiem ky"
)
_BUT = any_of("thi(?! hanh)|ma|roi")
_SHORT = 7
"""Syllables of a question that needs no word for the document: it asks for nothing else."""


def names_document(text: str) -> bool:
    """Return True if `text` speaks of a document, not only of what one regulates."""
    return _NAMED.search(folded(text)) is not None


def find_fact(text: str) -> Fact | None:
    """Return what `text` (without the places it names) asks about a document, or None."""
    words = folded(text)
    about_document = _SUBJECT.search(words) or len(words.split()) <= _SHORT
    if not about_document or _OTHER_SUBJECT.search(words):
        return None
    matches = ((fact, pattern.search(words)) for fact, pattern in _PATTERNS)
    return next((fact for fact, match in matches if match and not _is_told(match)), None)


def _is_told(match: re.Match[str]) -> bool:
    """Return True if it is only said of a document what `match` finds, and something else asked."""
    rest = match.string[match.end() :]
    return bool(_BUT.search(rest)) and asks(rest) and not asks(match.group())
