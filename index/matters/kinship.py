"""How much a provision has in common with each topic, in figures that any model can give.

Ranks and overlaps of words alone: cosines of one model mean something else in another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Vectors
from index.retrieval.grouping import Grouping, Groups
from index.retrieval.lexical import tokens
from knowledge.passages import Passage

Table = NDArray[np.float64]
Sparse = Any
"""A sparse matrix of scipy, which tells no types."""

FEATURES = ("asked", "answering", "counterpart", "heading", "known")
"""What `Kinship.features` returns, in order.

asked: the mean overlap of the provision's words with the three sample questions that share most.
answering: the mean reciprocal rank of the provision, in its document, for the sample questions.
counterpart: the best product of reciprocal ranks between the provision and one that the topic is
known to have in another document: 1 where each is the nearest to the other.
heading: the highest overlap of the headings above the provision with those above such a one.
known: whether the topic has any such provision.
"""

_ASKED = 3
_MEANING = 0.25
"""How much a standard deviation of a cosine counts beside an overlap of words, which is 0..1."""
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class KnownProvisions:
    """Passages whose topics a person named: their vectors, and [passages, topics] who has which."""

    passages: Sequence[Passage]
    vectors: Vectors
    topics: NDArray[np.bool_]

    def outside(self, resolution: str) -> NDArray[np.bool_]:
        """Return which of them stand in other documents than `resolution`: [passages]."""
        return np.array([one.address.resolution != resolution for one in self.passages], np.bool_)


class Kinship:
    """Compares the passages of one document after another with the topics."""

    def __init__(self, known: KnownProvisions, questions: Groups, samples: Vectors) -> None:
        """Take what is known, the sample questions of each topic, and the vectors of all these."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._known = known
        self._means, self._samples = Grouping(questions).means, samples
        asked = [question for group in questions for question in group]
        texts = [passage.text for passage in known.passages]
        self._vectorizer = TfidfVectorizer(analyzer=tokens, sublinear_tf=True)
        weighed = self._vectorizer.fit_transform([*asked, *texts])
        self._asked, self._texts = weighed[: len(asked)], weighed[len(asked) :]
        headings = [_headings(one) for one in known.passages]
        self._headings = self._vectorizer.transform(headings) if headings else weighed[:0]

    def features(self, passages: Sequence[Passage], vectors: Vectors) -> Table:
        """Return [passages, topics, features] of the `passages`, at least one, of one document.

        What is known of their own document does not count.
        """
        texts, headings = self._weigh(passages)
        asked, answering = self._by_questions(texts, vectors)
        others = self._known.outside(passages[0].address.resolution)
        topics = self._known.topics[others]
        counterpart = _highest(self._counterparts(texts, vectors, others), topics)
        heading = _highest(_cosines(headings, self._headings[others]), topics)
        known = np.broadcast_to(topics.any(axis=0), asked.shape)
        return np.stack([asked, answering, counterpart, heading, known], axis=-1)

    def _by_questions(self, texts: Sparse, vectors: Vectors) -> tuple[Table, Table]:
        """Return how much each topic asks of each text: [passages, topics], by words and rank."""
        overlap = _cosines(self._asked, texts)
        near = overlap + _MEANING * _standardised(self._samples @ vectors.T)
        asked = [self._means(column, _ASKED) for column in overlap.T]
        answering = [self._means(column, len(column)) for column in 1 / _ranks(near).T]
        return np.array(asked), np.array(answering)

    def _counterparts(self, texts: Sparse, vectors: Vectors, others: NDArray[np.bool_]) -> Table:
        """Return the products of reciprocal ranks: [passages, known in other documents]."""
        cosines = vectors @ self._known.vectors[others].T
        if not cosines.size:
            return np.zeros(cosines.shape)
        meaning = (_standardised(cosines) + _standardised(cosines.T).T) / 2
        near = _cosines(texts, self._texts[others]) + _MEANING * meaning
        return 1 / (_ranks(near) * _ranks(near.T).T)

    def _weigh(self, passages: Sequence[Passage]) -> tuple[Sparse, Sparse]:
        """Return the weights of the words of texts and of headings: [passages, words] each."""
        weigh = self._vectorizer.transform
        return weigh([one.text for one in passages]), weigh([_headings(one) for one in passages])


def _headings(passage: Passage) -> str:
    """Return the headings above `passage` without the name of its document."""
    return passage.trail.partition(" › ")[2]


def _cosines(left: Sparse, right: Sparse) -> Table:
    return np.asarray((left @ right.T).toarray())


def _highest(scores: Table, topics: NDArray[np.bool_]) -> Table:
    """Return the highest of `scores` [passages, known] among those of each topic, 0 for none."""
    return np.array([scores.max(axis=1, where=of, initial=0) for of in topics.T]).T


def _standardised(rows: NDArray[Any]) -> NDArray[Any]:
    """Return `rows` with mean 0 and deviation 1 each; rows of equal numbers become 0."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    return np.asarray(centred / (rows.std(axis=1, keepdims=True) + _TINY))


def _ranks(rows: Table) -> Table:
    """Return the rank, from 1, of each number in its row, the highest first."""
    order = (-rows).argsort(axis=1, kind="stable")
    return order.argsort(axis=1, kind="stable").astype(np.float64) + 1
