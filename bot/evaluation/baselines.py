"""Plainer ways of searching, to show what each part of the real one is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from index.hit import Hit
from index.retrieval.fusion import DENSE, LEXICAL, reciprocal_ranks
from knowledge.law.resolution import Address

BM25 = "bm25"
VECTORS = "dense"
RECIPROCAL_RANKS = "reciprocal_ranks"
SEARCH = "search"

_SHOWN = 10


def plainer_rankings(hits: Sequence[Hit]) -> Mapping[str, list[Address]]:
    """Return the ten best of `hits`, all provisions within reach, as plainer searches rank them.

    By words alone, by vectors alone, by both joined by their reciprocal ranks, and by the search
    before what it finds is judged.
    """
    words = np.array([hit.parts[LEXICAL] for hit in hits], np.float32)
    meaning = np.array([hit.parts[DENSE] for hit in hits], np.float32)
    scores = {
        BM25: words,
        VECTORS: meaning,
        RECIPROCAL_RANKS: reciprocal_ranks(words, meaning),
        SEARCH: np.array([hit.score for hit in hits], np.float32),
    }
    return {
        name: [hits[place].address for place in np.argsort(-own_scores, kind="stable")[:_SHOWN]]
        for name, own_scores in scores.items()
    }
