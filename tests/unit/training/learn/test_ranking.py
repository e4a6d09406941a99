from __future__ import annotations

import numpy as np
import pytest

from index.retrieval.fusion import DENSE, FEATURES, LEAD, LEXICAL, Fusion
from training.learn.ranking import Choice, by_weights, cross_validated, fit


def choices(count: int = 20) -> list[Choice]:
    """Questions of three provisions each: the right one has the words, a wrong one the vectors."""
    numbers = np.random.default_rng(1)
    made = []
    for _ in range(count):
        features = numbers.uniform(0, 0.1, (3, len(FEATURES)))
        features[0, FEATURES.index(LEXICAL)] += 0.5
        features[1, FEATURES.index(DENSE)] += 0.5
        features[1, FEATURES.index(LEAD)] = 1
        made.append(Choice(features, np.array([True, False, False])))
    return made


def test_what_parts_right_from_wrong_gets_the_weight() -> None:
    weights = fit(choices()).weights

    assert set(weights) == set(FEATURES)
    assert max(weights, key=lambda name: weights[name]) == LEXICAL
    assert weights[LEAD] < 0


def test_learned_weights_are_judged_on_questions_left_out_beside_plainer_ways() -> None:
    told = cross_validated(choices())

    assert told["learned"] == (1.0, 1.0)
    assert told["words"] == (1.0, 1.0)
    assert told["meaning"] == (0.0, 1.0)
    assert set(told) == {"learned", "words", "meaning", "reciprocal ranks"}


@pytest.mark.parametrize(
    ("weights", "best"),
    [
        pytest.param({LEXICAL: 1.0}, 0, id="words"),
        pytest.param({DENSE: 1.0}, 1, id="vectors"),
    ],
)
def test_a_fusion_ranks_by_its_weights(weights: dict[str, float], best: int) -> None:
    (one,) = choices(1)
    scores = by_weights(Fusion(weights))(one)

    assert scores.argmax() == best
