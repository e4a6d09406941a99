"""The one entry for finding provisions: a question and a scope in, the best hits out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Self

import numpy as np

from index import dense, lexical, matters, stored
from index.dense import DenseIndex, Positions
from index.embedder import Embedder, Vectors
from index.fusion import DENSE, LEXICAL, Fusion, Scores, dense_share, lexical_share
from index.hit import Hit, MatterHit
from index.lexical import LexicalIndex
from index.manifest import Manifest, Model, read_manifest
from index.matters import MatterIndex
from index.versions import serving
from knowledge.chunker import Passage
from knowledge.resolution import Address, Resolution
from knowledge.text import has_diacritics

_DEPTH = 200
"""Candidates taken from each retriever where the scope holds more."""

_REMEMBERED = 64
"""Questions whose vectors are kept: one question is searched for more than once."""


class Index:
    """A version of the index, opened for searching. It never changes; reopen after a build."""

    def __init__(
        self,
        manifest: Manifest,
        library: Mapping[str, Resolution],
        passages: Sequence[Passage],
        retrievers: tuple[LexicalIndex, DenseIndex, MatterIndex | None],
        embedder: Embedder,
        fusion: Fusion,
    ) -> None:
        """Take the parts of one version; `open` reads them from a folder."""
        self.manifest = manifest
        self.library = library
        self._lexical, self._dense, self._matters = retrievers
        self._background = embedder.background
        self._vector = lru_cache(_REMEMBERED)(lambda text: embedder.embed_queries([text]))
        self._fusion = fusion
        self._addresses = [passage.address for passage in passages]
        self._leads = np.array([passage.lead for passage in passages], np.bool_)
        self._positions = _by_resolution(self._addresses)

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, fusion: Fusion | None = None) -> Self:
        """Open the version that serves in `folder`.

        Raises IndexMissing, IndexDamaged, IndexOfOtherFormat, IndexOfOtherModel, IndexUnreadable.
        """
        version = serving(folder)
        return cls(
            read_manifest(version, Model(embedder.name, embedder.fingerprint)),
            stored.read_library(version),
            stored.read_passages(version),
            (
                LexicalIndex.load(version / lexical.FOLDER),
                DenseIndex.load(version / dense.FILE),
                MatterIndex.load_if_any(version / matters.FOLDER),
            ),
            embedder,
            fusion or Fusion(),
        )

    def search(
        self, question: str, resolutions: Collection[str] | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        """Return at most `limit` provisions, best first, each once.

        Only provisions of `resolutions` (ids; None for all) are ranked at all. Names of places
        blur the ranking inside one place: cut them from `question` once they are in the scope.
        """
        scope = self._scope(resolutions)
        if not scope.size or not question.strip():
            return ()
        vector = self._vector(question)
        bm25 = self._lexical.scores(question)
        found = self._candidates(scope, bm25, vector)
        cosines = self._dense.cosines(vector, found)
        shares = {
            LEXICAL: lexical_share(bm25[found], self._lexical.ceiling(question)),
            DENSE: dense_share(cosines, self._background),
        }
        joined = self._fusion_for(question).join(shares, self._leads[found])
        parts = {**shares, "bm25": bm25[found], "cosine": cosines}
        return tuple(islice(self._hits(found, joined, parts), limit))

    def nearest_matter(self, question: str) -> MatterHit | None:
        """Return the matter outside the documents nearest to `question`; None without matters."""
        if self._matters is None or not question.strip():
            return None
        vector = self._vector(question)
        fusion = self._fusion_for(question)
        return self._matters.nearest(question, vector, self._background, fusion)

    def _fusion_for(self, question: str) -> Fusion:
        """Return how scores are joined: words alone where the question lacks its diacritics.

        The models know Vietnamese with its marks; without them, vectors only blur what words find.
        """
        return self._fusion if has_diacritics(question) else self._fusion.without(DENSE)

    def _scope(self, resolutions: Collection[str] | None) -> Positions:
        if resolutions is None:
            return np.arange(len(self._addresses), dtype=np.int64)
        known = [self._positions[name] for name in resolutions if name in self._positions]
        return np.unique(np.concatenate(known)) if known else np.empty(0, np.int64)

    def _candidates(self, scope: Positions, bm25: Scores, vector: Vectors) -> Positions:
        """Return the positions worth joining: all of a small scope, the best of a large one."""
        if len(scope) <= 2 * _DEPTH:
            return scope
        by_words = scope[np.argpartition(-bm25[scope], _DEPTH)[:_DEPTH]]
        return np.union1d(by_words, self._dense.nearest(vector, scope, _DEPTH))

    def _hits(self, found: Positions, joined: Scores, parts: Mapping[str, Scores]) -> Iterator[Hit]:
        """Yield the best piece of each provision, best first."""
        seen: set[Address] = set()
        for place in np.argsort(-joined, kind="stable"):
            address = self._addresses[found[place]]
            if address not in seen:
                seen.add(address)
                values = {name: float(scores[place]) for name, scores in parts.items()}
                yield Hit(address, float(joined[place]), values)


def _by_resolution(addresses: Sequence[Address]) -> dict[str, Positions]:
    positions: dict[str, list[int]] = {}
    for position, address in enumerate(addresses):
        positions.setdefault(address.resolution, []).append(position)
    return {name: np.array(found, np.int64) for name, found in positions.items()}
