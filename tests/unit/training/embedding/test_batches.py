from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from random import Random

import pytest

from tests.support.answers.banks import bank
from training.embedding.batches import OTHERS, QUESTIONS, Batch, draw

MADE = bank()
EVERYTHING = range(len(MADE.questions))


def drawn(learned: Sequence[int] = EVERYTHING, seed: int = 1, count: int = 8) -> list[Batch]:
    return list(islice(draw(MADE, learned, Random(seed)), count))  # noqa: S311


@pytest.mark.parametrize("batch", drawn(), ids=range(8))
def test_a_batch_asks_one_resolution_what_it_answers(batch: Batch) -> None:
    [resolution] = {MADE.passages[answer].address.resolution for answer in batch.answers}

    assert len(batch.answers) == QUESTIONS
    for question, answer in zip(batch.questions[:QUESTIONS], batch.answers, strict=True):
        assert answer in MADE.groups[MADE.group_of[question]].passages[resolution]


@pytest.mark.parametrize("batch", drawn(), ids=range(8))
def test_each_question_is_beside_another_of_its_group(batch: Batch) -> None:
    assert len(batch.questions) == len(batch.meant) == QUESTIONS + OTHERS
    for left, right in zip(batch.questions, batch.meant, strict=True):
        assert left != right
        assert MADE.group_of[left] == MADE.group_of[right]


def test_all_resolutions_and_matters_take_part() -> None:
    batches = drawn()

    assert {MADE.passages[batch.answers[0]].address.resolution for batch in batches} == {"a", "b"}
    assert {MADE.questions[one].split()[0] for batch in batches for one in batch.questions} == {
        "vote",
        "ballot",
        "money",
        "weather",
    }


def test_only_what_is_to_be_learned_is_drawn() -> None:
    batches = drawn(EVERYTHING[1:], count=20)

    assert all(0 not in (*batch.questions, *batch.meant) for batch in batches)


def test_the_same_chance_draws_the_same() -> None:
    assert drawn(seed=1) == drawn(seed=1) != drawn(seed=2)
