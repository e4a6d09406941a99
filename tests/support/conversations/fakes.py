"""Stand-ins that do in memory, quickly and always alike, what the real parts do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from zlib import crc32

import numpy as np

from index.embedding.embedder import Progress, TokenVectors, Vectors, silent
from knowledge.language.text import fold


@dataclass
class FakeEmbedder:
    """Embeds a text as the counts of its folded trigrams, and remembers what it embedded.

    Texts that share letters are near each other; nothing is known of meaning.
    """

    name: str = "fake"
    fingerprint: str = "fake-weights"
    dim: int = 256
    background: float = 0.0
    embedded: list[str] = field(default_factory=list)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        rows = [self._vector(text) for text in texts]
        return np.array(rows, np.float32).reshape(len(texts), self.dim)

    def embed_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vectors:
        for text in texts:
            self.embedded.append(text)
            progress(len(self.embedded), len(texts))
        return self.embed_queries(texts)

    def query_tokens(self, text: str) -> TokenVectors:
        return self.embed_queries(fold(text).split())

    def passage_tokens(
        self, texts: Sequence[str], progress: Progress = silent
    ) -> Sequence[TokenVectors]:
        progress(len(texts), len(texts))
        return [self.query_tokens(text) for text in texts]

    def _vector(self, text: str) -> Vectors:
        counts = np.full(self.dim, 1e-3, np.float32)
        padded = f"  {fold(text)}  "
        for start in range(len(padded) - 2):
            counts[crc32(padded[start : start + 3].encode()) % self.dim] += 1
        unit: Vectors = counts / np.linalg.norm(counts)
        return unit
