from __future__ import annotations

import numpy as np

from bot.answer.selection.fit.features import FEATURES
from training.learn.fitting import Lesson, cross_fitted, fit, fold_of

_RIGHT = FEATURES.index("dense")


def lessons(count: int = 120, *, judged: bool = True) -> list[Lesson]:
    """Questions of three provisions: the first, by meaning, answers every other question."""
    numbers = np.random.default_rng(1)
    made = []
    for number in range(count):
        features = numbers.uniform(0, 0.2, (3, len(FEATURES)))
        features[0, _RIGHT] += 0.6 * (number % 2)
        right = np.array([number % 2 == 1, False, False])
        known = np.array([judged, True, True])
        made.append(Lesson(features, right, known, 1.0, f"set {number}"))
    return made


def test_what_answers_is_told_from_what_does_not() -> None:
    network = fit(lessons())
    answered, unanswered = (network.log_odds(lessons()[number].features) for number in (1, 2))

    assert answered.argmax() == 0
    assert answered[0] > 0 > unanswered.max()


def test_the_same_lessons_teach_the_same() -> None:
    assert fit(lessons(20)).layers == fit(lessons(20)).layers


def test_what_nobody_judged_teaches_nothing() -> None:
    features = lessons()[1].features

    assert fit(lessons(judged=False)).log_odds(features)[0] < fit(lessons()).log_odds(features)[0]


def test_a_group_is_judged_by_a_network_of_others() -> None:
    folds = {fold_of(one.group) for one in lessons()}

    assert len(cross_fitted(lessons(40))) == len(folds)
    assert fold_of("bầu trưởng thôn 1") == fold_of("bầu trưởng thôn 1")
