"""Ranking what was found anew: by how probably it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answer.selection.fit.features import FEATURES, LACKS, STATES, features_of
from bot.answer.selection.fit.network import Network, learned
from bot.answer.values import Reading
from index.hit import Found, Hit
from knowledge.law.resolution import Resolution

CANDIDATES = 30
"""Provisions, best by the search, that are judged."""


def fitted(
    reading: Reading,
    results: Found,
    library: Mapping[str, Resolution],
    network: Network | None = None,
) -> Found:
    """Return `results` with its best provisions ranked by the log-odds that they answer `reading`.

    Their `score` is those log-odds, and their parts tell whether they state what amount is asked
    for; what lies behind them is left out.
    """
    judge = network or learned()
    return replace(
        results,
        hits=_judged(reading, results, results.hits, library, judge),
        anywhere=_judged(reading, results, results.anywhere, library, judge),
    )


def _judged(
    reading: Reading,
    results: Found,
    hits: tuple[Hit, ...],
    library: Mapping[str, Resolution],
    network: Network,
) -> tuple[Hit, ...]:
    candidates = hits[:CANDIDATES]
    features = features_of(reading, results, candidates, library)
    odds = network.log_odds(features).tolist()
    states, lacks = (features[:, FEATURES.index(name)].tolist() for name in (STATES, LACKS))
    judged = (
        replace(hit, score=log_odds, parts={**hit.parts, STATES: stated, LACKS: lacking})
        for hit, log_odds, stated, lacking in zip(candidates, odds, states, lacks, strict=True)
    )
    return tuple(sorted(judged, key=lambda hit: -hit.score))
