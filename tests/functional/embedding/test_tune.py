from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from torch import Tensor

from index.embedding.embedder import silent
from tests.support.answers.banks import bank
from training.embedding.encoder import Encoder
from training.embedding.figures import embed
from training.embedding.tune import BankStates, tune

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

MADE = bank()
STEPS = 40


@pytest.fixture
def encoder(model: SentenceTransformer) -> Encoder:
    return Encoder(model, 1)


def weights(encoder: Encoder) -> dict[str, Tensor]:
    return {name: values.clone() for name, values in encoder.model.state_dict().items()}


def train(encoder: Encoder) -> BankStates:
    states = BankStates.of(MADE, encoder)
    tune(encoder, MADE, states, range(len(MADE.questions)), silent, STEPS)
    return states


def spread(encoder: Encoder, states: BankStates) -> float:
    """Return how much nearer questions on voting are to each other than to those on money."""
    vectors = embed(encoder, states.questions)
    vote, money = vectors[:40], vectors[80:120]
    return float((vote @ vote.T).mean() - (vote @ money.T).mean())


def test_questions_of_one_topic_come_together(encoder: Encoder) -> None:
    before = spread(encoder, BankStates.of(MADE, encoder))
    states = train(encoder)

    assert spread(encoder, states) > 1.2 * before


def test_only_the_upper_layers_learn(encoder: Encoder) -> None:
    before = weights(encoder)
    train(encoder)
    changed = {name for name, values in weights(encoder).items() if not values.equal(before[name])}

    assert changed
    assert all("encoder.layer.1." in name for name in changed)


def test_progress_counts_the_steps(encoder: Encoder) -> None:
    steps: list[tuple[int, int]] = []
    states = BankStates.of(MADE, encoder)
    tune(encoder, MADE, states, range(60), lambda done, total: steps.append((done, total)), 3)

    assert steps == [(1, 3), (2, 3), (3, 3)]
