"""Finding the matter outside the resolutions that a question comes nearest to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
from pydantic import TypeAdapter

from index import dense, lexical
from index.dense import DenseIndex
from index.embedder import Embedder, Vectors
from index.errors import IndexDamaged
from index.fusion import DENSE, LEXICAL, Fusion, dense_share, lexical_share
from index.hit import MatterHit
from index.lexical import LexicalIndex
from knowledge.outside import Matter

FOLDER = "matters"
_NAMES = "matters.json"
_MATTERS = TypeAdapter(tuple[Matter, ...])


class MatterIndex:
    """Searches the phrases in which people ask about each matter."""

    def __init__(
        self, matters: Sequence[Matter], words: LexicalIndex, meanings: DenseIndex
    ) -> None:
        """Take the matters and the indexes of all their phrases, in order."""
        self._matters = tuple(matters)
        self._phrases = [(matter, phrase) for matter in matters for phrase in matter.phrases]
        self._words, self._meanings = words, meanings

    @classmethod
    def build(cls, matters: Sequence[Matter], embedder: Embedder) -> Self:
        """Index the phrases of `matters` (at least one) as the questions that they are."""
        phrases = [phrase for matter in matters for phrase in matter.phrases]
        vectors = embedder.embed_queries(phrases)
        return cls(matters, LexicalIndex.build(phrases), DenseIndex.build(vectors))

    @classmethod
    def load_if_any(cls, folder: Path) -> Self | None:
        """Open what `save` wrote into `folder`, None where nothing was; raise IndexDamaged."""
        if not folder.exists():
            return None
        path = folder / _NAMES
        try:
            matters = _MATTERS.validate_json(path.read_bytes())
        except (OSError, ValueError) as error:
            raise IndexDamaged(path) from error
        words = LexicalIndex.load(folder / lexical.FOLDER)
        return cls(matters, words, DenseIndex.load(folder / dense.FILE))

    def save(self, folder: Path) -> None:
        """Write the index into a new folder `folder`."""
        folder.mkdir()
        (folder / _NAMES).write_bytes(_MATTERS.dump_json(self._matters))
        self._words.save(folder / lexical.FOLDER)
        self._meanings.save(folder / dense.FILE)

    def nearest(
        self, question: str, vector: Vectors, background: float, fusion: Fusion
    ) -> MatterHit:
        """Return the matter with the phrase nearest to `question`, whose vector is [1, dim].

        `background` and `fusion` are those with which provisions are scored.
        """
        everything = np.arange(len(self._phrases), dtype=np.int64)
        cosines = self._meanings.cosines(vector, everything)
        shares = {
            LEXICAL: lexical_share(self._words.scores(question), self._words.ceiling(question)),
            DENSE: dense_share(cosines, background),
        }
        joined = fusion.join(shares, np.zeros(len(everything), np.bool_))
        best = int(joined.argmax())
        return MatterHit(*self._phrases[best], float(joined[best]))
