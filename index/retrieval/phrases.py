"""Searches groups of sample phrases for the nearness of a question to each phrase and group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Self

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from index.embedding.embedder import Embedder, Progress, Vectors, silent
from index.errors import IndexDamaged
from index.retrieval import lexical
from index.retrieval.dense import cosines_of
from index.retrieval.fusion import DENSE, LEXICAL, Scores, dense_share, lexical_share
from index.retrieval.grouping import Grouping, Groups
from index.retrieval.lexical import LexicalIndex, mean_length

_PHRASES = "phrases.json"
_VECTORS = "vectors.npy"
_BATCH = 64
"""Phrases embedded between two reports of progress."""

_GROUPS = TypeAdapter(tuple[tuple[str, ...], ...])


class PhraseIndex:
    """Holds phrases in groups: [phrases] runs through the groups in their order."""

    def __init__(self, groups: Groups, words: LexicalIndex, vectors: Vectors) -> None:
        """Take the groups, and the indexes of all their phrases in order."""
        self.groups = tuple(tuple(group) for group in groups)
        self.vectors = vectors
        self.words = words
        self._grouping = Grouping(self.groups)

    @classmethod
    def build(
        cls,
        groups: Groups,
        embedder: Embedder,
        progress: Progress = silent,
        ready: Mapping[str, NDArray[np.float32]] = MappingProxyType({}),
    ) -> Self:
        """Index the phrases of `groups` (at least one with a word) as the questions they are.

        `ready` holds vectors by phrase, which need not be embedded again; `progress` counts the
        phrases that are embedded.
        """
        phrases = list(chain.from_iterable(groups))
        new = [phrase for phrase in dict.fromkeys(phrases) if phrase not in ready]
        rows = {**ready, **_embed(new, embedder, progress)}
        vectors = np.stack([rows[phrase] for phrase in phrases])
        return cls(groups, LexicalIndex.build(phrases), vectors)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open what `save` wrote into `folder`; raise IndexDamaged where that fails."""
        try:
            groups = _GROUPS.validate_json((folder / _PHRASES).read_bytes())
            vectors = np.load(folder / _VECTORS, mmap_mode="r")
        except (OSError, EOFError, ValueError) as error:
            raise IndexDamaged(folder) from error
        if vectors.ndim != len("rc") or len(vectors) != sum(map(len, groups)):
            raise IndexDamaged(folder / _VECTORS)
        return cls(groups, LexicalIndex.load(folder / lexical.FOLDER), vectors)

    def save(self, folder: Path) -> None:
        """Write the index into a new folder `folder`."""
        folder.mkdir()
        (folder / _PHRASES).write_bytes(_GROUPS.dump_json(self.groups))
        np.save(folder / _VECTORS, self.vectors)
        self.words.save(folder / lexical.FOLDER)

    @cached_property
    def length(self) -> float:
        """Return the mean number of tokens of a phrase."""
        return mean_length(chain.from_iterable(self.groups))

    def vectors_by_phrase(self) -> dict[str, NDArray[np.float32]]:
        """Return the vectors by phrase, as `build` takes them."""
        return dict(zip(chain.from_iterable(self.groups), self.vectors, strict=True))

    def shares(self, question: str, vector: Vectors, background: float) -> dict[str, Scores]:
        """Return the lexical and the dense share of each phrase, each in 0..1: [phrases].

        `vector` [1, dim] is that of `question`, `background` the cosine of unrelated texts.
        """
        bm25 = self.words.scores(question)
        return {
            LEXICAL: lexical_share(bm25, self.words.ceiling(question)),
            DENSE: dense_share(cosines_of(self.vectors, vector), background),
        }

    def of_groups(self, scores: Scores, nearest: int) -> Scores:
        """Return the mean of the `nearest` highest of each group's phrase `scores`: [groups]."""
        means: Scores = self._grouping.means(scores, nearest)
        return means


def _embed(
    phrases: Sequence[str], embedder: Embedder, progress: Progress
) -> dict[str, NDArray[np.float32]]:
    """Return the vectors of `phrases`, those of like length together, which is quicker."""
    ordered = sorted(phrases, key=len)
    rows: dict[str, NDArray[np.float32]] = {}
    for start in range(0, len(ordered), _BATCH):
        batch = ordered[start : start + _BATCH]
        rows.update(zip(batch, embedder.embed_queries(batch), strict=True))
        progress(len(rows), len(ordered))
    return rows
