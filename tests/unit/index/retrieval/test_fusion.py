from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from index.retrieval.fusion import (
    FEATURES,
    Fusion,
    Scores,
    dense_share,
    learned,
    lexical_share,
    reciprocal_ranks,
    write_learned,
)


def scores(*numbers: float) -> Scores:
    return np.array(numbers, np.float32)


@pytest.mark.parametrize(
    ("weights", "joined"),
    [
        pytest.param({"lexical": 1, "dense": 1}, (1.0, 0.6), id="equal"),
        pytest.param({"lexical": 3, "dense": 1}, (2.8, 0.6), id="words count thrice"),
        pytest.param({"lexical": 1, "lead": -2}, (0.9, -2.0), id="an introduction loses"),
        pytest.param({"lexical": 2, "unheard-of": 5}, (1.8, 0.0), id="a weight without feature"),
        pytest.param({}, (0.0, 0.0), id="no weights"),
    ],
)
def test_joins_by_weighted_sum(weights: dict[str, float], joined: tuple[float, ...]) -> None:
    features = {"lexical": scores(0.9, 0), "dense": scores(0.1, 0.6), "lead": scores(0, 1)}

    np.testing.assert_allclose(Fusion(weights).join(features), joined, rtol=1e-6)


def test_learned_weights_are_written_and_name_every_feature(tmp_path: Path) -> None:
    path = tmp_path / "fusion.json"
    write_learned(learned(), path)

    assert set(learned().weights) == set(FEATURES)
    assert json.loads(path.read_text(encoding="utf-8")) == dict(learned().weights)


def test_reciprocal_ranks_prefer_what_both_rank_high() -> None:
    words, meaning = scores(0.9, 0.5, 0.1), scores(0.2, 0.7, 0.6)

    np.testing.assert_allclose(
        reciprocal_ranks(words, meaning), [1 / 61 + 1 / 63, 1 / 62 + 1 / 61, 1 / 63 + 1 / 62]
    )


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
