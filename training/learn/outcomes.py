"""Learns the outcome of a question from the evidence of a search: logistic models of signals."""

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
_QUESTION = 8.0
"""The weight of a question of a set, written without a look at the topics, beside a sample."""
_QUESTION_FOR_FIRST = 100.0
"""The same for the model of the first provision."""
_COSTS = {Status.NOT_FOUND: 3.0, Status.OUT_OF_SCOPE: 2.0}
"""The cost of answering a question that no provision answers, beside that of a needless refusal:
a wrong citation is worse than no answer."""

Matrix = NDArray[np.float64]


def fit(questions: Sequence[Example], samples: Sequence[Example]) -> EstimateModel:
    """Return the model of the `questions` of sets and of the `samples`.

    The first provision is right more often for questions than for samples, many of which were
    written to be hard; so samples count little in that model.
    """
    examples = [*questions, *samples]
    observed = [_signals(example) for example in examples]
    names = tuple(observed[0])
    table = np.array([[of_example[name] for name in names] for of_example in observed])
    scaler = StandardScaler().fit(table)
    known = scaler.transform(table)
    costs = [_COSTS.get(example.outcome, 1.0) for example in examples]
    outcomes = _logistic(
        known,
        [example.outcome.value for example in examples],
        np.multiply(costs, [_QUESTION] * len(questions) + [1.0] * len(samples)),
    )
    first = _logistic(
        known,
        [example.first_is_right for example in examples],
        np.array([_QUESTION_FOR_FIRST] * len(questions) + [1.0] * len(samples)),
    )
    rows = dict(zip(outcomes.classes_, _unscaled(outcomes, scaler, names), strict=True))
    return EstimateModel(
        {status: rows[status.value] for status in OUTCOMES}, _unscaled(first, scaler, names)[0]
    )


def cross_validated(
    questions: Sequence[Example], samples: Sequence[Example]
) -> tuple[dict[str, dict[str, int]], float]:
    """Return counts by right and by judged outcome, and the Brier score of the first provision.

    Each fold of `questions` is judged by a model of the others and of `samples`.
    """
    taken: Counter[tuple[Status, Status]] = Counter()
    squares = []
    for fold in range(_FOLDS):
        others = [question for number, question in enumerate(questions) if number % _FOLDS != fold]
        model = fit(others, samples)
        for question in questions[fold::_FOLDS]:
            estimate = estimate_from(_signals(question), model)
            taken[question.outcome, estimate.likeliest] += 1
            squares.append((estimate.first_is_right - question.first_is_right) ** 2)
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
