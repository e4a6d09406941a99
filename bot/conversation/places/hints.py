"""Telling apart what a text may be: a place, a comment, or a question."""

from __future__ import annotations

import re

from bot.answer.acts import Act, hear
from bot.conversation.places.addresses import KIND, is_far, read_given
from bot.conversation.places.clauses import without_further
from bot.conversation.places.residence import barest, current, statements
from bot.conversation.places.several import one_of_several
from knowledge.gazetteer.places import Gazetteer, Place
from knowledge.language.patterns import any_of, folded

_ASKING = any_of(
    "gi", "ai", "nao", "sao", "dau", "may", "bao nhieu", "bao lau", "bao gio", "so sanh",
    "(?:cho|xin)(?: minh| toi| em| chau)? hoi",
)  # fmt: skip
_ASKING_AT_THE_END = re.compile(r"\b(?:khong|ko|k|hong|hem|chua|nhi)(?: (?:vay|the|a|ah|ta|ha))?$")
_BLAMING = any_of(
    "khong", "ko", "chua", "chang", "sai", "thieu", "nham", "cau", "tra loi", "kho", "lac de",
    "lan", "vi", "tai", "do", "qua", "dai", "y (?:toi|minh|em)",
)  # fmt: skip
_JUDGING = (
    None, Act.ACKNOWLEDGE, Act.INSULT, Act.WRONG_ANSWER, Act.PICTURE, Act.SHORTER, Act.SIMPLER,
)  # fmt: skip
"""Acts that may tell what somebody thinks of an answer; None is none of them."""
_NO_NAMES = "hoi|an|toi|minh|em|nay|do|co|phai|khong|duoc|nha|thu|lam|hop|da|se|bi"
_NAMED = re.compile(rf"{KIND.pattern}(?!(?:{_NO_NAMES})\b)")
"""The same where a name rather than ordinary words follows: not "xã hội", "xã tôi"."""
_LONGEST_NAME = 7
"""Words of a place that nobody knows and that is yet taken for one."""


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

    Unless one is `expected`, words that may be ordinary ones have to be written as a name is.
    """
    if "?" in text:
        return ()
    statement = current(text)
    given = read_given(statement, gazetteer, expected=expected)
    if given and given.statement.of_self:
        return given.places
    places = one_of_several(statement, gazetteer, expected=expected)
    shorter = without_further(statement)
    if places or given or shorter == statement:
        return places
    return find_places(shorter, gazetteer, expected=expected)


def seems_place(text: str) -> bool:
    """Return True if `text` is likely meant as a place, though nobody may know it."""
    bare = barest(statements(text))
    address = bare.address if bare else ""
    short = len(address.split()) <= _LONGEST_NAME
    named = _NAMED.match(folded(address)) is not None and not is_far(address)
    return short and named and not is_question(text) and hear(text).act is None
