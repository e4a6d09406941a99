"""Vectors that come with the shipped model: those of the samples and texts that come along.

There are thousands of them; to embed them would take most of a minute of the first start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding import shipped
from index.embedding.embedder import Embedder, Vectors
from index.embedding.folder import FINGERPRINT

FILE = shipped.FOLDER / "samples.npz"
_LARGEST = 127
"""The largest whole number of 8 bits."""
_SAMPLES, _PASSAGES = "samples", "passages"

Rows = dict[str, NDArray[np.float32]]
"""Vectors by the text that was embedded."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Vectors of samples, embedded as questions, and of passages."""

    samples: Rows = field(default_factory=dict)
    passages: Rows = field(default_factory=dict)


def ready_vectors(fingerprint: str, path: Path = FILE) -> Ready:
    """Return the vectors at `path`, none for a model of another `fingerprint`."""
    if not path.is_file():
        return Ready()
    if (path.parent / FINGERPRINT).read_text(encoding="ascii") != fingerprint:
        return Ready()
    with np.load(path) as content:
        return Ready(*(_rows(content, kind) for kind in (_SAMPLES, _PASSAGES)))


def write_ready(
    samples: Sequence[str], passages: Sequence[str], embedder: Embedder, path: Path = FILE
) -> None:
    """Write the vectors of `samples` and `passages`, each without a line break, beside the model.

    Each vector is kept in whole numbers of 8 bits with a scale of its own.
    """
    arrays: dict[str, Any] = {
        **_packed(_SAMPLES, samples, embedder.embed_queries(samples)),
        **_packed(_PASSAGES, passages, embedder.embed_passages(passages)),
    }
    np.savez_compressed(path, **arrays)


def _packed(kind: str, texts: Sequence[str], vectors: Vectors) -> dict[str, Any]:
    scales = np.abs(vectors).max(axis=1).astype(np.float16) / np.float16(_LARGEST)
    return {
        kind: np.frombuffer("\n".join(texts).encode(), np.uint8),
        f"{kind}-vectors": np.rint(vectors / scales.astype(np.float32)[:, None]).astype(np.int8),
        f"{kind}-scales": scales,
    }


def _rows(content: np.lib.npyio.NpzFile, kind: str) -> Rows:
    texts = content[kind].tobytes().decode().split("\n")
    vectors = content[f"{kind}-vectors"] * content[f"{kind}-scales"].astype(np.float32)[:, None]
    return dict(zip(texts, vectors, strict=True))
