"""The rows that staff review of the topics, and the topic or provision that a typed name means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.matters.assignment import Author, Membership
from knowledge.errors import DanBietError
from knowledge.language.text import fold
from knowledge.law.references.citation import find_documents, find_references, provision_label
from knowledge.law.resolution import Address, Resolution
from knowledge.matters.lists.judgement import Judgement
from knowledge.matters.topic import Topic, key

_EXAMPLES = 5
"""Topics that are named where several fit."""


class UnknownTopic(DanBietError):
    """No topic, or more than one, has the name that was typed."""

    def __init__(self, text: str, like: Sequence[Topic]) -> None:
        """Take what was typed and the topics that it fits."""
        self.text, self.like = text, like[:_EXAMPLES]
        super().__init__(f"no single topic is called {text}")


class UnknownProvision(DanBietError):
    """No provision, or more than one, is named by what was typed."""

    def __init__(self, text: str, library: Sequence[Resolution]) -> None:
        """Take what was typed; the example is the last article of the library."""
        units = [
            unit.address
            for document in library
            for unit in document.provisions
            if unit.address.article
        ]
        example = f"{provision_label(units[-1])} {units[-1].resolution}"
        self.text, self.example = text, example
        super().__init__(f"no single provision is named by {text}")


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A provision in a topic."""

    topic: Topic
    membership: Membership

    @property
    def doubt(self) -> float:
        """Return how unsure the membership is: 0 if certain, 0.5 if as likely as not."""
        return min(self.membership.weight, 1 - self.membership.weight)


def review(
    topics: Iterable[Topic],
    memberships: Iterable[Membership],
    resolution: str | None = None,
    machine: bool = False,
) -> list[ReviewRow]:
    """Return every topic with its memberships; only those in `resolution`, if one is named.

    For `machine` only what the machine assigned is returned, the least certain first.
    """
    by_topic: dict[str, list[Membership]] = {}
    for membership in memberships:
        if resolution in {None, membership.address.resolution}:
            by_topic.setdefault(membership.topic, []).append(membership)
    rows = [
        ReviewRow(topic, membership)
        for topic in topics
        for membership in by_topic.get(topic.name, [])
    ]
    if machine:
        assigned = [row for row in rows if row.membership.by is Author.MACHINE]
        return sorted(assigned, key=lambda row: -row.doubt)
    return rows


def pending(
    judgements: Iterable[Judgement], memberships: Sequence[Membership]
) -> tuple[Judgement, ...]:
    """Return the judgements that the `memberships` do not show yet."""
    shown = {(membership.topic, membership.address): membership.by for membership in memberships}
    wanted = {True: Author.PERSON, False: None}
    return tuple(
        judgement
        for judgement in judgements
        if shown.get((judgement.topic, judgement.provision)) is not wanted[judgement.belongs]
    )


def find_topic(text: str, topics: Iterable[Topic]) -> Topic:
    """Return the topic called `text`, or the only one in whose name it stands.

    Diacritics make no difference. Raises UnknownTopic.
    """
    wanted = key(text)
    like = [topic for topic in topics if wanted and wanted in key(topic.name)]
    same = [topic for topic in like if key(topic.name) == wanted]
    if len(same or like) != 1:
        raise UnknownTopic(text, like)
    return (same or like)[0]


def find_provision(text: str, library: Sequence[Resolution]) -> tuple[Address, Resolution]:
    """Return the one provision that `text` names, such as "điểm c khoản 2 Điều 4 lang-son-08-2024".

    The document goes by its id or its number. Raises UnknownProvision.
    """
    named = [document for document in library if document.id in text] or find_documents(
        text, library
    )
    if len(named) == 1:
        (document,) = named
        addresses = _addresses(text.replace(document.id, ""), document)
        if len(addresses) == 1 and document.find(addresses[0]):
            return addresses[0], document
    raise UnknownProvision(text, library)


def _addresses(text: str, document: Resolution) -> list[Address]:
    """Return the addresses that `text` names in `document`, or its parts that go by a name."""
    parts = [unit.address for unit in document.provisions if unit.address.article is None]
    named = [part for part in parts if fold(provision_label(part, document)) in fold(text)]
    references = [reference.address_in(document) for reference in find_references(text)]
    return references or named
