"""Searches by meaning: exact inner products of unit vectors in FAISS."""

from __future__ import annotations

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Vectors
from index.errors import IndexDamaged

FILE = "vectors.faiss"
"""The vectors of the passages' own words."""
IN_CONTEXT = "context.faiss"
"""The vectors of the passages below their headings."""

Positions = NDArray[np.int64]
"""Numbers of passages, counted from 0 in the order in which they were indexed."""


class DenseIndex:
    """Holds one unit vector a passage."""

    def __init__(self, flat: faiss.IndexFlatIP) -> None:
        """Take a flat FAISS index of inner products."""
        self._flat = flat

    @classmethod
    def build(cls, vectors: Vectors) -> DenseIndex:
        """Index the rows of `vectors` in their order."""
        flat = faiss.IndexFlatIP(vectors.shape[1])
        flat.add(np.ascontiguousarray(vectors))
        return cls(flat)

    @classmethod
    def load(cls, path: Path) -> DenseIndex:
        """Map the file that `save` wrote into memory; raise IndexDamaged where that fails."""
        try:
            flat = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise IndexDamaged(path) from error
        if not isinstance(flat, faiss.IndexFlatIP):
            raise IndexDamaged(path)
        return cls(flat)

    def save(self, path: Path) -> None:
        """Write the index to `path`."""
        path.write_bytes(faiss.serialize_index(self._flat).data)

    def nearest(self, vector: Vectors, scope: Positions, limit: int) -> Positions:
        """Return the positions inside `scope` nearest to `vector` [1, dim], best first."""
        parameters = faiss.SearchParameters()
        parameters.sel = faiss.IDSelectorBatch(scope)
        _cosines, rows = self._flat.search(vector, min(limit, len(scope)), params=parameters)
        positions: Positions = rows[0]
        return positions[positions >= 0]

    def cosines(self, vector: Vectors, positions: Positions) -> NDArray[np.float32]:
        """Return the cosine of `vector` [1, dim] with each passage at `positions`."""
        return cosines_of(self.rows(positions), vector)

    def rows(self, positions: Positions) -> Vectors:
        """Return the vectors at `positions`: [positions, dim]."""
        rows: Vectors = self._flat.reconstruct_batch(positions)
        return rows


def cosines_of(rows: Vectors, vector: Vectors) -> NDArray[np.float32]:
    """Return the cosine of each of the unit `rows` with the unit `vector` [1, dim]: [rows]."""
    # Not by `@`: on a busy machine its threads, waiting for each other, take fifty times as long.
    cosines: NDArray[np.float32] = np.einsum("rd,d->r", rows, vector[0])
    return cosines
