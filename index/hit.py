"""Values that a search returns: provisions, topics and matters with their scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import exp

from knowledge.law.resolution import Address
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision that was found.

    `score` is a log-odds up to a constant: comparable between the provisions of any search, whole
    numbers apart where one is clearly better. `parts` holds the features that it joins, each 0..1.
    """

    address: Address
    score: float
    parts: Mapping[str, float]

    @property
    def probability(self) -> float:
        """Return the logistic of `score`: a probability if its constant was set so."""
        return 1 / (1 + exp(-self.score))


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic whose sample questions come near to a question; `score` as for a provision."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class MatterHit:
    """A matter outside the resolutions whose phrases come near to a question.

    `covered` is the probability that a provision within reach speaks of it all the same.
    """

    matter: OutsideMatter
    score: float
    covered: float = 0.0


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of one search.

    `hits` are the provisions within reach, `anywhere` those of the whole library, each best first
    and each once; `matters` the nearest matter outside the resolutions of each kind; `topics` the
    nearest topics, best first; `topic_within` the highest score of a topic that a provision within
    reach belongs to.
    """

    hits: tuple[Hit, ...] = ()
    anywhere: tuple[Hit, ...] = ()
    matters: Mapping[OutsideKind, MatterHit] = field(default_factory=dict)
    topics: tuple[TopicHit, ...] = ()
    topic_within: float = 0.0

    def kept(self, keeps: Callable[[Hit], bool]) -> Found:
        """Return the outcome without the provisions for which `keeps` is False."""
        return replace(
            self,
            hits=tuple(filter(keeps, self.hits)),
            anywhere=tuple(filter(keeps, self.anywhere)),
        )
