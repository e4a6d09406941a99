"""The bank of examples: questions in groups, and the passages that answer them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.law.resolution import Resolution
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter
from knowledge.matters.topic import Topic
from knowledge.passages import Passage, passages


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that mean the same, and the passages that answer them, by resolution.

    Both are numbers in a bank. A matter outside the resolutions has no passages.
    """

    questions: tuple[int, ...]
    passages: Mapping[str, tuple[int, ...]]

    @property
    def everywhere(self) -> frozenset[int]:
        """Return the passages of all resolutions."""
        return frozenset(number for numbers in self.passages.values() for number in numbers)


@dataclass(frozen=True)
class Bank:
    """All questions and all passages, and the groups that tie them."""

    questions: tuple[str, ...]
    passages: tuple[Passage, ...]
    groups: tuple[Group, ...]

    @cached_property
    def group_of(self) -> Mapping[int, int]:
        """Return the number of each question's group."""
        return {
            question: number
            for number, group in enumerate(self.groups)
            for question in group.questions
        }

    def of_resolution(self, resolution: str) -> tuple[int, ...]:
        """Return the passages of `resolution`."""
        return tuple(
            number
            for number, passage in enumerate(self.passages)
            if passage.address.resolution == resolution
        )

    def questions_of(self, resolution: str) -> tuple[int, ...]:
        """Return the questions that a passage of `resolution` answers."""
        return tuple(
            question
            for group in self.groups
            if resolution in group.passages
            for question in group.questions
        )

    def alike(self, left: int, right: int) -> bool:
        """Return True if the groups `left` and `right` are one, or a passage answers both."""
        return left == right or not self.groups[left].everywhere.isdisjoint(
            self.groups[right].everywhere
        )


def make_bank(
    topics: Sequence[Topic], matters: Sequence[OutsideMatter], library: Iterable[Resolution]
) -> Bank:
    """Return the bank of `topics` and `matters`, with every passage of `library`.

    Matters that the law decides are left out: topics ask the same, and would be pushed apart.
    """
    others = (matter.phrases for matter in matters if matter.kind is not OutsideKind.LAW)
    ranked = tuple(passage for document in library for passage in passages(document))
    questions: list[str] = []
    groups = []
    answered = [(topic.questions, _answers(topic, ranked)) for topic in topics]
    for same, answers in [*answered, *((phrases, {}) for phrases in others)]:
        numbers = range(len(questions), len(questions) + len(same))
        questions.extend(same)
        groups.append(Group(tuple(numbers), answers))
    return Bank(tuple(questions), ranked, tuple(groups))


def _answers(topic: Topic, ranked: Sequence[Passage]) -> dict[str, tuple[int, ...]]:
    by_resolution: dict[str, tuple[int, ...]] = {}
    for number, passage in enumerate(ranked):
        if passage.address in topic.provisions:
            name = passage.address.resolution
            by_resolution[name] = (*by_resolution.get(name, ()), number)
    return by_resolution
