"""Matrices as whole numbers of 8 bits with one scale for each row: a quarter of the size."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Quantised = tuple[NDArray[np.int8], NDArray[np.float32]]
"""Numbers, and the scale of each row as a column."""

_LARGEST = 127


def quantised(matrix: NDArray[np.float32]) -> Quantised:
    """Return `matrix` in 8 bits, its largest number in each row as the largest there is."""
    return _up_to(matrix, np.abs(matrix).max(axis=1, keepdims=True))


def multipliable(matrix: NDArray[np.float32]) -> Quantised:
    """Return `matrix` in 8 bits, its rows fit to meet numbers of 0 to 255 on any processor.

    Two neighbours of one sign make up no more than the largest number.
    """
    # A processor without instructions for 8 bits adds the products of two neighbours in 16 bits,
    # where more than 32,767 is cut off; 255 * 127 = 32,385.
    parts = np.maximum(matrix, 0), np.maximum(-matrix, 0)
    highest = [(part[:, 0::2] + part[:, 1::2]).max(axis=1, keepdims=True) for part in parts]
    return _up_to(matrix, np.maximum(*highest))


def in_steps(matrix: NDArray[np.float32], scales: NDArray[np.float32]) -> Quantised:
    """Return `matrix` in 8 bits with these `scales`."""
    return np.rint(matrix / scales).astype(np.int8), scales


def restored(numbers: NDArray[np.int8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the matrix that `numbers` and the `scales` of their rows stand for."""
    return numbers * scales


def _up_to(matrix: NDArray[np.float32], highest: NDArray[np.float32]) -> Quantised:
    return in_steps(matrix, np.asarray(highest.clip(min=1e-12) / _LARGEST, np.float32))
