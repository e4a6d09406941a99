"""Clauses beside a place that say nothing of where it is: what is near it, since when, its names.

All patterns read folded text, which is as long as what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.gazetteer.spelling import read_syllables
from knowledge.gazetteer.telling.telling import PlaceRole, told_after, told_before
from knowledge.language.patterns import any_of
from knowledge.language.text import fold, has_diacritics

_NUMBERS = (
    r"(?:\d+|may|vai|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|chuc|nhieu|bao|ca)"
    r"(?: (?:chuc|muoi|mot|hai|ba|bon|nam|lam|bay|tam|chin|may))*"
)
_NEAR = re.compile(
    r"(?:^|[\s,(]+)(?:ngay |cung |o )?"
    r"(?:gan(?: ben| ngay| sat)?|sat(?: ben| vach)?|ben canh|canh(?: ben)?|ke(?: ben| can| sat)"
    r"|ke(?= (?:cho|truong|cau|song|bien|nha|tram|uy|ubnd|khu|benh|chua|duong|cong|dinh|den)\b)"
    r"|doi dien|(?:dang|phia) (?:sau|truoc)|cach) "
    r"(?P<what>[^,;.()]{2,60})"
)
"""The words near the place, up to a pause."""
_MOST_NEAR = 7
"""Words of what is near."""
_STORY = frozenset(
    ("mà", "thì", "muốn", "hỏi", "bị", "được", "có", "phải", "thu", "nộp", "đóng", "cho", "xin",
     "bắt", "làm", "đòi", "nói", "không", "ko", "chưa", "gì", "sao", "nào", "đâu", "quá", "lắm",
     "hoài", "mãi", "cứ", "vậy", "nên", "vì")
)  # fmt: skip
"""Words that tell more than a thing near a place."""
_PLAIN_STORY = frozenset(map(fold, _STORY)) - {"co", "cho", "dau", "dong", "lam", "nao", "qua"}
"""The same without marks, but those that may as well be of a name: "chợ đầu mối", "Lâm Đồng"."""

_SINCE = re.compile(
    r"(?:^|[\s,]+)(?:(?:cung|da|chac|tu|hon|gan|duoc|khoang|tam) )*(?:"
    rf"{_NUMBERS} (?:nam|thang|tuan|ngay|doi)(?! (?:truoc|qua|can)\b)(?: (?:nay|roi|hon|le))*"
    r"|(?:xua|truoc|bua|tu do|bay lau|hom|lau)(?: toi| den)? (?:gio|nay)"
    r"|tu (?:nho|be|do|xua|hoi nao)(?: toi| den) (?:gio|lon|nay)"
    r"|tu (?:nam |thang |ngay |tet |dau |cuoi |hoi |khi |luc )*\d[\d/]*"
    r"(?: (?:toi|den) (?:gio|nay))?"
    r"|tu (?:hoi|khi|luc|ngay|thoi)(?: \w+){1,4}$)"
    r"(?= |,|\.|$)"
)
_WHEN = re.compile(
    r"(?:^|[\s,]+)(?:(?:tu|hoi|vao|hom|luc|moi) )*(?:"
    r"(?:tuan|thang|nam|hom|bua|hoi|dip|tet|he|dau nam|dau thang|cuoi nam|cuoi thang|ngay)"
    r" (?:truoc|roi|ngoai|qua|kia|nay|no|tet|vua qua|vua roi|\d{4}|\d{1,2}(?:/\d{2,4})?)"
    rf"|{_NUMBERS} (?:nam|thang|tuan|ngay) (?:truoc|qua)|moi day|gan day|vua roi)"
    r"(?: roi)?(?= |,|\.|$)"
)
_MOVING = any_of("chuyen", "don", "doi", "moi ve", "moi len", "moi ra", "moi vao", "moi vo", "ve o")
"""The words after which a day of the past is that of a move to where somebody lives."""

_CALLED = re.compile(
    r"[\s,;.(–-]+(?:(?:nhung|ma|thi|con|roi|do) )*"
    r"(?:(?:bay |hien |bi )?(?:gio|nay)|hien tai|bi gio|truoc(?: kia| day| do| la)?"
    r"|(?:hoi|ngay|luc|thoi) (?:xua|truoc|do|cu|nao)|xua(?: kia)?|sau (?:khi )?sap nhap|ten cu"
    r"|(?:moi|vua|bi|da)(?= (?:bi |duoc )?(?:sap |sat )?nhap)) "
    r"(?:(?:da|bi|duoc|nguoi ta|no|ho|tinh|xa|huyen|no) )*"
    r"(?:(?:goi|keu|ten|doi ten|doi|sap nhap|nhap|gop|sat nhap|thuoc)"
    r"(?: (?:la|thanh|sang|vo|vao|voi|chung|ve|lai|qua))*|la|thanh) "
)
"""The words between a place and its name now or before."""
_PART = re.compile(r"[,;.]")


def without_further(text: str) -> str:
    """Return `text` without what is near the place, since when, and what says nothing of it."""
    shorter = _without_idle(_without_near(text))
    for times in (_SINCE, _WHEN) if _MOVING.search(fold(shorter)) else (_SINCE,):
        if match := times.search(fold(shorter)):
            shorter = f"{shorter[: match.start()]} {shorter[match.end() :].lstrip()}"
    return shorter.strip(" ,;.")


def called_otherwise(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind words such as "giờ kêu là", "hồi xưa là"."""
    for match in _CALLED.finditer(fold(text)):
        yield text[: match.start()], text[match.end() :].strip(" )")


def _without_near(text: str) -> str:
    """Return `text` without what is near the place, unless those words tell a story."""
    match = _NEAR.search(fold(text))
    if match is None:
        return text
    near = text[match.start("what") : match.end("what")]
    story = _STORY if has_diacritics(near) else _PLAIN_STORY
    said = near.lower().split()
    if len(said) > _MOST_NEAR or not story.isdisjoint(said):
        return text
    return f"{text[: match.start()]} {text[match.end() :]}"


def _without_idle(text: str) -> str:
    """Return `text` without clauses at its ends whose words may all be said around any place."""
    parts = [part.start() for part in _PART.finditer(text)]
    while parts and _is_idle(text[parts[-1] + 1 :]):
        text = text[: parts.pop()]
    return text[parts[0] + 1 :] if parts and _is_idle(text[: parts[0]]) else text


def _is_idle(clause: str) -> bool:
    syllables = read_syllables(clause)
    before = tuple(told_before(clause, syllables))
    after = tuple(told_after(clause, syllables))
    covered = sum(statement.length for statement in (*before, *after))
    past = any(statement.role in (PlaceRole.PAST, PlaceRole.DENIAL) for statement in before)
    return covered >= len(syllables) and not past
