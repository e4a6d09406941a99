from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
import pytest

from index.errors import IndexDamaged
from index.retrieval.dense import DenseIndex

VECTORS = np.eye(4, 8, dtype=np.float32)
QUESTION = np.array([[0.8, 0.6, 0, 0, 0, 0, 0, 0]], np.float32)


def positions(*numbers: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, np.int64)


@pytest.mark.parametrize(
    ("scope", "limit", "found"),
    [
        pytest.param((0, 1, 2, 3), 2, [0, 1], id="best first"),
        pytest.param((1, 2, 3), 1, [1], id="the best outside the scope is never met"),
        pytest.param((1,), 5, [1], id="a scope smaller than the limit"),
    ],
)
def test_finds_the_nearest_inside_the_scope(
    scope: tuple[int, ...], limit: int, found: list[int]
) -> None:
    index = DenseIndex.build(VECTORS)

    assert index.nearest(QUESTION, positions(*scope), limit).tolist() == found


def test_gives_the_cosine_with_chosen_passages() -> None:
    cosines = DenseIndex.build(VECTORS).cosines(QUESTION, positions(1, 0, 3))

    np.testing.assert_allclose(cosines, [0.6, 0.8, 0.0])


def test_a_saved_index_holds_the_same_vectors(tmp_path: Path) -> None:
    DenseIndex.build(VECTORS).save(tmp_path / "vectors")
    loaded = DenseIndex.load(tmp_path / "vectors")

    np.testing.assert_array_equal(loaded.rows(positions(0, 1, 2, 3)), VECTORS)


def test_refuses_a_file_that_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_bytes(b"no index at all")

    with pytest.raises(IndexDamaged):
        DenseIndex.load(tmp_path / "vectors")


def test_refuses_an_index_of_another_kind(tmp_path: Path) -> None:
    faiss.write_index(faiss.IndexFlatL2(8), str(tmp_path / "vectors"))

    with pytest.raises(IndexDamaged):
        DenseIndex.load(tmp_path / "vectors")
