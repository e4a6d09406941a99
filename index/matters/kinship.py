"""Compares a provision with each topic, in figures that mean the same with any model.

These are ranks and overlaps of words: cosines of one model mean something else in another.
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
"""The last dimension of `Kinship.features`, in order.

asked: the mean overlap of the provision's words with the three sample questions that share most.
answering: the mean reciprocal rank of the provision, in its document, for the sample questions.
counterpart: the best product of reciprocal ranks between the provision and one that the topic is
known to have in another document: 1 where each is the nearest to the other.
heading: the highest overlap of the headings above the provision with those above such a one.
known: whether the topic has any such provision.
"""

_ASKED = 3
_MEANING = 0.25
"""The weight of a standard deviation of a cosine beside an overlap of words, which is 0..1."""
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class NamedProvisions:
    """Passages whose topics a person named, with their vectors.

    `topics` is True where the passage of a row has the topic of a column: [passages, topics].
    """

    passages: Sequence[Passage]
    vectors: Vectors
    topics: NDArray[np.bool_]

    def outside(self, resolution: str) -> NDArray[np.bool_]:
        """Return True for each that stands in another document than `resolution`: [passages]."""
        others = [passage.address.resolution != resolution for passage in self.passages]
        return np.array(others, np.bool_)


class Kinship:
    """Compares the passages of one document after another with the topics."""

    def __init__(self, named: NamedProvisions, questions: Groups, samples: Vectors) -> None:
        """Take the passages with a topic, the sample questions of each topic, and their vectors."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._named = named
        self._means, self._samples = Grouping(questions).means, samples
        flat = [question for group in questions for question in group]
        texts = [passage.text for passage in named.passages]
        self._vectorizer = TfidfVectorizer(analyzer=tokens, sublinear_tf=True)
        weighed = self._vectorizer.fit_transform([*flat, *texts])
        self._questions, self._texts = weighed[: len(flat)], weighed[len(flat) :]
        headings = [_headings(passage) for passage in named.passages]
        self._headings = self._vectorizer.transform(headings) if headings else weighed[:0]

    def features(self, passages: Sequence[Passage], vectors: Vectors) -> Table:
        """Return [passages, topics, features] of the `passages`, at least one, of one document.

        Topics that persons named in their own document do not count.
        """
        texts = self._vectorizer.transform([passage.text for passage in passages])
        headings = self._vectorizer.transform([_headings(passage) for passage in passages])
        overlap, answering = self._by_questions(texts, vectors)
        others = self._named.outside(passages[0].address.resolution)
        topics = self._named.topics[others]
        counterpart = _highest(self._counterparts(texts, vectors, others), topics)
        heading = _highest(_cosines(headings, self._headings[others]), topics)
        known = np.broadcast_to(topics.any(axis=0), overlap.shape)
        return np.stack([overlap, answering, counterpart, heading, known], axis=-1)

    def _by_questions(self, texts: Sparse, vectors: Vectors) -> tuple[Table, Table]:
        """Return the features "asked" and "answering": [passages, topics] each."""
        overlap = _cosines(self._questions, texts)
        near = overlap + _MEANING * _standardised(self._samples @ vectors.T)
        shared = [self._means(column, _ASKED) for column in overlap.T]
        answering = [self._means(column, len(column)) for column in 1 / _ranks(near).T]
        return np.array(shared), np.array(answering)

    def _counterparts(self, texts: Sparse, vectors: Vectors, others: NDArray[np.bool_]) -> Table:
        """Return the products of reciprocal ranks: [passages, known in other documents]."""
        cosines = vectors @ self._named.vectors[others].T
        if not cosines.size:
            return np.zeros(cosines.shape)
        # standardised both ways: a passage that is near to everything is nobody's counterpart
        meaning = (_standardised(cosines) + _standardised(cosines.T).T) / 2
        near = _cosines(texts, self._texts[others]) + _MEANING * meaning
        return 1 / (_ranks(near) * _ranks(near.T).T)


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
