"""The interface that the index needs of an embedding model, whichever library runs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Rows of unit length: [number of texts, dimensions]."""

TokenVectors = NDArray[np.float32]
"""Rows of unit length: [tokens of one text, dimensions]."""

Progress = Callable[[int, int], None]
"""Called with the number of steps done and the number of all."""


def silent(done: int, total: int) -> None:
    """Report progress to nobody."""


class Embedder(Protocol):
    """Turns texts into vectors whose inner product is the cosine of their meanings."""

    @property
    def name(self) -> str:
        """Return the name under which the model was asked for."""

    @property
    def fingerprint(self) -> str:
        """Return a digest of the weights: vectors of different fingerprints do not compare."""

    @property
    def dim(self) -> int:
        """Return the number of dimensions."""

    @property
    def background(self) -> float:
        """Return the cosine of two texts that have nothing to do with each other."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each question."""

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        """Return one row for each passage, reporting after each batch."""

    def query_tokens(self, text: str) -> TokenVectors:
        """Return one row for each token of a question; none if the model gives none."""

    def passage_tokens(
        self, texts: Sequence[str], progress: Progress = silent
    ) -> Sequence[TokenVectors]:
        """Return the rows of each passage's tokens, reporting after each batch."""
