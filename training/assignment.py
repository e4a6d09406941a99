"""Learns the probability that a new provision belongs to a topic: index/matters/assignment.json.

`python -m training.assignment` takes the documents out of the topics one after another, compares
their provisions with those of the rest, and fits a logistic regression to what persons had said of
them. It prints the precision and recall of a document's topics by the weights that the other
documents teach. Run it again after a change of the embedding model or of the topics.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from bot.commands.wiring import Application
from bot.config import read_settings
from index.embedding.embedder import Embedder, Vectors
from index.matters.assignment import LEAST, Regression, named_pairs, named_passages, write_learned
from index.matters.kinship import FEATURES, Kinship, Table
from knowledge.library.library import SOURCES, read_library
from knowledge.matters.topic import TOPICS, Topic, read_topics, without
from knowledge.passages import Passage, passages

_LOOSE = 100.0
"""The inverse of the penalty on big weights, of which six parameters need hardly any."""


@dataclass(frozen=True)
class TopicBank:
    """The topics and passages, with a row of `vectors` a passage and of `samples` a question."""

    topics: Sequence[Topic]
    passages: Sequence[Passage]
    vectors: Vectors
    samples: Vectors

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents."""
        return tuple(dict.fromkeys(passage.address.resolution for passage in self.passages))

    def features(self, document: str, hidden: Sequence[str] = ()) -> Table:
        """Return [pairs, features] of `document`, its topics and those of `hidden` forgotten."""
        topics = self.topics
        for name in (document, *hidden):
            topics = without(topics, name)
        known = named_passages(topics, named_pairs(topics, {}), self.passages, self.vectors)
        kinship = Kinship(known, [topic.questions for topic in topics], self.samples)
        own = self._own(document)
        passages = [self.passages[number] for number in own]
        features = kinship.features(passages, self.vectors[own])
        return features.reshape(-1, len(FEATURES))

    def labels(self, document: str) -> Table:
        """Return [pairs]: 1 where a person put a passage of `document` into a topic."""
        rows = [
            [self.passages[number].address in topic.provisions for topic in self.topics]
            for number in self._own(document)
        ]
        return np.array(rows, np.float64).ravel()

    def _own(self, document: str) -> list[int]:
        return [
            number
            for number, passage in enumerate(self.passages)
            if passage.address.resolution == document
        ]


def read_bank(embedder: Embedder) -> TopicBank:
    """Return the bank that comes with the project, embedded anew."""
    library = read_library(SOURCES)
    topics = read_topics(TOPICS, library)
    indexed = [passage for document in library for passage in passages(document)]
    questions = [question for topic in topics for question in topic.questions]
    vectors = embedder.embed_passages([passage.meaning for passage in indexed])
    return TopicBank(topics, indexed, vectors, embedder.embed_queries(questions))


def learn(bank: TopicBank, hidden: Sequence[str] = ()) -> Regression:
    """Return the regression that the documents of `bank` teach, those of `hidden` unseen."""
    seen = [name for name in bank.documents if name not in hidden]
    features = np.concatenate([bank.features(name, hidden) for name in seen])
    labels = np.concatenate([bank.labels(name) for name in seen])
    model = LogisticRegression(C=_LOOSE, max_iter=1000).fit(features, labels)
    weights = dict(zip(FEATURES, model.coef_[0].round(3).tolist(), strict=True))
    return Regression(round(float(model.intercept_[0]), 3), weights)


def report(bank: TopicBank) -> None:
    """Print precision and recall of each document, by what the others taught."""
    print(f"{'':20} {'pairs':>5} {'average precision':>18}  precision/recall at {LEAST}, at 0.5")
    for name in bank.documents:
        weights = learn(bank, [name]).probabilities(bank.features(name))
        labels = bank.labels(name)
        average = average_precision_score(labels, weights)
        figures = []
        for chosen in (weights >= least for least in (LEAST, 0.5)):
            right = labels[chosen].sum()
            figures.append(f"{right / max(chosen.sum(), 1):.2f}/{right / labels.sum():.2f}")
        print(f"{name:20} {int(labels.sum()):5} {average:18.2f}  {', '.join(figures)}")


def main() -> None:
    """Learn from all documents, write the weights, and print how well they do."""
    bank = read_bank(Application(read_settings()).embedder())
    write_learned(learn(bank))
    report(bank)


if __name__ == "__main__":
    main()
