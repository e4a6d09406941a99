"""Vectors that come with the shipped model: those of the samples that come with the project.

There are thousands of samples; to embed them would take most of a minute of the first start.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import shipped
from index.cache import FINGERPRINT
from index.embedder import Embedder

FILE = shipped.FOLDER / "samples.npz"
_LARGEST = 127
"""The largest whole number of 8 bits."""


def ready_vectors(fingerprint: str, path: Path = FILE) -> dict[str, NDArray[np.float32]]:
    """Return the vectors at `path` by sample, none for a model of another `fingerprint`."""
    if not path.is_file() or _shipped_fingerprint(path) != fingerprint:
        return {}
    with np.load(path) as content:
        samples = content["samples"].tobytes().decode().split("\n")
        vectors = content["vectors"] * content["scales"].astype(np.float32)[:, None]
        return dict(zip(samples, vectors, strict=True))


def write_ready(samples: Sequence[str], embedder: Embedder, path: Path = FILE) -> None:
    """Write the vectors of `samples`, one line each, beside the model.

    Each is kept in whole numbers of 8 bits with a scale of its own.
    """
    vectors = embedder.embed_queries(samples)
    scales = np.abs(vectors).max(axis=1).astype(np.float16) / np.float16(_LARGEST)
    rows = np.rint(vectors / scales.astype(np.float32)[:, None]).astype(np.int8)
    lines = np.frombuffer("\n".join(samples).encode(), np.uint8)
    np.savez_compressed(path, samples=lines, vectors=rows, scales=scales)


def _shipped_fingerprint(path: Path) -> str:
    return (path.parent / FINGERPRINT).read_text(encoding="ascii")
