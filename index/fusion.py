"""Joining the retrievers' scores into one between 0 and 1.

Each retriever gives a share in 0..1 that means the same for every question and every scope: of the
words, BM25 divided by the best that the question could reach; of the meaning, the cosine above the
model's background. The joined score is their weighted mean. Against normalising by the candidates
at hand (min-max, standard score) this ranked as well or better, and it keeps scores comparable
between questions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
"""One number a candidate: [candidates]."""

LEXICAL = "lexical"
DENSE = "dense"


def _default_weights() -> Mapping[str, float]:
    return MappingProxyType({LEXICAL: 0.5, DENSE: 0.5})


@dataclass(frozen=True, slots=True)
class Fusion:
    """How much each retriever counts, by its name.

    `lead_penalty` is taken from provisions that only introduce others: what they say in general
    terms, one of those says exactly.
    """

    weights: Mapping[str, float] = field(default_factory=_default_weights)
    lead_penalty: float = 0.04

    def without(self, retriever: str) -> Fusion:
        """Return the fusion in which `retriever` does not count."""
        weights = {**self.weights, retriever: 0.0}
        return replace(self, weights=MappingProxyType(weights))

    def join(self, shares: Mapping[str, Scores], leads: NDArray[np.bool_]) -> Scores:
        """Return the joined scores of the candidates, each in 0..1.

        `shares` holds one array for each name in `weights`; `leads` marks the introductions.
        """
        total = sum(self.weights.values())
        joined: Scores = np.zeros(leads.shape, np.float32)
        for name, weight in self.weights.items():
            joined += shares[name] * (weight / total)
        joined -= np.float32(self.lead_penalty) * leads
        np.clip(joined, 0, 1, out=joined)
        return joined


def lexical_share(scores: Scores, ceiling: float) -> Scores:
    """Return BM25 `scores` as shares of `ceiling`, the most that the question can reach."""
    shares: Scores = scores / np.float32(ceiling or 1)
    return shares


def dense_share(cosines: Scores, background: float) -> Scores:
    """Return how far `cosines` stand above `background`, the cosine of unrelated texts."""
    shares: Scores = np.clip((cosines - background) / (1 - background), 0, 1)
    return shares
