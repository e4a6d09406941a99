"""Tells syllables of a question that name a unit from those that only sound like one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.gazetteer.finding.question import NamedQuestion
from knowledge.gazetteer.lists.units import Unit, UnitLevel
from knowledge.gazetteer.names.names import KindWord, Match, Names, read_kind
from knowledge.gazetteer.names.segments import NameSegment, worded_segment
from knowledge.gazetteer.names.words import (
    NEVER_BARE,
    ORDINARY_NAMES,
    ORDINARY_PROVINCES,
    PLAIN_ORDINARY_PROVINCES,
    TOWNS,
)
from knowledge.gazetteer.place import Place

_FEWEST: Final = 2
"""Syllables in the name of a commune or district that is recognised in lower case."""


@dataclass(frozen=True, slots=True)
class Named:
    """Syllables `first` up to `last` (not included) of a question, and what they name."""

    first: int
    last: int
    segment: NameSegment


class NameEvidence:
    """The names in one question. `known` are places whose communes are found by bare name."""

    def __init__(self, question: NamedQuestion, names: Names, known: Iterable[Place]) -> None:
        self._question = question
        self._names = names
        self._known = frozenset((place.province, place.commune) for place in known)

    def all_named(self) -> Iterator[Named]:
        """Yield the names in order, none overlapping."""
        position = 0
        while position < len(self._question.syllables):
            after, named = self._question.after(position), None
            if after == position + 1:  # else a phrase begins here that is no place
                named = self._worded(position) or self._province(position) or self._bare(position)
            if named:
                yield named
            position = named.last if named else after

    def before(self, wider: Named, floor: int) -> Iterator[Named]:
        """Yield bare names of communes and districts right before `wider`, longest first."""
        for first in range(max(floor, wider.first - self._names.longest), wider.first):
            units = self._communes_and_districts(first, wider.first)
            if units:
                yield Named(first, wider.first, NameSegment(None, units))

    def _worded(self, first: int) -> Named | None:
        """Return the name that begins with the word for a kind of unit, such as "xã Trường Yên"."""
        word = read_kind(self._question.syllables, first)
        if word is None or self._question.ordinary_kind(first):
            return None
        begin = first + word.length
        for last in self._ends(begin) if self._question.follows(begin) else ():
            segment = worded_segment(
                word.kind,
                self._question.syllables[begin:last],
                self._names,
                self._match(begin, last),
            )
            if segment and self._worded_in_earnest(word, first, last, segment):
                return Named(first, last, segment)
        return None

    def _worded_in_earnest(
        self, word: KindWord, first: int, last: int, segment: NameSegment
    ) -> bool:
        begin = first + word.length
        if self._question.capitalised(begin, last):
            return True
        if any(unit.is_province for unit in segment.units):
            return self._said_in_full(word, first)
        return self._said_in_full(word, first) and self._unusual(begin, last)

    def _said_in_full(self, word: KindWord, first: int) -> bool:
        """Return True unless the kind is a mere letter, which teencode uses for other words."""
        return (
            not word.abbreviated
            or word.kind == "thành phố"
            or self._question.dotted(first + word.length - 1)
        )

    def _province(self, first: int) -> Named | None:
        """Return the province that is named without a word for its kind."""
        starts = self._question.syllables[first].folded in self._names.province_starts
        if not starts or self._question.kind_before(first):
            return None
        for last in self._ends(first):
            units = self._find(first, last, self._province_match(first, last))
            # An earlier province is seldom meant: a person, a river or a firm may be called so.
            earlier = self._question.cue_before(first) or self._question.said_former(last)
            provinces = tuple(
                unit
                for unit in units
                if unit.is_province and (earlier or unit.level is not UnitLevel.EARLIER_PROVINCE)
            )
            if provinces:
                return Named(first, last, NameSegment(None, provinces))
        return None

    def _province_match(self, first: int, last: int) -> Match | None:
        """Return the match that the spelling needs, None if the words mean something else."""
        name = self._question.folded(first, last)
        if self._question.cue_before(first):
            return Match.EXACT_FIRST
        if name in NEVER_BARE:
            return None
        if self._question.capitalised(first, last):
            return Match.EXACT_FIRST
        if self._question.plain:
            return None if name in PLAIN_ORDINARY_PROVINCES else Match.CLOSE
        return None if name in ORDINARY_PROVINCES else Match.EXACT

    def _bare(self, first: int) -> Named | None:
        """Return the commune or district that is named without a word for its kind."""
        for last in self._ends(first):
            named = self._communes_and_districts(first, last)
            units = tuple(unit for unit in named if self._meant_bare(unit, first, last))
            if units:
                return Named(first, last, NameSegment(None, units))
        return None

    def _meant_bare(self, unit: Unit, first: int, last: int) -> bool:
        """Return True for a known commune; for others where capitals and more speak for a place."""
        if unit.level is UnitLevel.COMMUNE and (unit.province, unit.commune) in self._known:
            return True
        if last - first < _FEWEST or not self._question.capitalised(first, last):
            return False
        return unit.kind in TOWNS or self._question.cue_before(first)

    def _communes_and_districts(self, first: int, last: int) -> tuple[Unit, ...]:
        if not (self._question.capitalised(first, last) or self._unusual(first, last)):
            return ()
        units = self._find(first, last, self._match(first, last))
        return tuple(unit for unit in units if not unit.is_province)

    def _match(self, first: int, last: int) -> Match:
        """Return the match that the name of a commune or district needs."""
        if self._question.capitalised(first, last):
            return Match.EXACT_FIRST
        return Match.CLOSE if self._question.plain else Match.EXACT

    def _unusual(self, first: int, last: int) -> bool:
        """Return True if the syllables are hardly ever anything but a name."""
        return last - first >= _FEWEST and self._question.folded(first, last) not in ORDINARY_NAMES

    def _ends(self, first: int) -> Iterable[int]:
        """Return the possible ends of a name that begins at `first`, the longest first."""
        reach = self._names.reach(self._question.syllables[first])
        return range(self._question.unbroken(first, reach), first, -1)

    def _find(self, first: int, last: int, match: Match | None) -> tuple[Unit, ...]:
        if match is None:
            return ()
        return self._names.find(self._question.syllables[first:last], match)
