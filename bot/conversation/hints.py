"""Telling apart what a text may be: a place, a comment, or a question."""

from __future__ import annotations

import re

from bot.answer.understand.acts import Act, hear
from bot.answer.understand.patterns import any_of, folded
from knowledge.gazetteer.words import (
    KIND_ABBREVIATIONS,
    KIND_WORDS,
    LEADING,
    ORDINARY_NAMES,
    ORDINARY_PROVINCES,
)
from knowledge.places import Gazetteer, Place
from knowledge.text import has_diacritics

_ASKING = any_of(
    "gi", "ai", "nao", "sao", "dau", "may", "bao nhieu", "bao lau", "bao gio", "so sanh",
    "(?:cho|xin)(?: minh| toi| em| chau)? hoi",
)  # fmt: skip
_ASKING_AT_THE_END = re.compile(r"\b(?:khong|ko|k|hong|hem|chua|nhi)(?: (?:vay|the|a|ah|ta|ha))?$")
_BLAMING = any_of(
    "khong", "ko", "chua", "chang", "sai", "thieu", "nham", "cau", "tra loi", "kho", "lac de",
    "lan", "vi", "tai", "do", "qua", "dai", "y (?:toi|minh|em)",
)  # fmt: skip
_JUDGING = (None, Act.ACKNOWLEDGE, Act.INSULT, Act.WRONG_ANSWER, Act.PICTURE)
"""Acts that may tell what somebody thinks of an answer; None is none of them."""
_BEFORE = LEADING | {"da", "vang", "thua", "nguoi", "hien", "xin"}
_AFTER = frozenset(("a", "ah", "nha", "nhe"))
_LIVING = any_of("o", "tai", "thuoc", "que", "song")
_ORDINARY = ORDINARY_NAMES | ORDINARY_PROVINCES
_INSIDE = any_of(
    "to", "ap", "thon", "xom", "ban", "buon", "lang", "khom", "khu", "so", "duong", "ngo", "ngach",
    "hem", "kp", "tdp", "chung cu",
)  # fmt: skip
"""What an address begins with that is narrower than a commune."""
_KINDS = "|".join(" ".join(words) for words in (*KIND_WORDS, *KIND_ABBREVIATIONS))
_NO_NAMES = "hoi|an|toi|minh|em|nay|do|co|phai|khong|duoc|nha|thu|lam|hop|da|se|bi"
_KIND = re.compile(rf"(?:{_KINDS}) (?=\w)")
"""The word for a kind of unit and the blank before a name."""
_NAMED = re.compile(rf"{_KIND.pattern}(?!(?:{_NO_NAMES})\b)")
"""The same where a name rather than ordinary words follows: not "xã hội", "xã tôi"."""
_LONGEST_NAME = 7
"""Words of a place that nobody knows and that is yet taken for one."""
_INSIDE_WORDS, _INSIDE_WORDS_NUMBERED = 4, 8
"""Words that may stand in an address before the commune, without and with a number in them."""


def is_question(text: str) -> bool:
    """Return True if `text` asks for something."""
    said = folded(text)
    return "?" in text or bool(_ASKING.search(said) or _ASKING_AT_THE_END.search(said))


def is_comment(text: str) -> bool:
    """Return True if `text` may say what was wrong with an answer."""
    if hear(text).act not in _JUDGING:
        return False
    return not is_question(text) or ("?" not in text and _BLAMING.match(folded(text)) is not None)


def find_places(text: str, gazetteer: Gazetteer, *, expected: bool) -> tuple[Place, ...]:
    """Return the places that `text` gives if it does nothing else.

    Where none is `expected`, what may be ordinary words has to be written as a name is.
    """
    address = _address(text)
    if not address or "?" in text:
        return ()
    expected = expected or _LIVING.search(folded(text.partition(address)[0])) is not None
    if not (_is_name(address, gazetteer) or _may_be_name(address, expected)):
        return ()
    places = gazetteer.parse(address)
    return places if places and _is_whole(address, places, gazetteer) else ()


def seems_place(text: str) -> bool:
    """Return True if `text` is likely meant as a place, though nobody may know it."""
    address = _address(text)
    short = len(address.split()) <= _LONGEST_NAME
    return short and _NAMED.match(folded(address)) is not None and not is_question(text)


def _address(text: str) -> str:
    """Return `text` without what people say before and after the name of a place."""
    words = text.strip(" .,!").split()
    while words and folded(words[0]) in _BEFORE:
        words.pop(0)
    while words and words[-1].islower() and folded(words[-1]) in _AFTER:
        words.pop()
    return " ".join(words)


def _is_name(address: str, gazetteer: Gazetteer) -> bool:
    return address.istitle() or bool(gazetteer.mentioned(address))


def _may_be_name(address: str, expected: bool) -> bool:
    """Return True if `address`, in lower case, is rather a name than ordinary words."""
    said = folded(address)
    ordinary = ORDINARY_NAMES - ORDINARY_PROVINCES if expected else _ORDINARY
    several = len(said.split()) > 1 and said not in ordinary
    return several and (expected or has_diacritics(address))


def _is_whole(address: str, places: tuple[Place, ...], gazetteer: Gazetteer) -> bool:
    """Return True if `address` names the `places` from its first word, or somewhere inside them."""
    if _INSIDE.match(folded(address)):
        return _is_short_before(address, gazetteer)
    kind = _KIND.match(folded(address))
    named = address.split()[len(kind.group().split()) if kind else 0 :]
    return gazetteer.parse(" ".join(named[1:])) != places


def _is_short_before(address: str, gazetteer: Gazetteer) -> bool:
    """Return True if what stands before the commune may be a hamlet, or a house and its street."""
    start = min((mention.start for mention in gazetteer.mentioned(address)), default=0)
    before = address[:start]
    numbered = any(map(str.isdigit, before))
    return len(before.split()) <= (_INSIDE_WORDS_NUMBERED if numbered else _INSIDE_WORDS)
