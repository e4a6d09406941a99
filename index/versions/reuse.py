"""What is embedded already: the vectors of the version that serves, taken over into the next."""

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
class KnownVectors:
    """Vectors of passages, of sample questions, and of the tokens of passages in context.

    Each goes by the words that were embedded.
    """

    passages: Rows = field(default_factory=dict)
    samples: Rows = field(default_factory=dict)
    tokens: Mapping[str, TokenRows] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """One row a passage, of its `own` words and of them `in_context`: [passages, dim].

    `embedded` counts the texts that had to be embedded for them.
    """

    own: Vectors
    in_context: Vectors
    embedded: int


def known_vectors(folder: Path, model: ModelUsed, earlier: Path | None = None) -> KnownVectors:
    """Return the vectors of the version that serves in `folder`, if it fits, and ready ones.

    Those of `earlier`, a version that is tried and does not serve, count, too.
    """
    ready = ready_vectors(model.fingerprint)
    passages, asked = dict(ready.passages), ready.samples
    of_tokens: dict[str, TokenRows] = {}
    for version in (earlier, _serving(folder)):
        known = _vectors_of(version, model) if version else KnownVectors()
        passages.update(known.passages)
        asked = {**asked, **known.samples}
        of_tokens.update(known.tokens)
    return KnownVectors(passages, asked, of_tokens)


def _serving(folder: Path) -> Path | None:
    try:
        return serving(folder)
    except DanBietError:
        return None


def _vectors_of(version: Path, model: ModelUsed) -> KnownVectors:
    """Return the vectors of `version`, none where it is of another model, or damaged."""
    try:
        read_manifest(version, model)
        found = stored.read_passages(version)
        own = _rows(version / dense.FILE, [passage.meaning for passage in found])
        in_context = _rows(version / dense.IN_CONTEXT, [passage.context for passage in found])
        asked = SampleIndex.load_if_any(version / sample_index.FOLDER)
        of_tokens = TokenIndex.load(version / tokens.FOLDER)
    except DanBietError:
        return KnownVectors()
    return KnownVectors(
        {**in_context, **own},
        asked.phrases.known() if asked else {},
        {one.context: of_tokens.rows(number) for number, one in enumerate(found)},
    )


def passage_vectors(
    found: Sequence[Passage], known: KnownVectors, embedder: Embedder, progress: Progress
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


def passage_tokens(
    found: Sequence[Passage], known: KnownVectors, embedder: Embedder, progress: Progress
) -> list[TokenRows]:
    """Return the tokens of each of the passages `found` in its context, those of `known` as kept.

    Of a plain answer there are none where the text that it rests on is found itself: its words are
    nearer to residents' than any provision's, and would hide those of documents without answers.
    """
    told = {one.address.resolution for one in found if not one.is_plain}
    texts = [
        "" if one.is_plain and one.address.resolution in told else one.context for one in found
    ]
    rows = {text: one for text in texts if text and len(one := known.tokens.get(text, _NO_TOKENS))}
    new = [text for text in dict.fromkeys(texts) if text and text not in rows]
    rows.update(zip(new, map(packed, embedder.passage_tokens(new, progress)), strict=True))
    return [rows.get(text, _NO_TOKENS) for text in texts]


def _rows(path: Path, texts: Sequence[str]) -> Rows:
    rows = DenseIndex.load(path).rows(np.arange(len(texts), dtype=np.int64))
    return dict(zip(texts, rows, strict=True))
