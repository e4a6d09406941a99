"""Vectors that need no embedding: those of the version that serves, taken over into the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedder, Progress, Vectors
from index.embedding.shipped_vectors import ready_vectors
from index.matters import sample_index
from index.matters.sample_index import SampleIndex
from index.retrieval import dense, tokens
from index.retrieval.dense import DenseIndex
from index.retrieval.tokens import Rows as TokenRows
from index.retrieval.tokens import TokenIndex, packed
from index.versions import stored
from index.versions.folders import serving
from index.versions.manifest import ModelUsed, read_manifest
from knowledge.errors import DanBietError
from knowledge.passages import Passage

Rows = Mapping[str, NDArray[np.float32]]
_NO_TOKENS: TokenRows = np.empty((0, 1), np.int8)


@dataclass(frozen=True, slots=True)
class ReusableVectors:
    """Vectors of passages, of sample questions, and of the tokens of passages in context.

    Each goes by the words that were embedded.
    """

    passages: Rows = field(default_factory=dict)
    samples: Rows = field(default_factory=dict)
    tokens: Mapping[str, TokenRows] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """Rows of passages: of their `own` words, and of these `in_context`: [passages, dim] each.

    `embedded` counts the texts that had to be embedded for them.
    """

    own: Vectors
    in_context: Vectors
    embedded: int


def reusable_vectors(
    folder: Path, model: ModelUsed, earlier: Path | None = None
) -> ReusableVectors:
    """Return the vectors of the version that serves in `folder`, if it fits, and those that ship.

    The vectors of `earlier`, a version that is tried and does not serve, count, too.
    """
    ready = ready_vectors(model.fingerprint)
    passages, samples = dict(ready.passages), dict(ready.samples)
    of_tokens: dict[str, TokenRows] = {}
    for version in (earlier, _serving(folder)):
        vectors = _vectors_of(version, model) if version else ReusableVectors()
        passages.update(vectors.passages)
        samples.update(vectors.samples)
        of_tokens.update(vectors.tokens)
    return ReusableVectors(passages, samples, of_tokens)


def _serving(folder: Path) -> Path | None:
    try:
        return serving(folder)
    except DanBietError:
        return None


def _vectors_of(version: Path, model: ModelUsed) -> ReusableVectors:
    """Return the vectors of `version`, none where it is of another model, or damaged."""
    try:
        read_manifest(version, model)
        passages = stored.read_passages(version)
        own = _rows(version / dense.FILE, [passage.meaning for passage in passages])
        in_context = _rows(version / dense.IN_CONTEXT, [passage.context for passage in passages])
        samples = SampleIndex.load_if_any(version / sample_index.FOLDER)
        of_tokens = TokenIndex.load(version / tokens.FOLDER)
    except DanBietError:
        return ReusableVectors()
    return ReusableVectors(
        {**in_context, **own},
        samples.phrases.vectors_by_phrase() if samples else {},
        {passage.context: of_tokens.rows(number) for number, passage in enumerate(passages)},
    )


def passage_vectors(
    passages: Sequence[Passage], reusable: ReusableVectors, embedder: Embedder, progress: Progress
) -> PassageVectors:
    """Return the vectors of `passages`, one at least; `reusable` ones are taken over."""
    own = [passage.meaning for passage in passages]
    in_context = [passage.context for passage in passages]
    new = [text for text in dict.fromkeys([*own, *in_context]) if text not in reusable.passages]
    rows = embedder.embed_passages(new, progress) if new else ()
    of_text = {**reusable.passages, **dict(zip(new, rows, strict=True))}
    return PassageVectors(
        np.stack([of_text[text] for text in own]),
        np.stack([of_text[text] for text in in_context]),
        len(new),
    )


def passage_tokens(
    passages: Sequence[Passage], reusable: ReusableVectors, embedder: Embedder, progress: Progress
) -> list[TokenRows]:
    """Return the tokens of each of `passages` in its context; `reusable` ones are taken over.

    A plain answer has none if the document that it rests on is among the passages itself: its words
    are nearer to residents' than any provision's, and would hide documents without answers.
    """
    present = {passage.address.resolution for passage in passages if not passage.is_plain}
    texts = [
        "" if passage.is_plain and passage.address.resolution in present else passage.context
        for passage in passages
    ]
    rows = {
        text: kept for text in texts if text and len(kept := reusable.tokens.get(text, _NO_TOKENS))
    }
    new = [text for text in dict.fromkeys(texts) if text and text not in rows]
    rows.update(zip(new, map(packed, embedder.passage_tokens(new, progress)), strict=True))
    return [rows.get(text, _NO_TOKENS) for text in texts]


def _rows(path: Path, texts: Sequence[str]) -> Rows:
    rows = DenseIndex.load(path).rows(np.arange(len(texts), dtype=np.int64))
    return dict(zip(texts, rows, strict=True))
