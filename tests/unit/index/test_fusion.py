from __future__ import annotations

import numpy as np
import pytest

from index.fusion import Fusion, Scores, dense_share, lexical_share


def scores(*numbers: float) -> Scores:
    return np.array(numbers, np.float32)


NO_LEADS = np.array([False, False])


@pytest.mark.parametrize(
    ("weights", "joined"),
    [
        pytest.param({"lexical": 1, "dense": 1}, (0.5, 0.3), id="equal"),
        pytest.param({"lexical": 3, "dense": 1}, (0.7, 0.15), id="words count thrice"),
        pytest.param({"lexical": 0.5, "dense": 0}, (0.9, 0.0), id="one of them alone"),
        pytest.param({"lexical": 1, "dense": 1, "topic": 2}, (0.25, 0.65), id="a third retriever"),
    ],
)
def test_joins_by_weighted_mean(weights: dict[str, float], joined: tuple[float, ...]) -> None:
    shares = {"lexical": scores(0.9, 0), "dense": scores(0.1, 0.6), "topic": scores(0, 1)}

    np.testing.assert_allclose(Fusion(weights).join(shares, NO_LEADS), joined, rtol=1e-6)


def test_an_introduction_stands_behind_a_provision_of_equal_score() -> None:
    shares = {"lexical": scores(0.5, 0.5), "dense": scores(0.5, 0.5)}
    lead, provision = Fusion().join(shares, np.array([True, False]))

    assert lead < provision == 0.5


def test_scores_stay_between_nothing_and_one() -> None:
    shares = {"lexical": scores(0, 1), "dense": scores(0, 1)}

    assert Fusion(lead_penalty=0.1).join(shares, np.array([True, False])).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("bm25", "ceiling", "share"),
    [
        pytest.param((6, 3), 12, (0.5, 0.25), id="of the ceiling"),
        pytest.param((0, 0), 0, (0, 0), id="a question without words"),
    ],
)
def test_words_are_a_share_of_what_the_question_can_reach(
    bm25: tuple[float, ...], ceiling: float, share: tuple[float, ...]
) -> None:
    np.testing.assert_allclose(lexical_share(scores(*bm25), ceiling), share)


def test_meaning_is_what_stands_above_the_background() -> None:
    np.testing.assert_allclose(
        dense_share(scores(1, 0.85, 0.7, 0.4), 0.7), (1, 0.5, 0, 0), atol=1e-6
    )
