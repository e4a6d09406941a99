"""The kind of amount that a question asks for: what its "bao nhiêu", "mấy" or "bao lâu" governs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.answer.understand.sentences import asking_form, split_sentences
from bot.answer.values import Measure
from knowledge.language.patterns import any_of

_TIME: Final = "(?:nam|thang|ngay|tuan|gio|hom|bua|quy)"
_TURN: Final = "(?:lan(?! (?:luong|muc))|luot|buoi|cuoc|dot|ky hop|phien)"
_HOUSE: Final = "(?:ho gia dinh|ho dan|ho|nha|gia dinh)"
_PEOPLE: Final = (
    rf"(?:{_HOUSE}|nguoi|thanh vien|dai bieu|cu tri|dai dien|uy vien|thon|xa|dua|vi|cai dau|chu ky"
    "|nhan khau|khau|hoi vien|cong dan)"
)
_DONG: Final = r"dong(?! (?:y|thuan|tinh|long)\b)"
"""The currency, not the beginning of "đồng ý" and its likes."""
_SEVERAL: Final = r"(?! (?:\w+ )?(?:roi|nay|nhung|deu|van|cung|lien|qua|kia|do|ay|lam|loi dung)\b)"
_LIMIT: Final = (
    "(?:du|can|phai|it nhat|toi thieu|toi da|nhieu nhat|gom|bao gom|cu|moi|duoc|trong|la)"
)
_CLOSE: Final = (
    r"(?:(?: (?:a|vay|the|nhi|ha|hong|hem|khong|zay|nhe|ad|oi|em|anh|chi|bac|co|xx|chu|ban|bot))*"
    r"(?= ,|$)| (?:la|thi|moi|cho|phai|dong y|ung|gat|tan thanh|nhat tri|du|co mat|mot|1|trong)\b)"
)
"""Words after "mấy" with its noun that make it ask for a number and not mean "several"."""
_SINGLE: Final = re.compile(rf" \w+\b{_SEVERAL}")
_OFTEN_SEVERAL: Final = re.compile(rf" (?:{_TIME}|{_TURN}|{_PEOPLE})\b")
_CLOSED: Final = re.compile(rf" (?:{_TIME}|{_TURN}|{_PEOPLE}){_CLOSE}")
_LIMITED: Final = re.compile(rf"\b(?:{_LIMIT}(?: co| duoc)?|nhiem ky|truoc|het|keo dai|sau|moi) $")
_ASKED: Final = re.compile(
    r"\b(?:(?P<long>bao lau)|(?<!biet )(?<!qua )(?P<many>bao nhieu|bn)"
    r"|(?P<few>(?<!ngay )(?<!thang )(?<!la thu )(?<!ngay thu )may(?! gio\b)))\b"
)
_AGAIN: Final = re.compile(r"[^,]*\b(?:mot|1) (?:lan|ky)\b| (?:thi )?lai\b|[^,]*\bbau lai\b")
_NOUNS: Final = (
    (Measure.PERCENT, re.compile(r" (?:phan tram|phan)\b| (?:so )?phieu\b")),
    (Measure.AGE, re.compile(r" tuoi\b")),
    (Measure.COUNT, re.compile(rf" (?:so )?{_PEOPLE}\b")),
    (
        Measure.MONEY,
        re.compile(
            rf" (?:(?!{_TIME}|{_TURN}|lan)\w+ )?"
            rf"(?:tien|trieu|ty dong|ty|{_DONG}|nghin|ngan|xu|cu|tram|chuc)\b"
        ),
    ),
    (Measure.FREQUENCY, re.compile(rf" {_TURN}\b")),
    (Measure.DURATION, re.compile(rf" {_TIME}\b")),
)
"""By the noun right after the word that asks."""
_STRUCTURE: Final = re.compile(
    r" (?:nguyen tac|bien phap|nhom|giai phap|dieu|khoan|muc tieu|noi dung|quyen|viec|chuong|diem"
    r"|hinh thuc|cach|loai|y)\b"
)
"""Nouns of the structure of a document, whose number is no amount."""
_BEFORE: Final = (
    (Measure.PERCENT, "t[yi] le|phan tram|so phieu"),
    (Measure.AGE, "do tuoi|tuoi"),
    (
        Measure.MONEY,
        "phu cap|luong|thu lao|tien|muc|ho tro|phat|boi duong|thuong|dong gop|kinh phi|phi|gia|gop"
        "|thu|tra|moc tui|bo ra|ton|het|moi (?:dau )?(?:nguoi|nha|ho|khau)|nop"
        "|dong(?! (?:y|thuan|tinh|long))|chi",
    ),
    (Measure.DURATION, "thoi han|thoi gian|nhiem ky|keo dai"),
    (Measure.COUNT, f"so luong|so {_PEOPLE}|thanh vien"),
    (Measure.FREQUENCY, "so lan"),
)
_NOUN_BEFORE: Final = re.compile(
    r"\b(?:" + "|".join(f"(?P<{measure}>{nouns})" for measure, nouns in _BEFORE) + r")\b"
)
"""By the noun last named before a "bao nhiêu" that has none after it."""
_VOTES: Final = re.compile(" (?:so )?phieu\\b")
_NEEDED: Final = re.compile(r"\b(?:can|phai|du|it nhat|toi thieu|dat)(?: co| duoc| dat)? $")
_WON: Final = re.compile(r" (?:so )?phieu (?:tan thanh|dong y|thuan|bau|thi|moi|trung|tin nhiem)\b")
"""Words that make votes a share: those needed or won, not those that somebody has."""
_NEAR: Final = 160
"""Letters around a word that asks in which its noun is looked for."""
_ALONE: Final = re.compile(
    r"(?= ,|$)| (?:thi|moi|la|mot|1|cho|a|vay|the|nhi|ha|hong|khong|zay|nhe|ad|oi|bac|ban|du|duoc"
    r"|dong y|toi da|moi)\b"
)
_EMBEDDED: Final = re.compile(
    r"[^,]* (?:(?:la )?do (?:ai|cap nao|co quan nao)|ai (?:quyet|dinh|duyet|quy dinh|an dinh)"
    r"|thi (?:\w+ ){0,6}(?:dau|ai|gi|sao|the nao)(?= ,|$)"
    r"|co (?:phai|duoc|can|bi|nen) (?:\w+ ){0,30}(?:khong|ko|chua)(?= ,|$))"
)
"""Words that ask about an amount, not for it: "bao nhiêu là do ai quyết"."""
_CONTACT: Final = "(?:so dien thoai|sdt|hotline|duong day nong|so may)"
_OTHERS: Final = (
    (
        Measure.CONTACT,
        any_of(
            rf"^(?:\w+ ){{0,2}}{_CONTACT}(?! (?:\w+ ){{0,30}}(?:khong|ko|thi|ma))",
            rf"(?:xin|cho|can|lay|tim|biet|co) (?:\w+ ){{0,4}}{_CONTACT}",
            rf"{_CONTACT} (?:\w+ ){{0,6}}(?:nao|gi|may|bao nhieu|dau)",
            "dia chi (?:o dau|la gi)",
        ),
    ),
    (Measure.PERCENT, any_of(r"t[yi] le (?:\w+ ){0,10}(?:nao|ra sao|la gi)")),
    (Measure.FREQUENCY, any_of(r"(?<!\bco )(?<!\bdu )chu ky (?:\w+ ){0,6}(?:nao|ra sao|la gi)")),
    (Measure.DURATION, any_of(r"(?:thoi han|nhiem ky)(?: \w+){0,10} (?:the nao|nao|gi)")),
    (Measure.AGE, any_of("do tuoi(?! (?:lao dong|nghia vu|di hoc))")),
)
"""Amounts asked for with other words."""
_NUMERAL: Final = r"(?:\d+|muoi(?: \w+)?|hai muoi|chin)"
_TAKES_PART: Final = "(?:hop|bau|phieu|bieu quyet|gio tay|ung cu)"
_ENOUGH: Final = (
    (Measure.AGE, any_of(rf"{_NUMERAL} tuoi [^,]{{0,60}}(?:duoc|du) (?:\w+ ){{0,30}}chua")),
    (
        Measure.AGE,
        any_of(
            rf"(?:1\d|muoi \w+) tuoi [^,]{{0,60}}"
            rf"\b(?:{_TAKES_PART} .*(?:duoc|khong)|duoc .*{_TAKES_PART})"
        ),
    ),
    (
        Measure.PERCENT,
        any_of(
            r"(?:\d+ phan tram|qua ban|qua nua|phan ba)[^,]{0,60}"
            r"(?:duoc|du) (?:\w+ ){0,30}chua"
        ),
    ),
    (
        Measure.PERCENT,
        any_of(
            r"(?:qua ban|qua nua|phan ba|phan tram|\d/\d)(?: \w+){0,4} hay (?:\w+ ){0,3}"
            r"(?:qua ban|qua nua|hai phan|\d+ phan tram|\d/\d|tat ca|100)"
        ),
    ),
    (Measure.DURATION, any_of(rf"\d+(?: {_TIME})? hay (?:la |phai )?\d+ {_TIME}")),
)
"""Questions whether an amount is enough, or which of two it is."""


def find_measure(text: str) -> Measure | None:
    """Return the kind of amount that `text` asks for, or None.

    Amounts that it tells are none, nor is the number of principles or clauses: that asks for the
    structure of a document.
    """
    for sentence in split_sentences(text.replace("%", " phần trăm ")):
        measure = _measure_of(asking_form(sentence))
        if measure:
            return measure
    return None


def _measure_of(said: str) -> Measure | None:
    governed = next(_governed(said), None)
    if governed or _ASKED.search(said):
        return governed
    return next(
        (measure for measure, pattern in (*_OTHERS, *_ENOUGH) if pattern.search(said)), None
    )


def _governed(said: str) -> Iterator[Measure]:
    """Yield what each word for an amount asks for, unless another question is about them."""
    matches = list(_ASKED.finditer(said))
    if matches and _EMBEDDED.match(said[matches[-1].end() :][:_NEAR]):
        return
    for match in matches:
        before, after = said[: match.start()][-_NEAR:], said[match.end() :][:_NEAR]
        if match["few"] and not _asks_number(before, after):
            continue
        measure = Measure.DURATION if match["long"] else _of_noun(before, after, match["few"])
        if measure in {Measure.DURATION, Measure.FREQUENCY} and _AGAIN.match(after):
            measure = Measure.FREQUENCY
        if measure:
            yield measure


def _of_noun(before: str, after: str, few: str | None) -> Measure | None:
    if _STRUCTURE.match(after):
        return None
    measure = next((measure for measure, noun in _NOUNS if noun.match(after)), None)
    if _VOTES.match(after) and not (_NEEDED.search(before) or _WON.match(after)):
        return None
    if measure or few or not _ALONE.match(after):
        return measure
    nouns = list(_NOUN_BEFORE.finditer(before))
    return Measure(nouns[-1].lastgroup or "") if nouns else None


def _asks_number(before: str, after: str) -> bool:
    """Return True if "mấy" between `before` and `after` asks, and does not mean "several"."""
    if not after or not _SINGLE.match(after):
        return not after
    if not _OFTEN_SEVERAL.match(after):
        return True
    return bool(_LIMITED.search(before) or _AGAIN.match(after) or _CLOSED.match(after))
