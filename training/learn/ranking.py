"""Learns the weight of each feature in the fusion: a conditional logit (McFadden 1974).

The provisions that a question might mean compete; the weights make those that answer it likeliest
together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from index.retrieval.fusion import FEATURES, Fusion, Scores, reciprocal_ranks
from training.learn.examples import Example

_SHRINKAGE = 0.001
"""Half of this times the squared weights is added to the loss: ridge regression."""
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """The provisions that a question might mean: [candidates, features], and the `right` ones."""

    features: NDArray[np.float64]
    right: NDArray[np.bool_]


def choice(example: Example) -> Choice:
    """Return the provisions that compete for the question of `example`."""
    hits = [hit for hit in example.evidence.quotable if example.is_judged(hit.address)]
    features = [[hit.parts[name] for name in FEATURES] for hit in hits]
    return Choice(np.array(features), np.array([example.is_right(hit.address) for hit in hits]))


def fit(choices: Sequence[Choice]) -> Fusion:
    """Return the weights that make the right provisions of `choices` likeliest."""
    start = np.zeros(len(FEATURES))
    optimum = minimize(_loss, start, args=(choices,), jac=True, method="L-BFGS-B")
    return Fusion({name: round(float(w), 4) for name, w in zip(FEATURES, optimum.x, strict=True)})


def _loss(
    weights: NDArray[np.float64], choices: Sequence[Choice]
) -> tuple[float, NDArray[np.float64]]:
    """Return the mean negative log-likelihood with its penalty, and the gradient."""
    loss, gradient = 0.0, np.zeros_like(weights)
    for choice in choices:
        scores = choice.features @ weights
        odds = np.exp(scores - scores.max())
        likely = odds / odds.sum()
        right = np.where(choice.right, odds, 0)
        loss -= np.log(right.sum() / odds.sum() + 1e-12)
        gradient -= choice.features.T @ (right / (right.sum() + 1e-12) - likely)
    count = len(choices)
    penalty = _SHRINKAGE * weights
    return loss / count + float(penalty @ weights) / 2, gradient / count + penalty


Rank = Callable[[Choice], Scores]
"""Scores of the candidates, the highest first."""


def cross_validated(choices: Sequence[Choice]) -> dict[str, tuple[float, float]]:
    """Return the share of `choices` with a right provision first, and in five, by way of ranking.

    "learned" ranks each fold by weights fitted to the others.
    """
    folds = np.arange(len(choices)) % _FOLDS
    places: list[int] = []
    for fold in range(_FOLDS):
        kept = fit([choice for choice, own in zip(choices, folds, strict=True) if own != fold])
        left = [choice for choice, own in zip(choices, folds, strict=True) if own == fold]
        places += [_place(choice, by_weights(kept)(choice)) for choice in left]
    shares = {"learned": _shares(places)}
    for name, rank in plainer().items():
        shares[name] = _shares([_place(choice, rank(choice)) for choice in choices])
    return shares


def plainer() -> dict[str, Rank]:
    """Return the ways of ranking that the learned one has to beat."""
    words, meaning = by_weights(Fusion({FEATURES[0]: 1.0})), by_weights(Fusion({FEATURES[1]: 1.0}))
    return {
        "words": words,
        "meaning": meaning,
        "reciprocal ranks": lambda choice: reciprocal_ranks(words(choice), meaning(choice)),
    }


def by_weights(fusion: Fusion) -> Rank:
    """Return the ranking by the weights of `fusion`."""
    weights = np.array([fusion.weights.get(name, 0.0) for name in FEATURES])
    return lambda choice: np.asarray(choice.features @ weights, np.float32)


def _place(choice: Choice, scores: Scores) -> int:
    """Return the rank, from 0, of the first right provision."""
    return int(choice.right[np.argsort(-scores, kind="stable")].argmax())


def _shares(places: Sequence[int]) -> tuple[float, float]:
    ranks = np.array(places)
    return float((ranks < 1).mean()), float((ranks < 5).mean())  # noqa: PLR2004 - the first five
