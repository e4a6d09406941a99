from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from training.embedding.graph.quantised import Quantised, multipliable, quantised, restored

MATRIX = np.array([[1.0, -0.5, 0.25, 0.0], [0.0] * 4, [100.0, 50.0, -100.0, 3.0]], np.float32)

_SUM_OF_TWO_PRODUCTS = 32_767
_LARGEST_MET = 255


def test_rows_keep_their_own_precision() -> None:
    numbers, scales = quantised(MATRIX)
    steps = np.abs(MATRIX).max(axis=1, keepdims=True) / 127

    assert numbers.dtype == np.int8
    assert np.all(np.abs(restored(numbers, scales) - MATRIX) <= steps / 2 + 1e-9)


def test_what_was_restored_is_quantised_to_the_same() -> None:
    numbers, scales = quantised(MATRIX)

    np.testing.assert_array_equal(quantised(restored(numbers, scales))[0], numbers)


@pytest.mark.parametrize("make", [quantised, multipliable])
def test_a_matrix_comes_back(make: Callable[[NDArray[np.float32]], Quantised]) -> None:
    numbers, scales = make(MATRIX)

    assert np.abs(restored(numbers, scales) - MATRIX).max() < 1


@given(arrays(np.float32, (3, 8), elements=st.floats(-9, 9, width=32)))
def test_two_neighbours_never_overflow_16_bits(matrix: NDArray[np.float32]) -> None:
    numbers = multipliable(matrix)[0].astype(int)
    for sign in (1, -1):
        same_sign = np.maximum(sign * numbers, 0)
        sums = _LARGEST_MET * (same_sign[:, 0::2] + same_sign[:, 1::2])
        assert sums.max() <= _SUM_OF_TWO_PRODUCTS
