"""Reads the place that a person gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations, islice, pairwise, takewhile
from typing import Final

from knowledge.gazetteer.names.names import Match, Names, read_kind
from knowledge.gazetteer.names.segments import NameSegment, places_meant, read_segment, said_twice
from knowledge.gazetteer.place import Place
from knowledge.gazetteer.spelling import Syllable, is_plain, read_syllables, spell
from knowledge.gazetteer.telling.telling import told_before
from knowledge.gazetteer.telling.times import cut_closing, cut_further

_LONGEST: Final = 24
"""Syllables read of an address, the last ones: the province stands at the end."""

_MOST_STARTS: Final = 8

_MOST_SEGMENTS: Final = 3

_JOINT: Final = spell("thuộc")[1]
_WORD: Final = re.compile(r"\w")


def read_place(text: str, names: Names) -> tuple[Place, ...]:
    """Return the places that `text` as a whole gives, several where it is ambiguous.

    House numbers, streets and hamlets before the commune are passed over; "cũ" and "mới" behind it
    tell of which time the province is, unless they belong to the name ("Chợ Mới").
    """
    return _read(text, names, _MOST_STARTS)


def read_whole_place(text: str, names: Names) -> tuple[Place, ...]:
    """Return the same where the place is named from the first word of `text` on."""
    return _read(text, names, 1)


def _read(text: str, names: Names, most: int) -> tuple[Place, ...]:
    syllables, time = cut_further(read_syllables(text)[-_LONGEST:])
    places = _read_timeless(text, syllables, names, most)
    # only then: the word for a time may belong to the name ("Chợ Mới")
    closing = None if places else cut_closing(syllables)
    if closing:
        syllables, time = closing
        places = _read_timeless(text, syllables, names, most)
    return tuple(time.of(place) for place in places)


def _read_timeless(
    text: str, syllables: Sequence[Syllable], names: Names, most: int
) -> tuple[Place, ...]:
    """Return the places that are named from one of the first `most` starts on."""
    # "thuộc" between two names is no part of either
    inner = (syllable for syllable in syllables[1:-1] if syllable.spelled != _JOINT)
    address = _Address(text, [*syllables[:1], *inner, *syllables[1:][-1:]], names)
    for start in islice(address.starts(), most):
        places = address.places(start)
        if places:
            return (
                places
                if address.is_whole(start)
                else tuple(place.somewhere_inside() for place in places)
            )
    return ()


class _Address:
    """The syllables of an address, where its commas are, and the names to look them up in."""

    def __init__(self, text: str, syllables: Sequence[Syllable], names: Names) -> None:
        self._syllables = syllables
        gaps = (text[before.end : after.start] for before, after in pairwise(syllables))
        self._commas = frozenset(
            position
            for position, gap in enumerate(gaps, start=1)  # a joint that was cut parts names, too
            if any(mark in gap for mark in ",;\n(") or _WORD.search(gap)
        )
        self._names = names
        lengths = (statement.length for statement in told_before(text, syllables))
        self._told = frozenset(accumulate(lengths, initial=0))
        careless = is_plain(syllables) and not any(syllable.capital for syllable in syllables)
        self._match = Match.CLOSE if careless else Match.EXACT_FIRST
        self._segments: dict[tuple[int, int], NameSegment] = {}

    def starts(self) -> Iterator[int]:
        """Yield the possible beginnings of the place, the longest reading first."""
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
        return start in self._told

    def places(self, start: int) -> tuple[Place, ...]:
        """Return the places that all syllables from `start` on mean, the narrowest named first.

        Many name it last ("Lâm Đồng, Đà Lạt"), which counts where the usual order makes no sense.
        """
        chains: list[Sequence[NameSegment]] = []
        for chain in self._chains(start):
            places = places_meant(chain, towns_first=True)
            if places:
                return places
            chains.append(chain)
        return _widest_first(chains)

    def _chains(self, start: int) -> Iterator[Sequence[NameSegment]]:
        """Yield the names that the syllables from `start` on may be, each known."""
        for cuts in self._cuts(start):
            edges = (start, *cuts, len(self._syllables))
            segments = (self._segment(begin, end) for begin, end in pairwise(edges))
            known = tuple(takewhile(lambda segment: segment.units, segments))
            if len(known) == len(edges) - 1:
                yield known

    def _segment(self, begin: int, end: int) -> NameSegment:
        if (begin, end) not in self._segments:
            typed = self._syllables[begin:end]
            self._segments[begin, end] = read_segment(typed, self._names, self._match)
        return self._segments[begin, end]

    def _cuts(self, start: int) -> Iterator[tuple[int, ...]]:
        """Yield the cuts between the names, fewest names first; a comma always cuts."""
        end = len(self._syllables)
        commas = {comma for comma in self._commas if comma > start}
        for count in range(len(commas), _MOST_SEGMENTS):
            for cuts in combinations(range(start + 1, end), count):
                if commas.issubset(cuts):
                    yield cuts


def _widest_first(chains: Iterable[Sequence[NameSegment]]) -> tuple[Place, ...]:
    """Return the places that names mean of which the province comes first, or is said twice.

    Two provinces are no place and its province, though a commune is called like one of them.
    """
    widest_first = [chain for chain in chains if len(chain) > 1 and chain[0].of_province]
    twice = filter(None, (said_twice(chain) for chain in widest_first))
    narrow = (chain for chain in widest_first if chain[-1].kind or not chain[-1].of_province)
    orders = (*twice, *(chain[::-1] for chain in narrow))
    return next(filter(None, (places_meant(order, towns_first=True) for order in orders)), ())
