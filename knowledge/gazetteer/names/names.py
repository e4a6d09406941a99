"""Names of units, found however they are spelled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from knowledge.gazetteer.lists.units import Unit, UnitLevel
from knowledge.gazetteer.names.nicknames import NICKNAMES, OTHER_NAMES, is_nickname
from knowledge.gazetteer.names.words import KIND_ABBREVIATIONS, KIND_WORDS, PROVINCE_ALIASES
from knowledge.gazetteer.spelling import Syllable, may_spell, spell, words

_OTHER_I = re.compile(r"(?<=[b-df-hj-np-tv-xz])y(?![a-z])|(?<=qu)y(?![a-z])")
"""The y for which many write i: "Quy Nhơn" and "Qui Nhơn", "Mỹ Tho" and "Mĩ Tho"."""


class Match(Enum):
    """The closeness with which the typed syllables must spell a name.

    CLOSE forgives diacritics that were left out, EXACT_FIRST only where no name is spelled exactly.
    """

    EXACT = "exact"
    EXACT_FIRST = "exact first"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class KindWord:
    """The word for a kind of unit before a name, and the number of syllables it takes."""

    kind: str
    length: int
    abbreviated: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    spelling: tuple[str, ...]
    units: list[Unit]


_Entries = defaultdict[str, list[_Entry]]


class Names:
    """The units by name.

    `province_starts` are the folded first syllables of provinces; `longest` is the number of
    syllables in the longest name.
    """

    def __init__(self, units: Sequence[Unit]) -> None:
        named: defaultdict[str, list[Unit]] = defaultdict(list)
        provinces: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            named[unit.name].append(unit)
            if unit.is_province:
                provinces[unit.full_name].append(unit)
        self._entries: _Entries = defaultdict(list)
        self._initials: _Entries = defaultdict(list)
        self.province_starts = frozenset(self._add_provinces(provinces))
        for name, namesakes in named.items():
            self._add(name, namesakes)
        self._add_districts([unit for unit in units if unit.level is UnitLevel.DISTRICT])
        self._nicknames: _Entries = defaultdict(list)
        for nickname, names in NICKNAMES.items():
            meant = [unit for name in names for unit in provinces[name]]
            _enter(self._nicknames, nickname, meant)
        self._reach: defaultdict[str, int] = defaultdict(int)
        for key in (*self._entries, *self._initials):
            syllables = key.split()
            self._reach[syllables[0]] = max(self._reach[syllables[0]], len(syllables))
        self.longest = max(self._reach.values())

    def find(self, syllables: Sequence[Syllable], match: Match) -> tuple[Unit, ...]:
        """Return the units whose name all of `syllables` spell, the exact spelling first.

        Initials are looked up where no name is spelled so, "bd" before "bđ".
        """
        key, typed = _typed(syllables)
        if key in self._initials and key not in self._entries:
            return _chosen(self._initials[key], typed, Match.EXACT_FIRST)
        return _chosen(self._entries.get(key, ()), typed, match)

    def nicknamed(self, syllables: Sequence[Syllable], match: Match) -> tuple[Unit, ...]:
        """Return the provinces that people call by all of `syllables`, such as "xứ Thanh"."""
        if not is_nickname(syllables):
            return ()
        key, typed = _typed(syllables)
        return _chosen(self._nicknames.get(key, ()), typed, match)

    def reach(self, first: Syllable) -> int:
        """Return the number of syllables in the longest name that begins with `first`."""
        return self._reach.get(_with_i(first.folded), 0)

    def _add_provinces(self, provinces: Mapping[str, list[Unit]]) -> Iterator[str]:
        """Add the other ways to write provinces; yield the first syllable of each name, folded."""
        for units in provinces.values():
            syllables = words(units[0].name)
            if len(syllables) > 1:
                yield self._add("".join(syllables), units)
                if units[0].level is not UnitLevel.EARLIER_PROVINCE:  # of those nobody writes them
                    initials = "".join(syllable[0] for syllable in syllables)
                    _enter(self._initials, initials, units)
            yield spell(syllables[0])[0]
        for alias, province in PROVINCE_ALIASES.items():
            yield self._add(alias, provinces[province])

    def _add_districts(self, districts: Iterable[Unit]) -> None:
        """Add the other ways to write the former districts: "Sapa", "BMT"."""
        for unit in districts:
            syllables = words(unit.name)
            if len(syllables) > 1:
                self._add("".join(syllables), [unit])
            for other in OTHER_NAMES.get(unit.full_name, ()):
                self._add(other, [unit])

    def _add(self, name: str, units: Iterable[Unit]) -> str:
        """Add units under a name; return its first syllable, folded."""
        return _enter(self._entries, name, units)


def _enter(entries: _Entries, name: str, units: Iterable[Unit]) -> str:
    """Add units to `entries` under a name; return its first syllable, folded."""
    spelled = [spell(word) for word in words(name)]
    alike = entries[_with_i(" ".join(folded for folded, _ in spelled))]
    spelling = tuple(_with_i(marked) for _, marked in spelled)
    same = next((entry for entry in alike if entry.spelling == spelling), None)
    if same is None:
        alike.append(_Entry(spelling, [*units]))
    else:
        same.units.extend(units)
    return spelled[0][0]


def _typed(syllables: Sequence[Syllable]) -> tuple[str, tuple[str, ...]]:
    """Return the key of what was typed, and its spelling."""
    key = _with_i(" ".join(syllable.folded for syllable in syllables))
    return key, tuple(_with_i(syllable.spelled) for syllable in syllables)


@lru_cache(maxsize=8192)
def _with_i(word: str) -> str:
    """Return `word` with i where that may be written for y."""
    return _OTHER_I.sub("i", word)


def _chosen(entries: Sequence[_Entry], typed: tuple[str, ...], match: Match) -> tuple[Unit, ...]:
    chosen = [entry for entry in entries if entry.spelling == typed]
    if match is Match.CLOSE or (match is Match.EXACT_FIRST and not chosen):
        chosen += [
            entry
            for entry in entries
            if entry.spelling != typed
            and all(may_spell(own, full) for own, full in zip(typed, entry.spelling, strict=True))
        ]
    return tuple(unit for entry in chosen for unit in entry.units)


def read_kind(syllables: Sequence[Syllable], at: int) -> KindWord | None:
    """Return the word for a kind of unit that begins at syllable `at`, or None."""
    for length in (2, 1):
        typed = syllables[at : at + length]
        key = tuple(syllable.folded for syllable in typed)
        if key in KIND_WORDS and _spells(typed, KIND_WORDS[key]):
            return KindWord(KIND_WORDS[key], length, abbreviated=False)
        if key in KIND_ABBREVIATIONS:
            return KindWord(KIND_ABBREVIATIONS[key], length, abbreviated=True)
    return None


def _spells(typed: Sequence[Syllable], kind: str) -> bool:
    """Return True if each syllable is spelled in full or without any diacritic."""
    return all(
        syllable.spelled in {syllable.folded, spell(word)[1]}
        for syllable, word in zip(typed, kind.split(), strict=True)
    )
