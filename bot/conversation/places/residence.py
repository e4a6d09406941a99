"""A text taken apart into a place and what people say around it when they tell where they live."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from knowledge.gazetteer.names.names import read_kind
from knowledge.gazetteer.names.nicknames import starts_nickname
from knowledge.gazetteer.spelling import Syllable, read_syllables
from knowledge.gazetteer.telling.telling import PlaceRole, PlaceStatement, told_after, told_before
from knowledge.language.text import fold, normalise

_LONGEST = 40
"""Syllables of a text beyond which it tells more than where somebody lives."""
_SEVERAL = 2
"""Words of a name that what is said around it hardly leaves by chance."""
_LEFT = re.compile(
    r"\b(?:chuyen|don|doi)(?: nha| noi o)? (tu .+?) "
    r"(?:len|xuong|ve|sang|qua|ra|vao|den|toi|thanh)\b"
)
"""The place from which somebody moved, in the group."""
_DENIED = re.compile(r"^.*?\b(?:khong|ko|k|hong) phai\b.+? ma (?=la\b|o\b)")
"""The place where somebody lives not, before the one where they do."""
_NOW = re.compile(r"[\s,;.]+(?:nhung |con |ma |thi |roi )?(?=(?:bay |hien )?(?:gio|nay|tai)\b)")
"""The words between where somebody lived and where they live now."""
_LIVING = frozenset(
    {PlaceRole.WHERE, PlaceRole.LIVING, PlaceRole.HOME, PlaceRole.CORRECTION, PlaceRole.DENIAL}
)
_SAYING = frozenset(
    {PlaceRole.WHERE, PlaceRole.LIVING, PlaceRole.HOME, PlaceRole.CORRECTION, PlaceRole.NAMING}
)


@dataclass(frozen=True, slots=True)
class ResidenceStatement:
    """An `address`, where it begins in the text, and the roles of the phrases around it."""

    before: tuple[PlaceRole, ...]
    address: str
    start: int
    after: tuple[PlaceRole, ...]

    @property
    def end(self) -> int:
        """Return where the address ends in the text."""
        return self.start + len(self.address)

    @property
    def roles(self) -> frozenset[PlaceRole]:
        """Return the roles of all phrases around the address."""
        return frozenset(self.before + self.after)

    @property
    def tells_living(self) -> bool:
        """Return True if the words around the address say that somebody lives there."""
        return not _LIVING.isdisjoint(self.roles)

    @property
    def tells_name(self) -> bool:
        """Return True if the address may as well be the name of the person who says it."""
        return (
            self.before[-1:] in ((PlaceRole.PERSON,), (PlaceRole.NAMING,)) and not self.tells_living
        )

    @property
    def is_polite(self) -> bool:
        """Return True if it ends as one speaks to somebody: "hn ạ", "ls nhé"."""
        return PlaceRole.POLITE in self.after

    @property
    def of_self(self) -> bool:
        """Return False if it tells of somebody else ("con em", "mẹ tôi") or of the past."""
        others = any(map(_names_others, (self.before, self.after)))
        return not others and PlaceRole.PAST not in self.before

    @property
    def is_sentence(self) -> bool:
        """Return False if it ends with people of whom nothing is said ("đại diện hộ gia đình")."""
        return PlaceRole.GROUP not in self.after or not _SAYING.isdisjoint(self.after)


@dataclass(frozen=True, slots=True)
class _Cut:
    """The phrases taken away at one end, their syllables, and how many begin with a capital."""

    roles: tuple[PlaceRole, ...]
    length: int
    capitals: int


def _names_others(roles: Sequence[PlaceRole]) -> bool:
    """Return True if two people follow each other, the first of whom is not greeted."""
    pairs = enumerate(pairwise(roles))
    return any(
        pair == (PlaceRole.PERSON, PlaceRole.PERSON) and PlaceRole.GREETING not in roles[:position]
        for position, pair in pairs
    )


def statements(text: str) -> Iterator[ResidenceStatement]:
    """Yield the ways to take `text` apart, the likeliest first.

    A capital beside another is rather of the name ("Anh Sơn Đông"); else the shortest address is
    the likeliest, unless it is a single word ("Chi Lăng").
    """
    syllables = read_syllables(text)
    if len(syllables) > _LONGEST:
        return
    before = _cuts(syllables, told_before(text, syllables), _SAYING)
    after = _cuts(syllables[::-1], told_after(text, syllables), frozenset())
    ways = (
        (_statement(text, syllables, ahead, behind), ahead.capitals + behind.capitals)
        for ahead, behind in product(before, after)
        if ahead.length + behind.length < len(syllables)
    )
    for statement, _ in sorted(ways, key=lambda way: _unlikeliness(*way)):
        yield statement


def _cuts(
    syllables: Sequence[Syllable], phrases: Iterable[PlaceStatement], sure: frozenset[PlaceRole]
) -> tuple[_Cut, ...]:
    """Return where the address may begin, or end where the syllables stand in reverse order.

    Words written small beside a capital are no part of the name, and phrases of `sure` roles never
    are.
    """
    cuts = [_Cut((), 0, 0)]
    for phrase in phrases:
        last = cuts[-1]
        length = last.length + phrase.length
        beside = syllables[length - 1 : length + 1]
        capitals = [syllable.capital for syllable in beside]
        named = phrase.role not in sure and capitals == [True, True]
        cut = _Cut((*last.roles, phrase.role), length, last.capitals + named)
        apart = capitals == [False, True] and not starts_nickname(syllables[last.length :])
        cuts = [cut] if apart else [*cuts, cut]
    return tuple(cuts)


def _statement(
    text: str, syllables: Sequence[Syllable], before: _Cut, after: _Cut
) -> ResidenceStatement:
    address = syllables[before.length : len(syllables) - after.length]
    start = address[0].start
    return ResidenceStatement(before.roles, text[start : address[-1].end], start, after.roles[::-1])


def _unlikeliness(statement: ResidenceStatement, capitals: int) -> tuple[bool, int, int]:
    address = statement.address
    kind = read_kind(read_syllables(address), 0)
    words = len(address.split()) - (kind.length if kind else 0)
    return words < _SEVERAL, capitals, len(address)


def barest(statements: Iterable[ResidenceStatement]) -> ResidenceStatement | None:
    """Return the statement from whose address all is taken away that may be said around one."""
    return min(statements, key=lambda statement: len(statement.address), default=None)


def current(text: str) -> str:
    """Return `text` without the place that somebody left or denies, if it names one."""
    typed = normalise(text)
    denied = _DENIED.match(fold(typed))
    typed = typed[denied.end() :] if denied else typed
    left = _LEFT.search(fold(typed))
    return typed[: left.start(1)] + typed[left.end(1) + 1 :] if left else typed


def lived_and_lives(text: str) -> tuple[str, str] | None:
    """Return what `text` tells of before and of now, None if it does not part them."""
    parting = _NOW.search(fold(text))
    return (text[: parting.start()], text[parting.end() :]) if parting else None
