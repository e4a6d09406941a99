"""Counts syllables and their neighbours, and turns counts into likelihoods."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from knowledge.language.syllables.model import EDGE, RESERVED, UNKNOWN, LanguageModel, Table

Ids = NDArray[np.int64]
Floats = NDArray[np.float64]

_PAIRS_DOUBT: Final = 3.0
_TRIPLES_DOUBT: Final = 5.0
"""The weight of each kind of neighbour against all that its context was seen with (Witten-Bell)."""
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
        self._ids, self._lengths, self._weights = array("q"), array("q"), array("d")

    def add(self, row: Sequence[str], weight: float) -> None:
        """Count the words of `row`, which begins and ends at a pause, `weight` times."""
        ids = (EDGE, EDGE, *(self.ids.get(word, UNKNOWN) for word in row), EDGE, EDGE)
        self._add(ids, weight)

    def add_inside(self, row: Sequence[str], weight: float) -> None:
        """Count the words of `row` where nothing is known of what stands around them."""
        self._add([self.ids.get(word, UNKNOWN) for word in row], weight)

    def neighbours(self, number: int) -> Neighbours:
        """Return what was counted of so many syllables in a row."""
        # The ids of all rows lie end to end: a start counts if its last syllable is of its own row.
        ids, weights = np.array(self._ids), np.array(self._weights)
        row = np.repeat(np.arange(len(weights)), np.array(self._lengths))
        starts = np.arange(max(0, len(ids) - number + 1))
        starts = starts[row[starts] == row[starts + number - 1]]
        joined = _joined(ids[starts[:, None] + np.arange(number)], len(self.syllables))
        _, first, places = np.unique(joined, return_index=True, return_inverse=True)
        counts = _sums(places, weights[row[starts]], len(first))
        order = first.argsort()
        return Neighbours(ids[starts[first[order]][:, None] + np.arange(number)], counts[order])

    def _add(self, ids: Sequence[int], weight: float) -> None:
        self._ids.extend(ids)
        self._lengths.append(len(ids))
        self._weights.append(weight)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Syllables that stand in a row: [rows, syllables], and how often they do: [rows].

    The row that was seen first comes first.
    """

    ids: Ids
    counts: Floats

    @property
    def backwards(self) -> Neighbours:
        """Return the same, read from right to left."""
        return Neighbours(self.ids[:, ::-1], self.counts)


def smooth(counts: Counts) -> LanguageModel:
    """Return the model of what was counted."""
    size = len(counts.syllables)
    pairs, triples = counts.neighbours(2), counts.neighbours(3)
    forward = _Direction(pairs, triples, size)
    back = _Direction(pairs.backwards, triples.backwards, size)
    joined = _joined(pairs.ids, size)
    table = Table(
        triples=_logs_of(_joined(triples.ids, size), forward.triples * back.triples),
        before=_logs_of(joined, forward.doubt_after_pairs * back.pairs),
        after=_logs_of(joined, forward.pairs * back.doubt_after_pairs),
        leading=_logs(back.chance),
        following=_logs(forward.chance),
        opening=np.log(forward.doubt_after).tolist(),
        closing=np.log(back.doubt_after).tolist(),
    )
    return LanguageModel(counts.syllables, table)


def _joined(ids: Ids, size: int) -> Ids:
    """Return the ids of each row as digits of one number."""
    joined: Ids = ids @ (size ** np.arange(ids.shape[1], dtype=np.int64)[::-1])
    return joined


def _logs_of(joined: Ids, likelihoods: Floats) -> dict[int, float]:
    return dict(zip(joined.tolist(), np.log(likelihoods).tolist(), strict=True))


def _logs(chances: Floats) -> list[float]:
    alone: list[float] = np.log(chances).tolist()
    alone[UNKNOWN] = _STRANGE
    return alone


class _Direction:
    """Likelihoods of what comes next, read in one direction.

    `chance` is that of each id to come next after something it was never seen after, `doubt_after`
    the share of what follows it that was never seen after it: [ids]. `pairs` and `triples` are the
    likelihoods of the last of each, `doubt_after_pairs` is as `doubt_after`: [pairs], [triples].
    """

    def __init__(self, pairs: Neighbours, triples: Neighbours, size: int) -> None:
        # Witten-Bell, for pairs and for triples alike: a neighbour has the likelihood
        # (its count + doubt * its likelihood in less context) / (all counts + doubt).
        first, second = pairs.ids.T
        self.chance = _chances(second, pairs.counts, size)
        after, doubt = _following(first, pairs.counts, _PAIRS_DOUBT, size)
        self.doubt_after = _share(doubt, after)
        unseen = doubt[first] * self.chance[second]
        self.pairs = (pairs.counts + unseen) / (after[first] + doubt[first])
        head = _places(triples.ids[:, :2], pairs.ids, size)
        tail = _places(triples.ids[:, 1:], pairs.ids, size)
        after, doubt = _following(head, triples.counts, _TRIPLES_DOUBT, len(pairs.ids))
        self.doubt_after_pairs = _share(doubt, after)
        unseen = doubt[head] * self.pairs[tail]
        self.triples = (triples.counts + unseen) / (after[head] + doubt[head])


def _chances(following: Ids, counts: Floats, size: int) -> Floats:
    """Return the chance of each id that follows in a pair of so many `counts`.

    A syllable that makes many different pairs follows another one more easily than one that is
    frequent in a few pairs, as half of a compound is (Kneser and Ney).
    """
    seen = np.full(size, _UNSEEN)
    np.add.at(seen, following, np.minimum(counts, _MOST_COUNTED))
    chances: Floats = seen / sum(seen.tolist())
    return chances


def _following(before: Ids, counts: Floats, doubt: float, size: int) -> tuple[Floats, Floats]:
    """Return how much follows each of what stands `before`, and how much `doubt` that casts."""
    cast = doubt * np.minimum(counts, _WHOLE)
    return _sums(before, counts, size), _sums(before, cast, size)


def _sums(places: Ids, values: Floats, size: int) -> Floats:
    """Return the sum of the `values` that belong to each of the places: [size]."""
    return np.bincount(places, values, size).astype(np.float64)


def _share(doubt: Floats, after: Floats) -> Floats:
    share = np.ones_like(doubt)
    np.divide(doubt, doubt + after, out=share, where=doubt > 0)
    return share


def _places(wanted: Ids, pairs: Ids, size: int) -> Ids:
    """Return where in `pairs` each of the pairs `wanted` stands, all of which are there."""
    joined = _joined(pairs, size)
    order = joined.argsort()
    places: Ids = order[np.searchsorted(joined, _joined(wanted, size), sorter=order)]
    return places
