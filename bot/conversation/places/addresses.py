"""Reading the address in what a resident tells, where it may be the name of a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answer.understand.sentences import asks
from bot.conversation.places.residence import ResidenceStatement, barest, statements
from knowledge.gazetteer.names.nicknames import is_nickname
from knowledge.gazetteer.names.words import (
    KIND_ABBREVIATIONS,
    KIND_WORDS,
    ORDINARY_NAMES,
    ORDINARY_PROVINCES,
)
from knowledge.gazetteer.places import Gazetteer, Place, PlaceMention
from knowledge.gazetteer.spelling import read_syllables
from knowledge.gazetteer.telling.telling import PlaceRole
from knowledge.language.patterns import any_of, folded
from knowledge.language.text import fold, has_diacritics

_INITIALS = re.compile(r"[b-df-hj-np-tv-xz]{2,5}|[aeiouy][bdghklqrsvx]")
"""A word that nobody can speak, as provinces are abbreviated."""
_SYLLABLE = re.compile(r"[^aeiouy ]*[aeiouy]+[^aeiouy ]*")
"""A word that is spelled as a syllable may be: not "sapa", "bmt"."""
_CAPITALS = re.compile(r"[A-ZĐ]{2,5}")
_SHORTHAND = frozenset(("bn", "bt", "dc", "dt", "kh", "nt", "tb", "th", "tl", "vl"))
"""Initials of provinces that stand for other words in messages: "bt" for "bình thường"."""
_OFTEN_SHORTHAND = frozenset(("ct", "hd", "kt", "nd", "sl", "tn"))
"""The same where nobody asked where somebody lives: "hd nhé" for "hướng dẫn nhé"."""
_ORDINARY = ORDINARY_NAMES | ORDINARY_PROVINCES
_INSIDE = any_of(
    "to", "ap", "thon", "xom", "ban", "buon", "lang", "khom", "khu", "so", "duong", "ngo", "ngach",
    "hem", "kp", "tdp", "chung cu",
)  # fmt: skip
"""The first words of an address that is narrower than a commune."""
_KINDS = "|".join(" ".join(words) for words in (*KIND_WORDS, *KIND_ABBREVIATIONS))
KIND = re.compile(rf"(?:{_KINDS}) (?=\w)")
"""The word for a kind of unit and the blank before a name."""
_SEVERAL = 2
"""Words of a name that hardly stand beside that of a province by chance."""
_LONGEST_PAIR = 8
"""Words of a place and its province, by which plain text is known for one."""
_BARE_NAME = 3
"""Words that a name may have of which one sounds like a word that asks: "Ái Nghĩa"."""
_INSIDE_WORDS, _INSIDE_WORDS_NUMBERED = 4, 8
"""Words that may stand in an address before the commune, without and with a number in them."""


@dataclass(frozen=True, slots=True)
class Given:
    """A statement whose address names places, and those places."""

    statement: ResidenceStatement
    places: tuple[Place, ...]

    @property
    def is_complete(self) -> bool:
        """Return True if the address names a place in two words or more, and its province."""
        name = without_kind(folded(self.statement.address))
        provinces = {
            without_kind(fold(province or ""))
            for place in self.places
            if place.commune or place.former_unit
            for province in (place.province, place.former_province)
        }
        return any(_is_beside(province, name) for province in provinces)

    @property
    def is_full_name(self) -> bool:
        """Return True if what sounds like a kind of unit is part of the name: "quan hoa"."""
        said = folded(self.statement.address)
        names = {place.commune or place.former_unit or place.province for place in self.places}
        return KIND.match(said) is not None and any(
            said == without_kind(fold(name)) for name in names
        )


def _is_beside(province: str, name: str) -> bool:
    """Return True if `name` begins or ends with `province`, beside two words or more."""
    words = name.replace(",", " ").split()
    count = len(province.split())
    edges = (" ".join(words[:count]), " ".join(words[-count:])) if count else ()
    return province in edges and len(words) >= count + _SEVERAL


def read_given(text: str, gazetteer: Gazetteer, *, expected: bool) -> Given | None:
    """Return the likeliest statement in `text` whose address names places, None if there is none.

    A name with its province is none by chance, however likely another is.
    """
    possible = tuple(statement for statement in statements(text) if statement.is_sentence)
    bare = barest(possible)
    mentions = gazetteer.mentioned(text) if bare else ()
    if bare is None or _asks(bare, mentions):
        return None
    read = (
        Given(statement, _read(statement, mentions, gazetteer, expected)) for statement in possible
    )
    return _best(given for given in read if given.places)


def _best(given: Iterable[Given]) -> Given | None:
    first = None
    for candidate in given:
        if candidate.is_complete:
            return candidate
        first = first or candidate
    return first


def without_kind(name: str) -> str:
    """Return the folded `name` without the word for the kind of unit before it."""
    kind = KIND.match(name)
    return name[kind.end() :] if kind else name


def _read(
    statement: ResidenceStatement,
    mentions: Sequence[PlaceMention],
    gazetteer: Gazetteer,
    expected: bool,
) -> tuple[Place, ...]:
    """Return the places that the whole address of `statement` names, if it may be a name."""
    named = [mention for mention in mentions if statement.start <= mention.start < statement.end]
    if is_far(statement.address):
        return ()
    if (
        _is_name(statement, named, expected)
        or _may_be_name(statement, expected)
        or _is_town(statement, gazetteer)
    ):
        address = statement.address
        if not _INSIDE.match(folded(address)):
            return gazetteer.parse_whole(address)
        return gazetteer.parse(address) if _is_short_before(address, gazetteer) else ()
    if len(statement.address.split()) > _LONGEST_PAIR or statement.tells_name:
        return ()
    given = Given(statement, gazetteer.parse_whole(statement.address))
    living = expected or statement.tells_living
    return given.places if given.is_complete or (living and given.is_full_name) else ()


def _asks(statement: ResidenceStatement, mentions: Sequence[PlaceMention]) -> bool:
    """Return True if the address is longer than a name, names no place at its end, and asks."""
    named_last = any(mention.end == statement.end for mention in mentions)
    long = len(statement.address.split()) > _BARE_NAME
    return long and not named_last and asks(statement.address)


def is_far(address: str) -> bool:
    """Return True if `address` begins with "xa", among words with marks: no commune is meant."""
    return address.startswith("xa ") and has_diacritics(address)


def _is_name(
    statement: ResidenceStatement, mentions: Sequence[PlaceMention], expected: bool
) -> bool:
    """Return True if the address is written as a name, and as that of no person."""
    if statement.tells_name and not expected:
        several = "," in statement.address
        return any(several or mention.place.commune is None for mention in mentions)
    address = statement.address
    shouted = address.isupper() and not any(map(str.isdigit, address))
    capitalised = not shouted and all(word[0].isupper() for word in address.split())
    return capitalised or bool(mentions)


def _is_town(statement: ResidenceStatement, gazetteer: Gazetteer) -> bool:
    """Return True if the address is a nickname, or the name of a former town ("da lat", "bmt").

    A single syllable such as "vinh" may be anything.
    """
    syllables = read_syllables(statement.address)
    if is_nickname(syllables):
        return has_diacritics(statement.address) or len(syllables) > _SEVERAL
    name = without_kind(folded(statement.address))
    syllable = _SYLLABLE.fullmatch(name) is not None
    ordinary = name in _ORDINARY or statement.tells_name
    return not (syllable or ordinary) and gazetteer.is_town(name)


def _may_be_name(statement: ResidenceStatement, expected: bool) -> bool:
    """Return True if the address, in lower case, is rather a name than ordinary words."""
    said = folded(statement.address)
    marked = has_diacritics(statement.address)
    of_person = statement.tells_name and not expected
    if of_person or (PlaceRole.ORIGIN in statement.before and not statement.tells_living):
        return False
    expected = expected or statement.tells_living
    kind = KIND.match(said)
    name = said[kind.end() :] if kind else said
    if _INITIALS.fullmatch(name) or _CAPITALS.fullmatch(statement.address):
        if expected:
            return name not in _SHORTHAND
        return statement.is_polite and name not in _SHORTHAND | _OFTEN_SHORTHAND
    ordinary = ORDINARY_NAMES - ORDINARY_PROVINCES if expected else _ORDINARY
    several = " " in name or (kind is not None and marked)
    return several and said not in ordinary and (expected or marked)


def _is_short_before(address: str, gazetteer: Gazetteer) -> bool:
    """Return True if what stands before the commune may be a hamlet, or a house and its street."""
    start = min((mention.start for mention in gazetteer.mentioned(address)), default=0)
    before = address[:start]
    numbered = any(map(str.isdigit, before))
    return len(before.split()) <= (_INSIDE_WORDS_NUMBERED if numbered else _INSIDE_WORDS)
