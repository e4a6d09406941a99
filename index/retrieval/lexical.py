"""Searches by words: BM25 over folded syllables and their bigrams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log1p
from pathlib import Path
from statistics import fmean

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.errors import IndexDamaged
from knowledge.language.text import syllables

FOLDER = "lexical"

_HEIGHTS = "heights.npy"


class LexicalIndex:
    """Scores every passage by the words that it shares with a question."""

    def __init__(self, bm25: bm25s.BM25, heights: NDArray[np.float32]) -> None:
        """Take an indexed BM25 model and the highest score of each of its tokens."""
        self._bm25 = bm25
        self._heights = heights
        self._typical_height = float(np.median(heights)) if heights.size else 0.0

    @classmethod
    def build(cls, texts: Sequence[str]) -> LexicalIndex:
        """Index `texts` (at least one, with at least one word) in their order."""
        bm25 = bm25s.BM25(backend="numpy")
        bm25.index([tokens(text) for text in texts], create_empty_token=False, show_progress=False)
        starts = bm25.scores["indptr"][:-1]
        return cls(bm25, np.maximum.reduceat(bm25.scores["data"], starts))

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Map the files that `save` wrote into memory; raise IndexDamaged where that fails."""
        try:
            bm25 = bm25s.BM25.load(folder, mmap=True, show_progress=False)
            return cls(bm25, np.load(folder / _HEIGHTS))
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise IndexDamaged(folder) from error

    def save(self, folder: Path) -> None:
        """Write the index into `folder`."""
        self._bm25.save(folder, show_progress=False)
        np.save(folder / _HEIGHTS, self._heights)

    def scores(self, question: str) -> NDArray[np.float32]:
        """Return the BM25 score of each passage, 0 for those that share no word: [passages]."""
        known = self._bm25.get_tokens_ids(tokens(question))
        scores: NDArray[np.float32] = self._bm25.get_scores_from_ids(known)
        return scores

    def ceiling(self, question: str) -> float:
        """Return the score of a passage that would answer every word of `question` best of all.

        Each token counts with its highest score in any passage, an unknown one with the median of
        those, so that a question of mostly foreign words comes near no passage.
        """
        words = tokens(question)
        known = self._bm25.get_tokens_ids(words)
        unknown = len(words) - len(known)
        return float(self._heights[known].sum()) + unknown * self._typical_height

    def weighed(self, count: Counter[str], mean: float) -> Iterator[tuple[str, float]]:
        """Yield the score of each token of another text, as if the text stood in the index.

        `mean` is the mean number of tokens of the texts that do. An unknown token has the weight
        that `ceiling` gives it.
        """
        # the formula of BM25 itself, with the document frequencies of the index as it stands
        k1, b = self._bm25.k1, self._bm25.b
        damping = k1 * (1 - b + b * count.total() / mean)
        for token, times in count.items():
            number = self._bm25.vocab_dict.get(token)
            if number is None:
                yield token, self._typical_height
            else:
                yield token, self._rarity(number) * times / (times + damping)

    def _rarity(self, number: int) -> float:
        """Return the inverse document frequency of a token, in the variant of Lucene."""
        start, end = self._bm25.scores["indptr"][number : number + 2]
        texts, holding = self._bm25.scores["num_docs"], int(end) - int(start)
        return log1p((texts - holding + 0.5) / (holding + 0.5))


def tokens(text: str) -> list[str]:
    """Return the folded syllables of `text` and the pairs of neighbours, such as "dan chu"."""
    single = syllables(text)
    return single + [f"{left} {right}" for left, right in pairwise(single)]


def mean_length(texts: Iterable[str]) -> float:
    """Return the mean number of tokens of `texts`, one at least."""
    return fmean(len(tokens(text)) for text in texts)
