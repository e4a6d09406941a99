from __future__ import annotations

import pytest
import torch
from torch import Tensor

from tests.support.answers.banks import bank
from training.embedding.batches import Batch
from training.embedding.contrast import contrast

MADE = bank(questions=2)
VOTE, VOTE_TOO, BALLOT, BALLOT_TOO, MONEY, MONEY_TOO, WEATHER, WEATHER_TOO = range(8)
BATCH = Batch((VOTE, MONEY, WEATHER), (VOTE_TOO, MONEY_TOO, WEATHER_TOO), (0, 1))
AXES = torch.eye(4)


def loss(batch: Batch, asked: list[int], meant: list[int], answers: list[int]) -> float:
    """Return the loss where each text lies on one of four axes."""
    rows: list[Tensor] = [AXES[places] for places in (asked, meant, answers)]
    return float(contrast(MADE, batch, *rows))


def test_there_is_no_loss_where_all_belongs_together() -> None:
    assert loss(BATCH, [0, 1, 2], [0, 1, 2], [0, 1]) == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("asked", "meant", "answers"),
    [
        pytest.param([0, 1, 2], [0, 1, 2], [1, 0], id="passages exchanged"),
        pytest.param([0, 1, 2], [1, 0, 2], [0, 1], id="partners exchanged"),
        pytest.param([0, 1, 0], [0, 1, 0], [0, 1], id="an outside question at a passage"),
        pytest.param([0, 0, 2], [0, 0, 2], [0, 0], id="all in one place"),
    ],
)
def test_what_lies_wrong_costs(asked: list[int], meant: list[int], answers: list[int]) -> None:
    assert loss(BATCH, asked, meant, answers) > 0.1


def test_what_is_right_too_costs_nothing() -> None:
    alike = Batch((VOTE, BALLOT), (VOTE_TOO, BALLOT_TOO), (0, 0))

    assert loss(alike, [0, 0], [0, 0], [0, 0]) == pytest.approx(0, abs=1e-6)
