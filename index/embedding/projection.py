"""The kept part of a token: the directions in which tokens of this field differ most.

`weights/projection.npz` holds the mean of their states and the directions; `python -m
training.projection` learns them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding import shipped
from index.embedding.embedder import TokenVectors

FILE = shipped.FOLDER / "projection.npz"
_MEAN, _DIRECTIONS = "mean", "directions"
DIRECTIONS = 96
"""Of 384; with all of them no more questions are answered, and an index is four times as big."""
_SMALLEST = 1e-6


@dataclass(frozen=True, slots=True)
class Projection:
    """The `mean` of states [dim] and the `directions` that are kept [dim, kept]."""

    mean: NDArray[np.float32]
    directions: NDArray[np.float32]

    def of(self, states: NDArray[np.floating]) -> TokenVectors:
        """Return `states` [tokens, dim] along the directions, of unit length: [tokens, kept]."""
        if not len(states):
            return np.empty((0, DIRECTIONS), np.float32)
        rows = (states.astype(np.float32) - self.mean) @ self.directions
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: TokenVectors = rows / np.maximum(lengths, _SMALLEST)
        return unit


def learn(states: NDArray[np.floating]) -> Projection:
    """Return the projection on the main components of `states` [tokens, dim]."""
    mean = states.mean(axis=0, dtype=np.float64)
    centred = states - mean
    _variances, components = np.linalg.eigh(centred.T @ centred)
    kept = components[:, ::-1][:, :DIRECTIONS]
    return Projection(mean.astype(np.float32), np.ascontiguousarray(kept, np.float32))


@cache
def learned(path: Path = FILE) -> Projection:
    """Return the projection that comes with the project."""
    with np.load(path) as content:
        return Projection(*(content[name].astype(np.float32) for name in (_MEAN, _DIRECTIONS)))


def write_learned(projection: Projection, path: Path = FILE) -> None:
    """Write `projection` as the one that comes with the project."""
    arrays: dict[str, Any] = {_MEAN: projection.mean, _DIRECTIONS: projection.directions}
    np.savez_compressed(
        path, **{name: values.astype(np.float16) for name, values in arrays.items()}
    )
