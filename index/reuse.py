"""What is embedded already: the vectors of the version that serves, taken over into the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import dense, samples, stored
from index.dense import DenseIndex
from index.embedder import Embedder, Progress, Vectors
from index.manifest import Model, read_manifest
from index.ready import ready_vectors
from index.samples import SampleIndex
from index.versions import serving
from knowledge.chunker import Passage
from knowledge.errors import DanBietError

Rows = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Known:
    """Vectors of passages by their hash, and of sample questions by their words."""

    passages: Rows = field(default_factory=dict)
    samples: Rows = field(default_factory=dict)


def known_vectors(folder: Path, model: Model) -> Known:
    """Return the vectors of the version that serves in `folder`, if it fits, and ready ones."""
    ready = ready_vectors(model.fingerprint)
    try:
        version = serving(folder)
        read_manifest(version, model)
        index = DenseIndex.load(version / dense.FILE)
        hashes = [passage.hash for passage in stored.read_passages(version)]
        asked = SampleIndex.load_if_any(version / samples.FOLDER)
    except DanBietError:
        return Known(samples=ready)
    rows = index.rows(np.arange(len(hashes), dtype=np.int64))
    return Known(
        dict(zip(hashes, rows, strict=True)),
        ready | asked.phrases.known() if asked else ready,
    )


def passage_vectors(
    found: Sequence[Passage], known: Known, embedder: Embedder, progress: Progress
) -> tuple[Vectors, int]:
    """Return one row for each passage of `found`, and how many had to be embedded."""
    old = known.passages
    new = {passage.hash: passage.meaning for passage in found if passage.hash not in old}
    rows = embedder.embed_passages(list(new.values()), progress) if new else ()
    by_hash = {**old, **dict(zip(new, rows, strict=True))}
    return np.stack([by_hash[passage.hash] for passage in found]), len(new)
