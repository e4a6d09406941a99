from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import IndexDamaged
from index.retrieval.tokens import FOLDER, TokenIndex, packed

_NORTH, _EAST = np.eye(2, dtype=np.float32)
_NORTH_EAST = np.full(2, 2**-0.5, np.float32)


def _index() -> TokenIndex:
    """Return an index of a passage of two tokens, one of none, and one of one token."""
    return TokenIndex.build(
        [
            packed(np.stack([_NORTH, _NORTH_EAST])),
            packed(np.empty((0, 2), np.float32)),
            packed(_EAST[None]),
        ]
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param([_NORTH], [1, 0, 0], id="a token that one passage has"),
        pytest.param([_NORTH, _EAST], [(1 + 2**-0.5) / 2, 0, 0.5], id="the mean over its tokens"),
        pytest.param([-_NORTH], [-(2**-0.5), 0, 0], id="the nearest may be far"),
    ],
)
def test_each_token_of_a_question_counts_with_the_nearest_of_a_passage(
    question: list[np.ndarray[tuple[int], np.dtype[np.float32]]], expected: list[float]
) -> None:
    matches = _index().match(np.stack(question), np.arange(3))

    assert matches == pytest.approx(expected, abs=0.01)


def test_a_question_without_tokens_matches_nothing() -> None:
    assert _index().match(np.empty((0, 2), np.float32), np.arange(3)).tolist() == [0, 0, 0]


def test_long_texts_are_compared_whole() -> None:
    chance = np.random.default_rng(1)
    rows = chance.standard_normal((3000, 96)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    index = TokenIndex.build([packed(rows)])

    assert index.match(rows[-40:], np.arange(1)) == pytest.approx([1], abs=0.02)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    _index().save(tmp_path / FOLDER)

    loaded = TokenIndex.load(tmp_path / FOLDER)

    assert loaded.rows(0).tolist() == _index().rows(0).tolist()
    assert loaded.match(_EAST[None], np.arange(3)).tolist() == pytest.approx([2**-0.5, 0, 1], 0.01)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    _index().save(tmp_path / FOLDER)
    for file in (tmp_path / FOLDER).iterdir():
        file.write_bytes(b"nothing")

    with pytest.raises(IndexDamaged):
        TokenIndex.load(tmp_path / FOLDER)
