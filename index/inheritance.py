"""Passing what topics have in common with a question on to the passages of their provisions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.fusion import Scores
from index.samples import Near, SampleIndex
from knowledge.resolution import Address

_DISCOUNT = 0.02
"""What a topic's figure, in 0..1, loses with each unit of the logarithm of a probability. Of 0.005
to 0.05 this found most with the documents one after the other assigned by machine."""
_BY_CHANCE = 0.001
"""The probability that a provision belongs to a topic to which nobody assigned it: without it even
what persons assigned found less, since topics overlap."""


class Inheritance:
    """Knows the topics of each passage."""

    def __init__(self, samples: SampleIndex, addresses: Sequence[Address]) -> None:
        """Join the memberships with the `addresses` of the passages, in their order."""
        numbers = {topic.name: number for number, topic in enumerate(samples.topics)}
        by_address: dict[Address, list[tuple[int, float]]] = {}
        for one in samples.memberships:
            by_address.setdefault(one.address, []).append((numbers[one.topic], one.weight))
        of_passages = [by_address.get(address, []) for address in addresses]
        pairs = [pair for found in of_passages for pair in found]
        sizes = np.array([len(found) for found in of_passages], np.int64)
        self._passages, self._count = len(addresses), len(numbers)
        self._heirs = np.flatnonzero(sizes)
        self._starts = (np.cumsum(sizes) - sizes)[self._heirs]
        self._topics = np.array([topic for topic, _ in pairs], np.int64)
        weights = np.array([weight for _, weight in pairs], np.float32)
        self._losses = _DISCOUNT * np.log(np.maximum(weights, _BY_CHANCE))

    def inherit(self, near: Near) -> dict[str, Scores]:
        """Return for each feature what every passage has from its best topic: [passages]."""
        return {name: self._best(values[: self._count]) for name, values in near.items()}

    def _best(self, of_topics: Scores) -> Scores:
        by_chance = of_topics.max(initial=0) + _DISCOUNT * np.log(_BY_CHANCE)
        best = np.full(self._passages, by_chance, np.float32)
        if self._heirs.size:
            inherited = of_topics[self._topics] + self._losses
            highest = np.maximum.reduceat(inherited, self._starts)
            best[self._heirs] = np.maximum(highest, by_chance)
        return best
