"""Batches: questions of one resolution, each with another question and a passage that fit it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from training.embedding.bank import Bank

QUESTIONS = 32
"""Questions of a batch that a passage answers."""

OTHERS = 6
"""Questions of a batch about matters outside the resolutions."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of questions of one group; the first `len(answers)` pairs have a passage each.

    All passages are of one resolution, since a search compares those of one place.
    """

    questions: tuple[int, ...]
    meant: tuple[int, ...]
    answers: tuple[int, ...]


def draw(bank: Bank, learned: Sequence[int], chance: Random) -> Iterator[Batch]:
    """Yield batches of the questions `learned` without end, each question as often as it fits."""
    pool = _Pool(bank, frozenset(learned), chance)
    while True:
        yield from pool.epoch()


class _Pool:
    def __init__(self, bank: Bank, learned: frozenset[int], chance: Random) -> None:
        self._bank = bank
        self._learned = learned
        self._chance = chance
        self._outside = [
            questions
            for group in bank.groups
            if not group.passages and len(questions := self._of_group(group.questions)) > 1
        ]

    def epoch(self) -> Iterator[Batch]:
        """Yield the batches of all resolutions, mixed, each question once a resolution."""
        names = sorted({passage.address.resolution for passage in self._bank.passages})
        parts = [(name, part) for name in names for part in self._parts(name)]
        self._chance.shuffle(parts)
        for name, part in parts:
            yield self._batch(name, part)

    def _parts(self, resolution: str) -> Iterator[list[int]]:
        questions = self._of_group(self._bank.questions_of(resolution))
        self._chance.shuffle(questions)
        for start in range(0, len(questions) - QUESTIONS + 1, QUESTIONS):
            yield questions[start : start + QUESTIONS]

    def _batch(self, resolution: str, questions: Sequence[int]) -> Batch:
        # The order of draws is part of the seed: a training can be repeated.
        groups = [self._bank.groups[self._bank.group_of[question]] for question in questions]
        answers = [self._chance.choice(group.passages[resolution]) for group in groups]
        meant = []
        for question, group in zip(questions, groups, strict=True):
            partners = [other for other in self._of_group(group.questions) if other != question]
            meant.append(self._chance.choice(partners or [question]))
        outside = [
            self._chance.sample(self._chance.choice(self._outside), 2)
            for _ in range(OTHERS if self._outside else 0)
        ]
        return Batch(
            (*questions, *(left for left, _ in outside)),
            (*meant, *(right for _, right in outside)),
            tuple(answers),
        )

    def _of_group(self, questions: Sequence[int]) -> list[int]:
        return [question for question in questions if question in self._learned]
