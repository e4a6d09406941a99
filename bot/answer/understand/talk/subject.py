"""The nouns that a question is about, and the pronouns after it that stand for them."""

from __future__ import annotations

import re
from typing import Final

from knowledge.language.terms.subjects import read_subjects
from knowledge.language.text import fold, syllables

_MOST: Final = 3
"""Nouns that are joined with a brief question."""
_PRONOUN: Final = re.compile(
    r"\b(?:(?:mấy|các|những|bọn|tụi|lũ) )?(?:"
    r"(?<!dòng )(?<!tên )họ(?! (?:hàng|tên|và|tộc|nhà|đạo|khai)\b)"
    r"|(?:ông|bà|anh|chị|cô|chú|bác|người|thằng cha|cha)(?: (?:này|ấy|ta|đó|kia|nớ|nấy))"
    r"|(?:ban|tổ|cơ quan|đơn vị|nhóm|hội) (?:này|ấy|đó|kia)"
    r"|ổng|bả|ảnh(?! hưởng)|chỉ(?= (?:ta|làm sai))|nó|hắn|y ta)\b",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    r"\b(?:ban thanh tra nhan dan|ban giam sat dau tu(?: cua)? cong dong|ban cong tac mat tran"
    r"|(?:uy ban )?mat tran(?: to quoc)?(?: viet nam)?(?: (?:xa|phuong|thon|ap))?"
    r"|(?:uy ban|hoi dong) nhan dan(?: (?:xa|phuong|tinh))?|ubnd(?: (?:xa|phuong))?"
    r"|(?:pho )?truong (?:thon|ap|ban|buon|lang|xom|khu pho|khu|khom|to dan pho|to)"
    r"|(?:to|khu) truong(?: to)?(?: dan pho)?|chu tich(?: ubnd| uy ban nhan dan)? (?:xa|phuong)"
    r"|bi thu(?: chi bo)?|cong an xa|hoa giai vien|to hoa giai|to bau cu|chu dau tu|nha thau"
    r"|to (?:dan pho|tu quan|kiem phieu)|hoi (?:nong dan|phu nu|cuu chien binh|dong huong)"
    r"|dai bieu(?: hdnd| hoi dong nhan dan)?|can bo(?: (?:xa|phuong|thon|khong chuyen trach))?)\b"
)
_UNIT: Final = re.compile(r"\b(?:thon|ap|xom|buon|ban|khu pho|to dan pho|xa|phuong)\b")


def subject_of(text: str) -> str:
    """Return the nouns that `text` is about, joined; "" where none is known."""
    return ", ".join(read_subjects().find(text)[:_MOST])


def subject_alone(text: str) -> str | None:
    """Return the noun that is all that `text` says, None if it says more."""
    subjects = read_subjects()
    return subjects.names.get(" ".join(syllables(text)))


def own_subjects(text: str) -> frozenset[str]:
    """Return the nouns of `text` that a question is about where it names one."""
    subjects = read_subjects()
    return subjects.own.intersection(subjects.find(text))


def names_aspect(text: str) -> bool:
    """Return True if `text` names a body or a doing that may be all that it is about."""
    return bool(read_subjects().find(text))


def names_subject(text: str) -> bool:
    """Return True if `text` names by itself what it is about."""
    subjects = read_subjects()
    return not subjects.own.isdisjoint(subjects.find(text))


def put_names(text: str, before: str) -> str | None:
    """Return `text` with its first pronoun replaced by whom the question `before` is about.

    None if it has none, or names somebody itself, or nobody was named before.
    """
    pronoun = _PRONOUN.search(text)
    if pronoun is None or _BODY.search(fold(text)):
        return None
    folded = fold(before)
    named = _BODY.search(folded) or _UNIT.search(folded)
    if named is None:
        return None
    name = before[named.start() : named.end()]
    return f"{text[: pronoun.start()]}{name}{text[pronoun.end() :]}"
