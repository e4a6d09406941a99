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


def ready_vectors(fingerprint: str, path: Path = FILE) -> dict[str, NDArray[np.float32]]:
    """Return the vectors at `path` by sample, none for a model of another `fingerprint`."""
    if not path.is_file() or _shipped_fingerprint(path) != fingerprint:
        return {}
    with np.load(path) as content:
        samples = content["samples"].tobytes().decode().split("\n")
        return dict(zip(samples, content["vectors"].astype(np.float32), strict=True))


def write_ready(samples: Sequence[str], embedder: Embedder, path: Path = FILE) -> None:
    """Write the vectors of `samples`, one line each, with half the digits, beside the model."""
    vectors = embedder.embed_queries(samples).astype(np.float16)
    lines = np.frombuffer("\n".join(samples).encode(), np.uint8)
    np.savez_compressed(path, samples=lines, vectors=vectors)


def _shipped_fingerprint(path: Path) -> str:
    return (path.parent / FINGERPRINT).read_text(encoding="ascii")
