"""Trains the upper layers of the encoder on batches of the bank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random

import torch
from torch import Tensor
from torch.nn.utils import clip_grad_norm_

from index.embedding.embedder import Progress
from knowledge.language.text import fold
from training.embedding.bank import Bank
from training.embedding.batches import Batch, draw
from training.embedding.contrast import contrast
from training.embedding.encoder import Encoder, States

FROZEN = 8
"""Layers, of twelve, that stay as they are."""

STEPS = 350
_RATE = 1e-4
_WARMING = 20
"""Steps over which the learning rate grows; after them it falls in a straight line to nothing."""

_WITHOUT_DIACRITICS = 0.25
"""Share of the questions that are read as if typed without diacritics."""

_IN_CONTEXT = 0.5
"""Share of the batches whose passages are read below their headings."""


@dataclass(frozen=True, slots=True)
class BankStates:
    """The output of the frozen layers for a bank.

    Some `questions` are read without diacritics; `in_context` are the passages below their
    headings.
    """

    questions: States
    passages: States
    in_context: States

    @classmethod
    def of(cls, bank: Bank, encoder: Encoder) -> BankStates:
        """Return the states of `bank`."""
        chance = Random(1)  # noqa: S311 - nothing secret
        questions = [
            fold(question) if chance.random() < _WITHOUT_DIACRITICS else question
            for question in bank.questions
        ]
        return cls(
            encoder.states(questions, "query"),
            encoder.states([passage.meaning for passage in bank.passages], "passage"),
            encoder.states([passage.context for passage in bank.passages], "passage"),
        )


def tune(
    encoder: Encoder,
    bank: Bank,
    states: BankStates,
    learned: Sequence[int],
    progress: Progress,
    steps: int = STEPS,
) -> None:
    """Train the upper layers of `encoder` on the questions `learned`, the same way every time."""
    chance = Random(1)  # noqa: S311 - nothing secret
    optimizer = torch.optim.AdamW(encoder.upper.parameters(), lr=_RATE, weight_decay=0.0)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / _WARMING, 1 - step / steps)
    )
    for done, batch in enumerate(islice(draw(bank, learned, chance), steps), start=1):
        loss = _loss(encoder, bank, states, batch, chance)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        clip_grad_norm_(encoder.upper.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        progress(done, steps)


def _loss(encoder: Encoder, bank: Bank, states: BankStates, batch: Batch, chance: Random) -> Tensor:
    questions = [states.questions[number] for number in (*batch.questions, *batch.meant)]
    vectors, count = encoder.vectors(questions), len(batch.questions)
    # several questions may have one answer, which is embedded once
    different = sorted(set(batch.answers))
    passages = states.in_context if chance.random() < _IN_CONTEXT else states.passages
    answers = encoder.vectors([passages[number] for number in different])
    rows = [different.index(number) for number in batch.answers]
    return contrast(bank, batch, vectors[:count], vectors[count:], answers[rows])
