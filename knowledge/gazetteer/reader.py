"""Reading what a person gives as a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise
from typing import Final

from knowledge.gazetteer.names import Match, Names, read_kind
from knowledge.gazetteer.place import Place
from knowledge.gazetteer.segments import places_meant, read_segment
from knowledge.gazetteer.spelling import Syllable, is_plain, read_syllables
from knowledge.gazetteer.words import LEADING

_LONGEST: Final = 24
"""Syllables read of an address, the last ones: the province stands at the end."""

_MOST_STARTS: Final = 8

_MOST_SEGMENTS: Final = 3


def read_place(text: str, names: Names) -> tuple[Place, ...]:
    """Return the places that `text` as a whole gives, several where it is ambiguous.

    House numbers, streets and hamlets before the commune are passed over.
    """
    address = _Address(text, names)
    for start in islice(address.starts(), _MOST_STARTS):
        found = address.places(start)
        if found:
            return (
                found
                if address.is_whole(start)
                else tuple(place.somewhere_inside() for place in found)
            )
    return ()


class _Address:
    """The syllables of an address, where its commas are, and the names to look them up in."""

    def __init__(self, text: str, names: Names) -> None:
        syllables = read_syllables(text)[-_LONGEST:]
        self._former = _said_to_be_former(syllables)
        self._syllables = syllables[: _end(syllables)]
        self._commas = frozenset(
            position
            for position in range(1, len(self._syllables))
            if _parts(text[syllables[position - 1].end : syllables[position].start])
        )
        self._names = names
        careless = is_plain(syllables) and not any(one.capital for one in syllables)
        self._match = Match.CLOSE if careless else Match.EXACT_FIRST

    def starts(self) -> Iterator[int]:
        """Yield where the place may begin, the longest reading first."""
        for position in range(len(self._syllables)):
            if (
                position == 0
                or position in self._commas
                or self.is_whole(position)
                or read_kind(self._syllables, position)
            ):
                yield position

    def is_whole(self, start: int) -> bool:
        """Return True if nothing narrower may be named before `start`."""
        return all(syllable.folded in LEADING for syllable in self._syllables[:start])

    def places(self, start: int) -> tuple[Place, ...]:
        """Return the places that all syllables from `start` on mean."""
        for cuts in self._cuts(start):
            edges = (start, *cuts, len(self._syllables))
            segments = [
                read_segment(self._syllables[begin:end], self._names, self._match)
                for begin, end in pairwise(edges)
            ]
            found = places_meant(segments) if all(one.units for one in segments) else ()
            if found:
                return tuple(place.of_before() for place in found) if self._former else found
        return ()

    def _cuts(self, start: int) -> Iterator[tuple[int, ...]]:
        """Yield where the names part, fewest names first; a comma always parts."""
        end = len(self._syllables)
        commas = {comma for comma in self._commas if comma > start}
        for count in range(len(commas), _MOST_SEGMENTS):
            for cuts in combinations(range(start + 1, end), count):
                if commas.issubset(cuts):
                    yield cuts


def _parts(gap: str) -> bool:
    return any(mark in gap for mark in ",;\n(")


def _end(syllables: Sequence[Syllable]) -> int:
    """Return where the place ends: before "nay thuộc …", "cũ", "Việt Nam"."""
    folded = [syllable.folded for syllable in syllables]
    for position, pair in enumerate(pairwise(folded)):
        if position and pair in {
            ("nay", "la"),
            ("nay", "thuoc"),
            ("truoc", "khi"),
            ("viet", "nam"),
        }:
            return position
    return len(folded) - (folded[-1:] == ["cu"] and len(folded) > 1)


def _said_to_be_former(syllables: Sequence[Syllable]) -> bool:
    folded = [syllable.folded for syllable in syllables]
    return folded[-1:] == ["cu"] or ("truoc", "khi") in pairwise(folded)
