from __future__ import annotations

import numpy as np

from tests.support.answers.banks import bank
from training.embedding.figures import background, found_first

MADE = bank(questions=2)
PASSAGES = np.eye(4, dtype=np.float32)
VOTE, BALLOT, MONEY = 0, 2, 4


def test_only_passages_of_the_resolution_compete() -> None:
    near_another_document = np.array([[0.5, 0.1, 0.0, 0.9]], np.float32)
    found = found_first(MADE, near_another_document, PASSAGES, [VOTE], "a")

    assert (found.questions, found.recall_at_1) == (1, 1.0)


def test_questions_that_the_resolution_does_not_answer_do_not_count() -> None:
    rows = np.array([[0.1, 0.5, 0, 0], [0.1, 0.5, 0, 0], [1, 0, 0, 0]], np.float32)
    found = found_first(MADE, rows, PASSAGES, [BALLOT, MONEY, MONEY], "a")

    assert (found.questions, found.recall_at_1, found.recall_at_5) == (3, 1 / 3, 1.0)
    assert found_first(MADE, rows, PASSAGES, [BALLOT, MONEY, MONEY], "b").questions == 0


def test_the_background_is_the_usual_cosine() -> None:
    questions = np.array([[0.3, 0.3, 0.3, 1.0]], np.float32)

    assert round(background(questions, PASSAGES), 3) == 0.3
