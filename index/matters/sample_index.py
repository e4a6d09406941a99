"""Sample questions in groups: the topics of the documents, and the matters outside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Self

import numpy as np
from pydantic import TypeAdapter

from index.embedding.embedder import Vectors
from index.errors import IndexDamaged
from index.hit import MatterHit, TopicHit
from index.matters.assignment import Membership, assign
from index.retrieval.fusion import (
    DENSE,
    LEXICAL,
    TOPIC_MEANING,
    TOPIC_NEAREST,
    TOPIC_WHOLE,
    TOPIC_WORDS,
    Scores,
    lexical_share,
)
from index.retrieval.lexical import LexicalIndex, mean_length
from index.retrieval.phrases import PhraseIndex
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter
from knowledge.matters.thesaurus import Thesaurus
from knowledge.matters.topic import Topic
from knowledge.passages import Passage

FOLDER = "samples"
_TOPICS = "topics.json"
_MATTERS = "matters.json"
_MEMBERSHIPS = "memberships.json"
_PHRASES = "phrases"
_WHOLES = "wholes"
_TOPIC_LIST = TypeAdapter(tuple[Topic, ...])
_MATTER_LIST = TypeAdapter(tuple[OutsideMatter, ...])
_MEMBERSHIP_LIST = TypeAdapter(tuple[Membership, ...])

_NEAREST = 3
"""Samples of a group that are averaged: one may be near by chance."""

Near = Mapping[str, Scores]
"""The nearness of a question to each group, by feature: [groups] each, the topics first."""


def groups_of(thesaurus: Thesaurus) -> list[tuple[str, ...]]:
    """Return the samples of each topic, then of each matter outside."""
    return [
        *(topic.questions for topic in thesaurus.topics),
        *(matter.phrases for matter in thesaurus.matters),
    ]


def near_by(
    shares: Mapping[str, Scores], of_groups: Callable[[Scores, int], Scores], whole: Scores
) -> Near:
    """Return the nearness of a question to groups by the `shares` of their phrases: [phrases].

    `of_groups` makes means of the nearest of each group, `whole` is the share of its whole text.
    """
    both = (shares[LEXICAL] + shares[DENSE]) * np.float32(0.5)
    return {
        TOPIC_WORDS: of_groups(shares[LEXICAL], _NEAREST),
        TOPIC_MEANING: of_groups(shares[DENSE], _NEAREST),
        TOPIC_NEAREST: of_groups(both, 1),
        TOPIC_WHOLE: whole,
    }


class SampleIndex:
    """Scores the nearness of a question to each topic and each matter."""

    def __init__(
        self,
        topics: Sequence[Topic],
        matters: Sequence[OutsideMatter],
        memberships: Sequence[Membership],
        phrases: PhraseIndex,
        wholes: LexicalIndex | None = None,
    ) -> None:
        """Take topics and matters, the memberships of topics, and all their samples in order.

        `wholes` has a text a group, made anew where it is not given.
        """
        self.topics, self.matters = tuple(topics), tuple(matters)
        self.memberships = tuple(memberships)
        self.phrases = phrases
        self.wholes = wholes or LexicalIndex.build(self._whole_texts())

    @classmethod
    def build(
        cls,
        thesaurus: Thesaurus,
        passages: Sequence[Passage],
        vectors: Vectors,
        phrases: PhraseIndex,
    ) -> Self:
        """Assign the `passages`, a row of `vectors` each, to the topics and matters of `thesaurus`.

        A matter is outside only where no provision speaks of it: a new one may. `phrases` are those
        of `groups_of(thesaurus)`.
        """
        outside = (Topic(matter.name, (), (), matter.phrases) for matter in thesaurus.matters)
        groups = (*thesaurus.topics, *outside)
        memberships = assign(groups, thesaurus.judgements, passages, vectors, phrases.vectors)
        return cls(thesaurus.topics, thesaurus.matters, memberships, phrases)

    @classmethod
    def load_if_any(cls, folder: Path) -> Self | None:
        """Open what `save` wrote into `folder`, None where nothing was; raise IndexDamaged."""
        if not folder.exists():
            return None
        try:
            topics = _TOPIC_LIST.validate_json((folder / _TOPICS).read_bytes())
            matters = _MATTER_LIST.validate_json((folder / _MATTERS).read_bytes())
            memberships = _MEMBERSHIP_LIST.validate_json((folder / _MEMBERSHIPS).read_bytes())
        except (OSError, ValueError) as error:
            raise IndexDamaged(folder) from error
        phrases = PhraseIndex.load(folder / _PHRASES)
        return cls(topics, matters, memberships, phrases, LexicalIndex.load(folder / _WHOLES))

    def save(self, folder: Path) -> None:
        """Write the index into a new folder `folder`."""
        folder.mkdir()
        (folder / _TOPICS).write_bytes(_TOPIC_LIST.dump_json(self.topics))
        (folder / _MATTERS).write_bytes(_MATTER_LIST.dump_json(self.matters))
        (folder / _MEMBERSHIPS).write_bytes(_MEMBERSHIP_LIST.dump_json(self.memberships))
        self.phrases.save(folder / _PHRASES)
        self.wholes.save(folder / _WHOLES)

    def _whole_texts(self) -> list[str]:
        """Return the name and all samples of each group as one text."""
        names = [topic.name for topic in self.topics]
        names += [matter.name for matter in self.matters]
        groups = zip(names, self.phrases.groups, strict=True)
        return ["\n".join((name, *samples)) for name, samples in groups]

    @cached_property
    def length_of_wholes(self) -> float:
        """Return the mean number of tokens of the text of a group."""
        return mean_length(self._whole_texts())

    def near(self, question: str, vector: Vectors, background: float) -> Near:
        """Return the nearness of `question`, whose vector is [1, dim], to each group."""
        shares = self.phrases.shares(question, vector, background)
        whole = lexical_share(self.wholes.scores(question), self.wholes.ceiling(question))
        return near_by(shares, self.phrases.of_groups, whole)

    def nearest_topics(self, of_groups: Scores, limit: int | None) -> tuple[TopicHit, ...]:
        """Return the `limit` topics with the highest of the scores `of_groups`, best first.

        All of them for None.
        """
        scores = of_groups[: len(self.topics)]
        best: dict[str, float] = {}
        for place in np.argsort(-scores, kind="stable"):
            topic = self.topics[place]
            best.setdefault(topic.within or topic.name, float(scores[place]))
        nearest = islice(best.items(), limit)
        return tuple(TopicHit(name, score) for name, score in nearest)

    def nearest_matters(
        self, of_groups: Scores, covered: Scores
    ) -> Mapping[OutsideKind, MatterHit]:
        """Return the matter of each kind with the highest of the scores `of_groups`.

        `covered` is the probability that a provision within reach speaks of each group: [groups].
        """
        first = len(self.topics)
        scores = of_groups[first:]
        nearest: dict[OutsideKind, MatterHit] = {}
        for place in np.argsort(-scores, kind="stable"):
            matter = self.matters[place]
            hit = MatterHit(matter, float(scores[place]), float(covered[first + place]))
            nearest.setdefault(matter.kind, hit)
        return nearest
