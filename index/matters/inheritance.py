"""Passes the nearness of groups to a question on to the passages that belong to them.

A group is a topic or a matter outside.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.matters.sample_index import Near, SampleIndex
from index.retrieval.dense import Positions
from index.retrieval.fusion import Scores
from knowledge.law.resolution import Address

_DISCOUNT = 0.02
"""The loss of a group's figure, in 0..1, with each unit of the logarithm of a probability. Of 0.005
to 0.05 this found most when one document after the other was assigned by machine."""
_BY_CHANCE = 0.001
"""The probability that a provision belongs to a topic to which nobody assigned it: without it even
the assignments of persons found less, since topics overlap. No provision belongs by chance to a
matter outside, or to a topic of which nothing in the library speaks.
"""


class Inheritance:
    """Knows the topics of each passage."""

    def __init__(self, samples: SampleIndex, addresses: Sequence[Address]) -> None:
        """Join the memberships with the `addresses` of the passages, in their order."""
        names = [topic.name for topic in samples.topics]
        names += [matter.name for matter in samples.matters]
        numbers = {name: number for number, name in enumerate(names)}
        by_address: dict[Address, list[tuple[int, float]]] = {}
        for tie in samples.memberships:
            by_address.setdefault(tie.address, []).append((numbers[tie.topic], tie.weight))
        of_passages = [by_address.get(address, []) for address in addresses]
        # All pairs lie end to end, so that one reduction finds the best of every passage at once.
        pairs = [pair for ties in of_passages for pair in ties]
        sizes = np.array([len(ties) for ties in of_passages], np.int64)
        self._passages = len(addresses)
        self._count = len(names)
        self._heirs = np.flatnonzero(sizes)
        self._starts = (np.cumsum(sizes) - sizes)[self._heirs]
        self._heir_of = np.repeat(np.arange(len(addresses)), sizes)
        self._topics = np.array([topic for topic, _ in pairs], np.int64)
        self._weights = np.array([weight for _, weight in pairs], np.float32)
        self._spoken_of = np.unique(self._topics[self._topics < len(samples.topics)])
        self._losses = _DISCOUNT * np.log(np.maximum(self._weights, _BY_CHANCE))

    def inherit(self, near: Near) -> dict[str, Scores]:
        """Return the figures that every passage has from its best topic, by feature: [passages]."""
        return {name: self._best(values) for name, values in near.items()}

    def covered(self, scope: Positions) -> Scores:
        """Return the probability that a passage of `scope` belongs to each group: [groups]."""
        within = np.isin(self._heir_of, scope)
        surest = np.zeros(self._count, np.float32)
        np.maximum.at(surest, self._topics[within], self._weights[within])
        return surest

    def _best(self, of_groups: Scores) -> Scores:
        by_chance = of_groups[self._spoken_of].max(initial=0) + _DISCOUNT * np.log(_BY_CHANCE)
        best = np.full(self._passages, by_chance, np.float32)
        if self._heirs.size:
            inherited = of_groups[self._topics] + self._losses
            highest = np.maximum.reduceat(inherited, self._starts)
            best[self._heirs] = np.maximum(highest, by_chance)
        return best
