"""Matches token by token: each token of a question with the nearest of a provision.

The vector of a provision tells its subject; the tokens themselves tell the neighbour that speaks of
loudspeakers at dawn from the one that does not (late interaction, Khattab and Zaharia 2020).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import TokenVectors
from index.errors import IndexDamaged
from index.retrieval.dense import Positions
from index.retrieval.fusion import Scores

FOLDER = "tokens"
_ROWS, _STARTS = "rows.npy", "starts.npy"
_LARGEST = 127
"""The largest whole number of 8 bits; it stands for 1."""
_AT_ONCE = 2**18
"""Products up to which the matrix library takes no second thread, which would wait for others."""

Rows = NDArray[np.int8]
"""Vectors of tokens in 127ths: [tokens, dimensions]."""


class TokenIndex:
    """Holds the tokens of each passage; of some passages there may be none."""

    def __init__(self, rows: Rows, starts: NDArray[np.int64]) -> None:
        """Take the `rows` of all passages one after another, and the first of each passage.

        `starts` has one number more than there are passages: the end of the last.
        """
        self._rows, self._starts = rows, starts

    @classmethod
    def build(cls, passages: Sequence[Rows]) -> Self:
        """Index the tokens of `passages` in their order."""
        starts = np.cumsum([0, *(len(rows) for rows in passages)], dtype=np.int64)
        filled = [rows for rows in passages if len(rows)]
        return cls(np.concatenate(filled) if filled else np.empty((0, 1), np.int8), starts)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Map the files that `save` wrote into memory; raise IndexDamaged where that fails."""
        try:
            return cls(np.load(folder / _ROWS, mmap_mode="r"), np.load(folder / _STARTS))
        except (OSError, ValueError) as error:
            raise IndexDamaged(folder) from error

    def save(self, folder: Path) -> None:
        """Write the index into `folder`."""
        folder.mkdir()
        np.save(folder / _ROWS, self._rows)
        np.save(folder / _STARTS, self._starts)

    def rows(self, position: int) -> Rows:
        """Return the tokens of the passage at `position`."""
        return self._rows[self._starts[position] : self._starts[position + 1]]

    def match(self, question: TokenVectors, positions: Positions) -> Scores:
        """Return the mean cosine of the tokens of `question` with the nearest of each passage.

        It is 0 for a passage without tokens.
        """
        starts, ends = self._starts[positions], self._starts[positions + 1]
        matches = np.zeros(len(positions), np.float32)
        filled = np.flatnonzero(ends > starts)
        if not len(question) or not len(filled):
            return matches
        pieces = [
            self._rows[start:end] for start, end in zip(starts[filled], ends[filled], strict=True)
        ]
        lengths = np.array([len(piece) for piece in pieces])
        cosines = _cosines(question, np.concatenate(pieces))
        nearest = np.maximum.reduceat(cosines, np.cumsum(lengths) - lengths, axis=0)
        matches[filled] = nearest.mean(axis=1) / _LARGEST
        return matches


def packed(tokens: TokenVectors) -> Rows:
    """Return unit vectors as they are kept."""
    return np.rint(tokens * _LARGEST).astype(np.int8)


def _cosines(question: TokenVectors, rows: Rows) -> NDArray[np.float32]:
    """Return the cosines of `rows` with the tokens of `question`, in 127ths: [rows, tokens]."""
    cosines = np.empty((len(rows), len(question)), np.float32)
    step = max(1, _AT_ONCE // question.size)
    for start in range(0, len(rows), step):
        block = rows[start : start + step].astype(np.float32)
        np.matmul(block, question.T, out=cosines[start : start + step])
    return cosines
