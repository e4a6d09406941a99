"""Telling apart what a text may be: a place, a comment, or a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answer.acts import Act, hear
from bot.answer.understand.patterns import any_of, folded
from bot.answer.understand.sentences import asks
from bot.conversation.residence import Statement, barest, current, lived_and_lives, statements
from knowledge.gazetteer.telling import Role
from knowledge.gazetteer.words import (
    KIND_ABBREVIATIONS,
    KIND_WORDS,
    ORDINARY_NAMES,
    ORDINARY_PROVINCES,
)
from knowledge.places import Gazetteer, Mention, Place
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
_JUDGING = (
    None, Act.ACKNOWLEDGE, Act.INSULT, Act.WRONG_ANSWER, Act.PICTURE, Act.SHORTER, Act.SIMPLER,
)  # fmt: skip
"""Acts that may tell what somebody thinks of an answer; None is none of them."""
_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,5}")
"""A word that nobody can speak, as provinces are abbreviated."""
_CAPITALS = re.compile(r"[A-ZĐ]{2,5}")
_SHORTHAND = frozenset(("bn", "bt", "dc", "dt", "kh", "nt", "tb", "th", "tl", "vl"))
"""Initials of provinces that stand for other words in messages: "bt" for "bình thường"."""
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
_BARE_NAME = 3
"""Words that a name may have of which one sounds like a word that asks: "Ái Nghĩa"."""
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
    if "?" in text:
        return ()
    told = current(text)
    statement, places = _given(told, gazetteer, expected)
    if statement:
        return places if statement.of_self else ()
    times = lived_and_lives(told)
    before, now = (_given(one, gazetteer, True)[1] for one in times) if times else ((), ())
    return now if before else ()


def seems_place(text: str) -> bool:
    """Return True if `text` is likely meant as a place, though nobody may know it."""
    bare = barest(statements(text))
    address = bare.address if bare else ""
    short = len(address.split()) <= _LONGEST_NAME
    named = _NAMED.match(folded(address)) is not None and not _is_far(address)
    return short and named and not is_question(text)


def _given(
    text: str, gazetteer: Gazetteer, expected: bool
) -> tuple[Statement | None, tuple[Place, ...]]:
    """Return the statement in `text` whose address names places, and those places."""
    possible = tuple(one for one in statements(text) if one.is_sentence)
    bare = barest(possible)
    mentions = gazetteer.mentioned(text) if bare else ()
    if bare is None or _asks(bare, mentions):
        return None, ()
    read = ((one, _read(one, mentions, gazetteer, expected)) for one in possible)
    return next((one for one in read if one[1]), (None, ()))


def _read(
    statement: Statement, mentions: Sequence[Mention], gazetteer: Gazetteer, expected: bool
) -> tuple[Place, ...]:
    """Return the places that the whole address of `statement` names, if it may be a name."""
    named = [one for one in mentions if statement.start <= one.start < statement.end]
    if _is_far(statement.address):
        return ()
    if not (_is_name(statement, named, expected) or _may_be_name(statement, expected)):
        return ()
    return _named(statement.address, gazetteer)


def _asks(statement: Statement, mentions: Sequence[Mention]) -> bool:
    """Return True if the address is longer than a name, names no place at its end, and asks."""
    named_last = any(mention.end == statement.end for mention in mentions)
    long = len(statement.address.split()) > _BARE_NAME
    return long and not named_last and asks(statement.address)


def _is_far(address: str) -> bool:
    """Return True if `address` begins with "xa", among words with marks: no commune is meant."""
    return address.startswith("xa ") and has_diacritics(address)


def _is_name(statement: Statement, mentions: Sequence[Mention], expected: bool) -> bool:
    """Return True if the address is written as a name, and as that of no person."""
    if statement.tells_name and not expected:
        several = "," in statement.address
        return any(several or mention.place.commune is None for mention in mentions)
    return statement.address.istitle() or bool(mentions)


def _may_be_name(statement: Statement, expected: bool) -> bool:
    """Return True if the address, in lower case, is rather a name than ordinary words."""
    said = folded(statement.address)
    marked = has_diacritics(statement.address)
    of_person = statement.tells_name and not expected
    if of_person or (Role.ORIGIN in statement.before and not statement.tells_living):
        return False
    expected = expected or statement.tells_living
    kind = _KIND.match(said)
    name = said[kind.end() :] if kind else said
    if _INITIALS.fullmatch(name) or _CAPITALS.fullmatch(statement.address):
        return expected and name not in _SHORTHAND
    ordinary = ORDINARY_NAMES - ORDINARY_PROVINCES if expected else _ORDINARY
    several = " " in name or (kind is not None and marked)
    return several and said not in ordinary and (expected or marked)


def _named(address: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places that `address` names from its first word, or somewhere inside them."""
    if not _INSIDE.match(folded(address)):
        return gazetteer.parse_whole(address)
    return gazetteer.parse(address) if _is_short_before(address, gazetteer) else ()


def _is_short_before(address: str, gazetteer: Gazetteer) -> bool:
    """Return True if what stands before the commune may be a hamlet, or a house and its street."""
    start = min((mention.start for mention in gazetteer.mentioned(address)), default=0)
    before = address[:start]
    numbered = any(map(str.isdigit, before))
    return len(before.split()) <= (_INSIDE_WORDS_NUMBERED if numbered else _INSIDE_WORDS)
