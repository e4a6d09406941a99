"""Joins the figures that the retrievers give of a provision into one score.

Each retriever gives features in 0..1 that mean the same for every question and every scope: of the
words, BM25 divided by the best that the question could reach; of the meaning, the cosine above the
model's background. The joined score is their weighted sum, a log-odds up to a constant: the weights
are those of a conditional logit over the provisions that a question might mean (McFadden 1974),
learned by `python -m training.learn`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

Scores = NDArray[np.float32]
"""A number for each candidate: [candidates]."""

LEXICAL = "lexical"
DENSE = "dense"
DENSE_IN_CONTEXT = "dense_in_context"
"""The same of the provision read below its headings and leads."""
TOPIC_WORDS = "topic_words"
"""The mean share of words of the three nearest sample questions of a topic with the question."""
TOPIC_MEANING = "topic_meaning"
"""The same by meaning."""
TOPIC_NEAREST = "topic_nearest"
"""The mean of both shares of the nearest sample question of the topic."""
TOPIC_WHOLE = "topic_whole"
"""The share of words of the question with the name and all samples of the topic together.

Three samples say too little of the subject of a topic: a word that none of them has may stand in
twenty others.
"""
NEAR = (TOPIC_WORDS, TOPIC_MEANING, TOPIC_NEAREST, TOPIC_WHOLE)
TOKENS = "tokens"
"""The nearness of the tokens of the question to those of the provision: of the best hits alone."""
LEAD = "lead"
"""1 for a provision that only introduces others, one of which says more than it does."""
FEATURES = (LEXICAL, DENSE, DENSE_IN_CONTEXT, *NEAR, LEAD)

_LEARNED = Path(__file__).parent / "fusion.json"
_WEIGHTS = TypeAdapter(dict[str, float])
_RANK_CONSTANT = 60
"""As in Cormack, Clarke and Büttcher 2009, who introduced the fusion of reciprocal ranks."""


@dataclass(frozen=True, slots=True)
class Fusion:
    """The weight of each feature by its name; a feature without a weight counts nothing."""

    weights: Mapping[str, float]

    def join(self, features: Mapping[str, Scores]) -> Scores:
        """Return the weighted sums of the candidates, of those `features` that they have."""
        parts = [
            values * np.float32(self.weights.get(name, 0.0)) for name, values in features.items()
        ]
        joined: Scores = np.sum(parts, axis=0, dtype=np.float32)
        return joined


@cache
def learned() -> Fusion:
    """Return the fusion with the weights that come with the project."""
    return Fusion(MappingProxyType(_WEIGHTS.validate_json(_LEARNED.read_bytes())))


def write_learned(fusion: Fusion, path: Path = _LEARNED) -> None:
    """Write the weights of `fusion` as those that come with the project."""
    path.write_bytes(_WEIGHTS.dump_json(dict(fusion.weights), indent=2) + b"\n")


def reciprocal_ranks(*rankings: Scores) -> Scores:
    """Return the sums of 1 / (60 + rank) of the candidates over `rankings` of the same length."""
    shares = [1 / (_RANK_CONSTANT + _ranks(scores)) for scores in rankings]
    return np.asarray(np.sum(shares, axis=0), np.float32)


def lexical_share(scores: Scores, ceiling: float) -> Scores:
    """Return BM25 `scores` as shares of `ceiling`, the most that the question can reach."""
    shares: Scores = scores / np.float32(ceiling or 1)
    return shares


def dense_share(cosines: Scores, background: float) -> Scores:
    """Return `cosines` as shares, in 0..1, of the way from `background` to 1.

    `background` is the cosine of unrelated texts.
    """
    shares: Scores = np.clip((cosines - background) / (1 - background), 0, 1)
    return shares


def _ranks(scores: Scores) -> NDArray[np.int64]:
    """Return the place of each score, the highest having 1."""
    ranks = np.empty(len(scores), np.int64)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks
