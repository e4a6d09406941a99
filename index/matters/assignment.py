"""Topics of new provisions: those that a person named, and those that the machine infers.

A provision that no topic names gets its topics from the provisions that they have in other
documents and from their sample questions. Each membership is a probability, by a logistic
regression that `python -m training.assignment` learned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from index.embedding.embedder import Vectors
from index.matters.kinship import FEATURES, Kinship, NamedProvisions, Table
from knowledge.law.resolution import RULING, Address, Part
from knowledge.matters.lists.judgement import Judgement
from knowledge.matters.topic import Topic
from knowledge.passages import Passage

Row = NDArray[np.float64]

LEAST = 0.05
"""The lowest probability that is kept: lower ones helped no search."""

_RULING = (*RULING, Part.CLOSING)
"""Parts that get a topic: preamble and signature share words with much and rule nothing."""

LEARNED = Path(__file__).parent / "assignment.json"


class Author(StrEnum):
    """The one who says that a provision belongs to a topic."""

    PERSON = "person"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Membership:
    """A tie: the provision at `address` answers `topic`, with a probability `weight`."""

    topic: str
    address: Address
    weight: float
    by: Author


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over the features of a provision and a topic."""

    intercept: float
    weights: Mapping[str, float]

    def probabilities(self, features: Table) -> Table:
        """Return [passages, topics] for features [passages, topics, features]."""
        weights = np.array([self.weights[name] for name in FEATURES])
        return np.asarray(1 / (1 + np.exp(-(features @ weights + self.intercept))))


_REGRESSION = TypeAdapter(Regression)


def learned(path: Path = LEARNED) -> Regression:
    """Return the regression in the file at `path`: the one that comes with the project."""
    return _REGRESSION.validate_json(path.read_bytes())


def write_learned(regression: Regression, path: Path = LEARNED) -> None:
    """Write `regression` as the one that comes with the project."""
    path.write_bytes(_REGRESSION.dump_json(regression, indent=2) + b"\n")


def assign(
    topics: Sequence[Topic],
    judgements: Iterable[Judgement],
    passages: Sequence[Passage],
    vectors: Vectors,
    samples: Vectors,
    regression: Regression | None = None,
) -> tuple[Membership, ...]:
    """Return the memberships of the `topics`: those that persons named, then inferred ones.

    `passages` come document by document, a row of `vectors` each; a row of `samples` stands for
    each sample question of the topics, in order. A judgement has the last word on its provision and
    topic; all else about a provision that `topics` names is left to persons.
    """
    if not topics:
        return ()
    judged = {(judgement.topic, judgement.provision): judgement.belongs for judgement in judgements}
    by_person = named_pairs(topics, judged)
    known = named_passages(topics, by_person, passages, vectors)
    kinship = Kinship(known, [topic.questions for topic in topics], samples)
    named = {address for topic in topics if not topic.within for address in topic.provisions}
    inferred: dict[tuple[str, Address], float] = {}
    for position, weights in _weights(passages, vectors, kinship, regression):
        address = passages[position].address
        if address not in named and address.part in _RULING:
            for topic in np.flatnonzero(weights >= LEAST).tolist():
                pair = (topics[topic].name, address)
                if not topics[topic].within:
                    # of the pieces of a long provision the surest counts
                    inferred[pair] = max(inferred.get(pair, 0.0), float(weights[topic]))
    return (
        *(Membership(*pair, 1.0, Author.PERSON) for pair in by_person),
        *(
            Membership(*pair, weight, Author.MACHINE)
            for pair, weight in inferred.items()
            if pair not in judged
        ),
    )


def named_pairs(
    topics: Iterable[Topic], judged: Mapping[tuple[str, Address], bool]
) -> list[tuple[str, Address]]:
    """Return the pairs of topic and provision that a person named and none denied."""
    named = [(topic.name, address) for topic in topics for address in topic.provisions]
    confirmed = [pair for pair, belongs in judged.items() if belongs]
    return [pair for pair in dict.fromkeys([*named, *confirmed]) if judged.get(pair, True)]


def named_passages(
    topics: Sequence[Topic],
    by_person: Iterable[tuple[str, Address]],
    passages: Sequence[Passage],
    vectors: Vectors,
) -> NamedProvisions:
    """Return the `passages` whose provisions stand in the pairs `by_person`, with their topics."""
    numbers = {topic.name: number for number, topic in enumerate(topics)}
    belonging: dict[Address, list[int]] = {}
    for name, address in by_person:
        belonging.setdefault(address, []).append(numbers[name])
    chosen = [place for place, passage in enumerate(passages) if passage.address in belonging]
    table = np.zeros((len(chosen), len(topics)), np.bool_)
    for row, place in enumerate(chosen):
        table[row, belonging[passages[place].address]] = True
    return NamedProvisions([passages[place] for place in chosen], vectors[chosen], table)


def _weights(
    passages: Sequence[Passage], vectors: Vectors, kinship: Kinship, regression: Regression | None
) -> Iterator[tuple[int, Row]]:
    """Yield the position of each passage with its probabilities: [topics]."""
    regression = regression or learned()
    start = 0
    for _, group in groupby(passages, key=lambda passage: passage.address.resolution):
        own = list(group)
        rows = slice(start, start + len(own))
        yield from enumerate(regression.probabilities(kinship.features(own, vectors[rows])), start)
        start = rows.stop
