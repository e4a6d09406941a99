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
    """Vectors of passages and of sample questions by the words that were embedded."""

    passages: Rows = field(default_factory=dict)
    samples: Rows = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """One row a passage, of its `own` words and of them `in_context`: [passages, dim].

    `embedded` counts the texts that had to be embedded for them.
    """

    own: Vectors
    in_context: Vectors
    embedded: int


def known_vectors(folder: Path, model: Model, earlier: Path | None = None) -> Known:
    """Return the vectors of the version that serves in `folder`, if it fits, and ready ones.

    Those of `earlier`, a version that is tried and does not serve, count, too.
    """
    ready = ready_vectors(model.fingerprint)
    passages, asked = dict(ready.passages), ready.samples
    for version in (earlier, _serving(folder)):
        known = _vectors_of(version, model) if version else Known()
        passages.update(known.passages)
        asked = {**asked, **known.samples}
    return Known(passages, asked)


def _serving(folder: Path) -> Path | None:
    try:
        return serving(folder)
    except DanBietError:
        return None


def _vectors_of(version: Path, model: Model) -> Known:
    """Return the vectors of `version`, none where it is of another model, or damaged."""
    try:
        read_manifest(version, model)
        found = stored.read_passages(version)
        own = _rows(version / dense.FILE, [passage.meaning for passage in found])
        in_context = _rows(version / dense.IN_CONTEXT, [passage.context for passage in found])
        asked = SampleIndex.load_if_any(version / samples.FOLDER)
    except DanBietError:
        return Known()
    return Known({**in_context, **own}, asked.phrases.known() if asked else {})


def passage_vectors(
    found: Sequence[Passage], known: Known, embedder: Embedder, progress: Progress
) -> PassageVectors:
    """Return the vectors of the passages `found`, those of `known` taken over."""
    own, in_context = [one.meaning for one in found], [one.context for one in found]
    new = [text for text in dict.fromkeys([*own, *in_context]) if text not in known.passages]
    rows = embedder.embed_passages(new, progress) if new else ()
    of_text = {**known.passages, **dict(zip(new, rows, strict=True))}
    return PassageVectors(
        np.stack([of_text[text] for text in own]),
        np.stack([of_text[text] for text in in_context]),
        len(new),
    )


def _rows(path: Path, texts: Sequence[str]) -> Rows:
    rows = DenseIndex.load(path).rows(np.arange(len(texts), dtype=np.int64))
    return dict(zip(texts, rows, strict=True))
