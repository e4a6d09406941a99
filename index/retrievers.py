"""The parts of a version that find passages, each in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from index.matters import sample_index
from index.matters.sample_index import SampleIndex
from index.retrieval import dense, lexical, tokens
from index.retrieval.dense import DenseIndex
from index.retrieval.lexical import LexicalIndex
from index.retrieval.tokens import TokenIndex


@dataclass(frozen=True, slots=True)
class Retrievers:
    """The finders of passages: by words, by meaning, by meaning in context, by tokens and samples.

    There are no samples if nobody has written any question of residents.
    """

    lexical: LexicalIndex
    dense: DenseIndex
    in_context: DenseIndex
    tokens: TokenIndex
    samples: SampleIndex | None

    @classmethod
    def read(cls, version: Path) -> Self:
        """Open those of the version in the folder `version`; raise IndexDamaged."""
        return cls(
            LexicalIndex.load(version / lexical.FOLDER),
            DenseIndex.load(version / dense.FILE),
            DenseIndex.load(version / dense.IN_CONTEXT),
            TokenIndex.load(version / tokens.FOLDER),
            SampleIndex.load_if_any(version / sample_index.FOLDER),
        )
