"""Features of a question and a provision that was found for it, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.answer.selection.fit.profile import profile_in
from bot.answer.values import Reading
from index.hit import Found, Hit
from index.retrieval.fusion import DENSE, DENSE_IN_CONTEXT, LEAD, LEXICAL, NEAR, TOKENS
from knowledge.language.text import syllables
from knowledge.law.resolution import Resolution
from knowledge.matters.lists.outside import OutsideKind

Table = NDArray[np.float64]
"""[candidates, features]."""

STATES, LACKS = "states", "lacks"
"""1 if a provision states, or lacks, the kind of amount that is asked for, else 0."""
SEARCHED = (LEXICAL, DENSE, DENSE_IN_CONTEXT, *NEAR, LEAD)
"""Features that the search gives to a provision."""
_TYPICAL = 0.5
"""The mean nearness of tokens, for a model that tells of none."""
_SCALE = 10.0
"""Log-odds of the search that are one step of a feature."""
_LONG_QUESTION, _LONG_PROVISION = 30, 200
"""Syllables from which on longer ones are alike."""

FEATURES = (
    *SEARCHED, TOKENS, "tokens_behind",
    "behind", "rank", "score", STATES, LACKS, "formal", "urging", "length", "nationwide",
    "topic", "uncovered", *(kind.value for kind in OutsideKind), "civic", "asked_length",
)  # fmt: skip
"""tokens_behind: how much nearer the tokens of the best candidate come. behind: how far the search
ranks it behind the first, `_SCALE` log-odds being 1; rank: one over its rank; score: its log-odds
by the search. formal, urging, length, nationwide: its profile. topic, uncovered, field, law, talk:
how near the question comes to a topic, to one that nothing within reach speaks of, and to matters
outside. civic, asked_length: of the question."""


def features_of(
    reading: Reading, results: Found, hits: Sequence[Hit], library: Mapping[str, Resolution]
) -> Table:
    """Return the features of the `hits`, best first by the search: [candidates, features]."""
    about = _of_question(reading, results)
    best = hits[0].score if hits else 0.0
    nearest = max((hit.parts.get(TOKENS, _TYPICAL) for hit in hits), default=_TYPICAL)
    rows = [
        [*_of_search(hit, rank, best, nearest), *_of_provision(reading, hit, library), *about]
        for rank, hit in enumerate(hits, 1)
    ]
    return np.array(rows, np.float64).reshape(len(hits), len(FEATURES))


def _of_search(hit: Hit, rank: int, best: float, nearest: float) -> list[float]:
    match = hit.parts.get(TOKENS, _TYPICAL)
    return [
        *(hit.parts.get(name, 0.0) for name in SEARCHED),
        match,
        nearest - match,
        min((best - hit.score) / _SCALE, 1.0),
        1 / rank,
        hit.score / _SCALE,
    ]


def _of_provision(reading: Reading, hit: Hit, library: Mapping[str, Resolution]) -> list[float]:
    profile = profile_in(library, hit.address)
    states = reading.measure in profile.states
    return [
        float(states),
        float(reading.measure is not None and not states),
        float(profile.formal),
        profile.urging,
        min(profile.length, _LONG_PROVISION) / _LONG_PROVISION,
        float(profile.nationwide),
    ]


def _of_question(reading: Reading, results: Found) -> list[float]:
    topic = results.topics[0].score if results.topics else 0.0
    return [
        topic / _SCALE,
        max(0.0, topic - results.topic_within) / _SCALE,
        *(nearness(results, kind) / _SCALE for kind in OutsideKind),
        float(reading.civic),
        min(len(syllables(reading.searched)), _LONG_QUESTION) / _LONG_QUESTION,
    ]


def nearness(results: Found, kind: OutsideKind) -> float:
    """Return the score of the nearest matter of `kind`, less where a provision speaks of it."""
    hit = results.matters.get(kind)
    return hit.score * (1 - hit.covered) if hit else 0.0
