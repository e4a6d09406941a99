"""Learning what becomes of a question from what the search finds: logistic models of signals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from bot.answer.selection.estimate import OUTCOMES, EstimateModel, Weights, estimate_from, signals
from bot.answer.values import Status
from training.learn.examples import Example

_FOLDS = 5
_ASKED = 8.0
"""What a question of a set counts beside a sample: it was written without a look at the topics."""
_ASKED_FOR_FIRST = 100.0
_COSTS = {Status.NOT_FOUND: 3.0, Status.OUT_OF_SCOPE: 2.0}
"""What it costs to answer a question that no provision answers, beside refusing one that some do:
a wrong citation is worse than no answer."""

Matrix = NDArray[np.float64]


def fit(asked: Sequence[Example], samples: Sequence[Example]) -> EstimateModel:
    """Return the model of the questions `asked` by others and of the `samples`.

    The first provision is right more often for what is asked than for samples, many of which were
    written to be hard; so that model is told little of them.
    """
    examples = [*asked, *samples]
    observed = [_signals(one) for one in examples]
    names = tuple(observed[0])
    table = np.array([[one[name] for name in names] for one in observed])
    scaler = StandardScaler().fit(table)
    known = scaler.transform(table)
    costs = [_COSTS.get(one.outcome, 1.0) for one in examples]
    outcomes = _logistic(
        known,
        [one.outcome.value for one in examples],
        np.multiply(costs, [_ASKED] * len(asked) + [1.0] * len(samples)),
    )
    first = _logistic(
        known,
        [one.first_is_right for one in examples],
        np.array([_ASKED_FOR_FIRST] * len(asked) + [1.0] * len(samples)),
    )
    rows = dict(zip(outcomes.classes_, _unscaled(outcomes, scaler, names), strict=True))
    return EstimateModel(
        {status: rows[status.value] for status in OUTCOMES}, _unscaled(first, scaler, names)[0]
    )


def cross_validated(
    asked: Sequence[Example], samples: Sequence[Example]
) -> tuple[dict[str, dict[str, int]], float]:
    """Return for each outcome of `asked` what it was taken for, and the Brier score of the first.

    Each fold of `asked` is judged by a model of the others and of `samples`.
    """
    taken: Counter[tuple[Status, Status]] = Counter()
    squares = []
    for fold in range(_FOLDS):
        others = [one for number, one in enumerate(asked) if number % _FOLDS != fold]
        model = fit(others, samples)
        for one in asked[fold::_FOLDS]:
            estimate = estimate_from(_signals(one), model)
            taken[one.outcome, estimate.likeliest] += 1
            squares.append((estimate.first_is_right - one.first_is_right) ** 2)
    table = {want.value: {got.value: taken[want, got] for got in OUTCOMES} for want in OUTCOMES}
    return table, float(np.mean(squares))


def _signals(example: Example) -> Weights:
    return signals(example.evidence.reading, example.evidence.found)


def _logistic(table: Matrix, labels: Sequence[object], weights: Matrix) -> LogisticRegression:
    return LogisticRegression(max_iter=1000).fit(table, labels, sample_weight=weights)


def _unscaled(
    model: LogisticRegression, scaler: StandardScaler, names: Sequence[str]
) -> list[dict[str, float]]:
    """Return the weights of each row of `model` for signals as they come, with the bias."""
    rows = model.coef_ / scaler.scale_
    biases = model.intercept_ - rows @ scaler.mean_
    return [
        {**{name: round(float(w), 5) for name, w in zip(names, row, strict=True)},
         "bias": round(float(bias), 5)}
        for row, bias in zip(rows, biases, strict=True)
    ]  # fmt: skip
