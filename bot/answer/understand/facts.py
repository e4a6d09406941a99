"""Questions about a document itself: its number, dates, session, signer, effect, bases, title."""

from __future__ import annotations

import re

from bot.answer.values import Fact
from knowledge.text import syllables

_WHEN = r"(?:ngay (?:nao|may|bao nhieu|thang nam nao)|khi nao|bao gio|luc nao|nam nao|thang nao|hom nao|ngay)"
_DOCUMENT = r"(?:nghi quyet|van ban|quy dinh|nq)"
_PATTERNS: tuple[tuple[Fact, re.Pattern[str]], ...] = (
    (
        Fact.LEGAL_BASES,
        re.compile(
            r"\bcan cu (?:phap ly|luat nao|vao nhung|nhung|de ban hanh|ban hanh)\b"
            rf"|\bco so phap ly\b|{_DOCUMENT}.*\b(?:dua (?:tren|vao)|can cu) (?:nhung )?(?:luat|van ban|can cu|dau)\b"
        ),
    ),
    (
        Fact.EFFECT,
        re.compile(
            r"\b(?:co|con|het|phat sinh|bat dau co|ngay|thoi diem|bat dau) hieu luc\b(?! (?:o|trong|tai)\b)"
            r"|\bhieu luc (?:tu|ke tu|thi hanh|khi|den|ngay|bao gio|ra sao|the nao|cua)\b"
            rf"|\b(?:ap dung|thuc hien|thi hanh) (?:ke )?tu {_WHEN}|\b{_WHEN} (?:thi )?(?:bat dau )?(?:ap dung|thi hanh)\b"
            r"|^(?:\w+ )*hieu luc$"
        ),
    ),
    (
        Fact.SIGNER,
        re.compile(
            r"\b(?:ai|nguoi nao|ong nao|ba nao|chu tich nao)(?: la nguoi)?(?: da| duoc)? ky\b|\bnguoi ky\b|\bky ten\b"
            r"|\bdo ai ky\b|\bchu tich (?:\w+ ){0,6}(?:la ai|ten (?:la )?gi)\b.*\bky\b|\bky boi ai\b"
        ),
    ),
    (
        Fact.PASSED_ON,
        re.compile(
            rf"\bthong qua (?:vao )?(?:tu )?{_WHEN}\b|\b{_WHEN}\b.*\b(?:duoc |da )thong qua\b|\bngay thong qua\b"
        ),
    ),
    (
        Fact.ISSUED_ON,
        re.compile(
            rf"\b(?:ban hanh|ky|ra doi|cong bo|lap) (?:vao )?(?:tu )?{_WHEN}\b|\bngay (?:ban hanh|ky)\b"
            rf"|\b{_WHEN}\b.*\b(?:ban hanh|ra doi)\b"
        ),
    ),
    (
        Fact.SESSION,
        re.compile(r"\bky hop (?:nao|thu may|thu bao nhieu|may)\b|\bkhoa (?:may|nao|bao nhieu)\b"),
    ),
    (
        Fact.NUMBER,
        re.compile(
            r"\bso hieu\b|\b(?:mang |la |co )?so (?:may|bao nhieu)\b|\bso (?:cua )?(?:nghi quyet|van ban)\b"
            r"|\b(?:nghi quyet|van ban) so (?:may|bao nhieu|nao|gi)\b|\bma so (?:nghi quyet|van ban)\b"
        ),
    ),
    (
        Fact.ISSUER,
        re.compile(
            rf"\b(?:ai|co quan nao|don vi nao|cap nao)(?: da)? (?:ban hanh|ra) (?:ra )?(?:\w+ )?{_DOCUMENT}\b"
            rf"|\b{_DOCUMENT}.*\b(?:do )?(?:ai|co quan nao|don vi nao|cap nao)(?: da)? (?:ban hanh|thong qua)\b"
            r"|\bco quan ban hanh\b|\bdo ai ban hanh\b"
        ),
    ),
    (
        Fact.TITLE,
        re.compile(
            rf"\bten (?:day du |goi |chinh thuc )*(?:cua )?{_DOCUMENT}\b|\b{_DOCUMENT}\b.*\bten (?:la )?gi\b|\btrich yeu\b"
        ),
    ),
)
_SUBJECT = re.compile(rf"\b{_DOCUMENT}\b|\b(?:no|nay)\b")
_OTHER_SUBJECT = re.compile(
    r"\b(?:huong uoc|quy uoc|quyet dinh cua|ket qua|cuoc hop|bien ban|nhiem ky)\b"
)
_SHORT = 7


def find_fact(text: str) -> Fact | None:
    """Return what `text` (without the places it names) asks about a document, or None."""
    folded = " ".join(syllables(text))
    about_document = _SUBJECT.search(folded) or len(folded.split()) <= _SHORT
    if not about_document or _OTHER_SUBJECT.search(folded):
        return None
    return next((fact for fact, pattern in _PATTERNS if pattern.search(folded)), None)
