"""Counting syllables and their neighbours, and turning counts into likelihoods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log
from typing import Final

from knowledge.language.model import EDGE, RESERVED, UNKNOWN, LanguageModel, Table

_PAIRS_DOUBT: Final = 3.0
_TRIPLES_DOUBT: Final = 5.0
"""How much each kind of neighbour counts against what its context was seen with (Witten-Bell)."""
_WHOLE: Final = 5.0
"""Weighted count from which on a neighbour casts all of that doubt: once in a question."""
_MOST_COUNTED: Final = 15.0
"""Weighted count of a pair beyond which its syllables become no likelier elsewhere."""
_UNSEEN: Final = 0.05
_STRANGE: Final = -11.0
"""Logarithm of the likelihood of a word that is no known syllable."""


class Counts:
    """Weighted counts of neighbouring syllables."""

    def __init__(self, known: Sequence[str]) -> None:
        self.syllables = (*RESERVED, *known)
        self.ids = {syllable: number for number, syllable in enumerate(self.syllables)}
        self.pairs: defaultdict[tuple[int, int], float] = defaultdict(float)
        self.triples: defaultdict[tuple[int, int, int], float] = defaultdict(float)

    def add(self, row: Sequence[str], weight: float) -> None:
        """Count the words of `row`, which begins and ends at a pause, `weight` times."""
        ids = [EDGE, EDGE, *(self.ids.get(word, UNKNOWN) for word in row), EDGE, EDGE]
        self._count(ids, weight)

    def add_inside(self, row: Sequence[str], weight: float) -> None:
        """Count the words of `row` where nothing is known of what stands around them."""
        self._count([self.ids.get(word, UNKNOWN) for word in row], weight)

    def _count(self, ids: Sequence[int], weight: float) -> None:
        for pair in pairwise(ids):
            self.pairs[pair] += weight
        for triple in zip(ids, ids[1:], ids[2:], strict=False):
            self.triples[triple] += weight


def smooth(counts: Counts) -> LanguageModel:
    """Return the model of what was counted."""
    size = len(counts.syllables)
    reversed_pairs = {pair[::-1]: count for pair, count in counts.pairs.items()}
    forward = _Direction(counts.pairs, counts.triples, _chances(counts.pairs, size))
    back = _Direction(
        reversed_pairs,
        {triple[::-1]: count for triple, count in counts.triples.items()},
        _chances(reversed_pairs, size),
    )
    table = Table(
        triples={
            (a * size + b) * size + c: log(forward.triple(a, b, c) * back.triple(c, b, a))
            for a, b, c in counts.triples
        },
        before={
            a * size + b: log(forward.doubt_after_pair(a, b) * back.pair(b, a))
            for a, b in counts.pairs
        },
        after={
            a * size + b: log(forward.pair(a, b) * back.doubt_after_pair(b, a))
            for a, b in counts.pairs
        },
        leading=_logs(back.chance),
        following=_logs(forward.chance),
        opening=[log(forward.doubt_after(one)) for one in range(size)],
        closing=[log(back.doubt_after(one)) for one in range(size)],
    )
    return LanguageModel(counts.syllables, table)


def _chances(pairs: Mapping[tuple[int, int], float], size: int) -> list[float]:
    """Return the likelihood of each id to come next after something it was never seen after.

    What makes many different pairs does so more easily than what is frequent in a few, as half of
    a compound is (Kneser and Ney).
    """
    seen = [_UNSEEN] * size
    for (_, second), count in pairs.items():
        seen[second] += min(count, _MOST_COUNTED)
    total = sum(seen)
    return [count / total for count in seen]


def _logs(chances: Sequence[float]) -> list[float]:
    alone = [log(chance) for chance in chances]
    alone[UNKNOWN] = _STRANGE
    return alone


class _Direction:
    """Likelihoods of what comes next, read in one direction."""

    def __init__(
        self,
        pairs: Mapping[tuple[int, int], float],
        triples: Mapping[tuple[int, int, int], float],
        chance: Sequence[float],
    ) -> None:
        self._pairs, self._triples, self.chance = pairs, triples, chance
        self._after: defaultdict[int, float] = defaultdict(float)
        self._doubt: defaultdict[int, float] = defaultdict(float)
        for (first, _), count in pairs.items():
            self._after[first] += count
            self._doubt[first] += _PAIRS_DOUBT * min(count, _WHOLE)
        self._after_pair: defaultdict[tuple[int, int], float] = defaultdict(float)
        self._doubt_pair: defaultdict[tuple[int, int], float] = defaultdict(float)
        for (first, second, _), count in triples.items():
            self._after_pair[first, second] += count
            self._doubt_pair[first, second] += _TRIPLES_DOUBT * min(count, _WHOLE)

    def doubt_after(self, one: int) -> float:
        """Return the share of what follows `one` that was never seen after it."""
        doubt = self._doubt.get(one, 0.0)
        return doubt / (doubt + self._after[one]) if doubt else 1.0

    def doubt_after_pair(self, first: int, second: int) -> float:
        """Return the share of what follows the pair that was never seen after it."""
        doubt = self._doubt_pair.get((first, second), 0.0)
        return doubt / (doubt + self._after_pair[first, second]) if doubt else 1.0

    def pair(self, first: int, second: int) -> float:
        """Return the likelihood of `second` after `first`."""
        doubt = self._doubt[first]
        seen = self._pairs.get((first, second), 0.0) + doubt * self.chance[second]
        return seen / (self._after[first] + doubt)

    def triple(self, first: int, second: int, third: int) -> float:
        """Return the likelihood of `third` after the pair."""
        doubt = self._doubt_pair[first, second]
        seen = self._triples[first, second, third] + doubt * self.pair(second, third)
        return seen / (self._after_pair[first, second] + doubt)
