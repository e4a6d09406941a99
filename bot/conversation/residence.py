"""A text taken apart into a place and what people say around it when they tell where they live."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, product

from knowledge.gazetteer.spelling import read_syllables
from knowledge.gazetteer.telling import Role, Told, told_after, told_before
from knowledge.text import fold, normalise

_LONGEST = 40
"""Syllables of a text beyond which it tells more than where somebody lives."""
_LEFT = re.compile(
    r"\b(?:chuyen|don|doi)(?: nha| noi o)? (tu .+?) "
    r"(?:len|xuong|ve|sang|qua|ra|vao|den|toi|thanh)\b"
)
"""The place from which somebody moved, in the group."""
_DENIED = re.compile(r"^.*?\b(?:khong|ko|k|hong) phai\b.+? ma (?=la\b|o\b)")
"""The place where somebody lives not, before the one where they do."""
_NOW = re.compile(r"[\s,;.]+(?:nhung |con |ma |thi |roi )?(?=(?:bay |hien )?(?:gio|nay|tai)\b)")
"""What parts where somebody lived from where they live now."""
_SAYING = frozenset({Role.LIVING, Role.NAMING})


@dataclass(frozen=True, slots=True)
class Statement:
    """An `address`, where it begins in the text, and the roles of the phrases around it."""

    before: tuple[Role, ...]
    address: str
    start: int
    after: tuple[Role, ...]

    @property
    def end(self) -> int:
        """Return where the address ends in the text."""
        return self.start + len(self.address)

    @property
    def tells_living(self) -> bool:
        """Return True if the words around the address say that somebody lives there."""
        return Role.LIVING in self.before + self.after

    @property
    def tells_name(self) -> bool:
        """Return True if the address may as well be the name of the person who says it."""
        return self.before[-1:] in ((Role.PERSON,), (Role.NAMING,)) and not self.tells_living

    @property
    def of_self(self) -> bool:
        """Return False if it tells of somebody else ("con em", "mẹ tôi") or of the past."""
        others = any(map(_names_others, (self.before, self.after)))
        return not others and Role.PAST not in self.before

    @property
    def is_sentence(self) -> bool:
        """Return False if it ends with people of whom nothing is said ("đại diện hộ gia đình")."""
        return Role.GROUP not in self.after or not _SAYING.isdisjoint(self.after)


def _names_others(roles: Sequence[Role]) -> bool:
    """Return True if two people follow each other, the first of whom is not greeted."""
    pairs = enumerate(pairwise(roles))
    return any(
        pair == (Role.PERSON, Role.PERSON) and Role.GREETING not in roles[:position]
        for position, pair in pairs
    )


def statements(text: str) -> Iterator[Statement]:
    """Yield the ways to take `text` apart, those with the longest address first."""
    syllables = read_syllables(text)
    if len(syllables) > _LONGEST:
        return
    before = tuple(told_before(text, syllables))
    after = tuple(told_after(syllables))
    cuts = product(_ends(before), _ends(after))
    for (ahead, first), (behind, last) in sorted(cuts, key=lambda cut: cut[0][0] + cut[1][0]):
        address = syllables[first : len(syllables) - last]
        if address:
            start = address[0].start
            yield Statement(
                tuple(told.role for told in before[:ahead]),
                text[start : address[-1].end],
                start,
                tuple(told.role for told in reversed(after[:behind])),
            )


def barest(statements: Iterable[Statement]) -> Statement | None:
    """Return the statement from whose address all is taken away that may be said around one."""
    return min(statements, key=lambda one: len(one.address), default=None)


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


def _ends(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Return how many phrases may be taken away, and how many syllables those are."""
    return enumerate(accumulate((one.length for one in told), initial=0))
