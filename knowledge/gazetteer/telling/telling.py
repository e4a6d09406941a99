"""The words around a place by which people say that they live there."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from knowledge.gazetteer.names.names import read_kind
from knowledge.gazetteer.spelling import Syllable, may_spell, spell


class PlaceRole(Enum):
    """The part that a phrase around a place plays.

    A DENIAL counts only with a pause after it; behind WHERE, a word for a PERSON is a name
    ("ở Cô Tô").
    """

    PERSON = "person"
    GROUP = "group"
    WHERE = "where"
    LIVING = "living"
    HOME = "home"
    CORRECTION = "correction"
    ORIGIN = "origin"
    NAMING = "naming"
    PAST = "past"
    DENIAL = "denial"
    GREETING = "greeting"
    POLITE = "polite"
    PASSING = "passing"


@dataclass(frozen=True, slots=True)
class PlaceStatement:
    """A phrase around a place: its role, and the syllables that it takes."""

    role: PlaceRole
    length: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    spelling: tuple[str, ...]
    role: PlaceRole


Phrases = Mapping[tuple[str, ...], tuple[_Phrase, ...]]
"""Phrases by their folded syllables."""

_SPOKEN: Final = {
    side: {PlaceRole(name): phrases for name, phrases in roles.items()}
    for side, roles in tomllib.loads(
        (Path(__file__).parent / "telling.toml").read_text(encoding="utf-8")
    ).items()
}
"""Phrases before a place and after one, by their role; `times.py` reads more of the time."""

_ON_BOTH_SIDES: Final = (
    PlaceRole.PERSON, PlaceRole.GROUP, PlaceRole.WHERE, PlaceRole.LIVING, PlaceRole.HOME,
    PlaceRole.CORRECTION, PlaceRole.NAMING,
)  # fmt: skip
"""Roles of phrases that stand before a place or after it; `times.py` reads those of the time."""

_LONGEST: Final = 3
"""Syllables in the longest phrase."""

_WITHIN_A_NAME: Final = ("'", "’", "`")
"""Marks inside names such as "Cư M’ta"."""
_PAUSE: Final = re.compile(r"\s{0,9}[,.:;!–-]")


def told_before(text: str, syllables: Sequence[Syllable]) -> Iterator[PlaceStatement]:
    """Yield the phrases with which `text` begins before it comes to a place.

    `syllables` are those of `text`.
    """
    at, last = 0, None
    while statement := _longest(_BEFORE, [syllables[at : at + n] for n in _LENGTHS]):
        end = syllables[at + statement.length - 1].end
        if statement.role is PlaceRole.DENIAL and not _PAUSE.match(text, end):
            return
        if last is PlaceRole.WHERE and statement.role is PlaceRole.PERSON:
            return
        kind = read_kind(syllables, at)
        if kind and not kind.abbreviated and statement.length <= kind.length:
            return
        yield statement
        at, last = at + statement.length, statement.role


def told_after(text: str, syllables: Sequence[Syllable]) -> Iterator[PlaceStatement]:
    """Yield the phrases with which `text` ends after it named a place, the last one first."""
    end = len(syllables)
    while statement := _longest(_AFTER, [syllables[max(end - n, 0) : end] for n in _LENGTHS]):
        first = syllables[end - statement.length].start
        if text[:first].endswith(_WITHIN_A_NAME):
            return
        yield statement
        end -= statement.length


def _longest(phrases: Phrases, places: Iterable[Sequence[Syllable]]) -> PlaceStatement | None:
    """Return the first phrase that all syllables of one of `places` spell."""
    for typed in places:
        known = phrases.get(tuple(syllable.folded for syllable in typed), ())
        spelled = [phrase for phrase in known if _spells(typed, phrase)]
        if spelled:
            own = tuple(syllable.spelled for syllable in typed)
            exact = [phrase for phrase in spelled if phrase.spelling == own]
            return PlaceStatement((exact or spelled)[0].role, len(typed))
    return None


def _spells(typed: Sequence[Syllable], phrase: _Phrase) -> bool:
    return all(
        may_spell(syllable.spelled, written)
        for syllable, written in zip(typed, phrase.spelling, strict=True)
    )


def _phrases(spoken: Mapping[PlaceRole, Sequence[str]]) -> Phrases:
    by_syllables: defaultdict[tuple[str, ...], list[_Phrase]] = defaultdict(list)
    for role, phrases in spoken.items():
        for phrase in phrases:
            spelled = [spell(word) for word in phrase.split()]
            key = tuple(folded for folded, _ in spelled)
            by_syllables[key].append(_Phrase(tuple(marked for _, marked in spelled), role))
    return {key: tuple(phrases) for key, phrases in by_syllables.items()}


_LENGTHS: Final = range(_LONGEST, 0, -1)
_BEFORE: Final = _phrases(_SPOKEN["before"])
_AFTER: Final = _phrases(
    {**_SPOKEN["after"], **{role: _SPOKEN["before"][role] for role in _ON_BOTH_SIDES}}
)
