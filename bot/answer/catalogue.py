"""The catalogue to browse: the topics of each right, and the provisions of each topic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from knowledge.law.resolution import Address
from knowledge.matters.topic import Right, Topic

_LEAST = 0.5
"""The lowest probability of a membership that is shown; what a person said has 1."""


class TopicMembership(Protocol):
    """A provision that belongs to a topic, with a probability, as the index tells it."""

    @property
    def topic(self) -> str:
        """Return the name of the topic."""

    @property
    def address(self) -> Address:
        """Return where the provision stands."""

    @property
    def weight(self) -> float:
        """Return the probability."""


class Catalogue:
    """The topics of one version of the index; empty where it was built without topics."""

    def __init__(
        self, topics: Sequence[Topic] = (), memberships: Iterable[TopicMembership] = ()
    ) -> None:
        """Take the `topics` in the order of their file, and what belongs to which."""
        self._topics = tuple(topics)
        self._provisions: dict[str, list[Address]] = {}
        for membership in sorted(memberships, key=lambda membership: -membership.weight):
            if membership.weight >= _LEAST:
                self._provisions.setdefault(membership.topic, []).append(membership.address)

    def topics(self, right: Right, resolutions: Collection[str]) -> tuple[Topic, ...]:
        """Return the topics of `right` that a provision of `resolutions` (ids) speaks of.

        Those that belong to no other right come first: the rest is more general.
        """
        topics = (
            topic
            for topic in self._topics
            if right in topic.rights and self.provisions(topic.name, resolutions)
        )
        return tuple(sorted(topics, key=lambda topic: len(topic.rights)))

    def provisions(self, topic: str, resolutions: Collection[str]) -> tuple[Address, ...]:
        """Return the provisions of `resolutions` (ids) that belong to `topic`, surest first."""
        belonging = self._provisions.get(topic, ())
        return tuple(address for address in belonging if address.resolution in resolutions)
