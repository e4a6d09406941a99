"""Samples that came after an index was built, measured as if they stood in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from index.embedding.embedder import Vectors
from index.matters.sample_index import Near, SampleIndex, near_by
from index.retrieval.dense import cosines_of
from index.retrieval.fusion import DENSE, LEXICAL, Scores, dense_share, lexical_share
from index.retrieval.grouping import Grouping
from index.retrieval.lexical import LexicalIndex, tokens


class AddedTexts:
    """Texts that are scored with the weights that words have in a lexical index.

    `mean` is the mean number of tokens of the texts of that index.
    """

    def __init__(self, texts: Iterable[str], words: LexicalIndex, mean: float) -> None:
        """Take the texts; the index stays as it is."""
        counts = [Counter(tokens(text)) for text in texts]
        self._words, self._count = words, len(counts)
        by_token: dict[str, list[tuple[int, float]]] = {}
        for place, count in enumerate(counts):
            for token, score in words.weighed(count, mean):
                by_token.setdefault(token, []).append((place, score))
        self._by_token = {
            token: (np.array(places), np.array(scores, np.float32))
            for token, pairs in by_token.items()
            for places, scores in (zip(*pairs, strict=True),)
        }

    def shares(self, question: str) -> Scores:
        """Return the lexical share of each text, in 0..1: [texts]."""
        shared = np.zeros(self._count, np.float32)
        for token in tokens(question):
            if token in self._by_token:
                places, scores = self._by_token[token]
                shared[places] += scores
        return lexical_share(shared, self._words.ceiling(question))


class AddedGroups:
    """Scores the nearness of a question to each of some groups that an index lacks."""

    def __init__(
        self, groups: Mapping[str, Sequence[str]], vectors: Vectors, samples: SampleIndex
    ) -> None:
        """Take the phrases of each group by its name, one at least, and a row for each phrase."""
        phrases = tuple(groups.values())
        wholes = ["\n".join((name, *group)) for name, group in groups.items()]
        self._vectors = vectors
        self._phrases = AddedTexts(
            chain.from_iterable(phrases), samples.phrases.words, samples.phrases.length
        )
        self._wholes = AddedTexts(wholes, samples.wholes, samples.length_of_wholes)
        self._of_groups = Grouping(phrases).means

    def near(self, question: str, vector: Vectors, background: float) -> Near:
        """Return the nearness of `question`, whose vector is [1, dim], to each group."""
        shares = {
            LEXICAL: self._phrases.shares(question),
            DENSE: dense_share(cosines_of(self._vectors, vector), background),
        }
        return near_by(shares, self._of_groups, self._wholes.shares(question))
