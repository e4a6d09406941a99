from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file

from index.embedder import silent
from index.quantised import QuantisedModelDamaged, read_quantised, write_quantised

MATRIX = np.array([[1.0, -0.5, 0.25], [0.0, 0.0, 0.0], [100.0, 50.0, -100.0]], np.float32)
VECTOR = np.array([0.1, 0.2], np.float32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "weights.safetensors"
    write_quantised({"matrix": MATRIX, "vector": VECTOR}, path)
    return path


def test_rows_keep_their_own_precision(path: Path) -> None:
    matrix = read_quantised(path, silent)["matrix"]

    assert matrix.dtype == np.float32
    assert np.all(np.abs(matrix - MATRIX) <= np.abs(MATRIX).max(axis=1, keepdims=True) / 254)


def test_vectors_are_kept_as_they_are(path: Path) -> None:
    np.testing.assert_array_equal(read_quantised(path, silent)["vector"], VECTOR)


def test_a_matrix_takes_a_byte_a_number(tmp_path: Path) -> None:
    path = tmp_path / "large.safetensors"
    write_quantised({"large": np.ones((100, 1000), np.float32)}, path)

    assert path.stat().st_size < 102_000


def test_progress_counts_the_weights(path: Path) -> None:
    steps: list[tuple[int, int]] = []
    read_quantised(path, lambda done, total: steps.append((done, total)))

    assert steps == [(1, 2), (2, 2)]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def lose(path: Path) -> None:
    path.unlink()


def lose_a_scale(path: Path) -> None:
    save_file({"matrix": MATRIX.astype(np.int8)}, path)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(cut, id="cut"),
        pytest.param(lose, id="missing"),
        pytest.param(lose_a_scale, id="without a scale"),
    ],
)
def test_names_the_file_that_is_no_quantised_model(
    path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(path)

    with pytest.raises(QuantisedModelDamaged, match=f"{path} .* get the project's files again"):
        read_quantised(path, silent)
