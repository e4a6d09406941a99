"""Figures of questions that look for passages by vectors alone, inside one resolution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch

from index.embedding.embedder import Vectors
from index.metrics import Quality, quality
from training.embedding.bank import Bank
from training.embedding.encoder import Encoder, States


def found_first(
    bank: Bank, questions: Vectors, passages: Vectors, numbers: Sequence[int], resolution: str
) -> Quality:
    """Return the figures of those questions `numbers` that a passage of `resolution` answers.

    `questions` has a row for each of `numbers`, `passages` one for each passage of the bank.
    """
    return quality(list(_ranks(bank, questions, passages, numbers, resolution)))


def _ranks(
    bank: Bank, questions: Vectors, passages: Vectors, numbers: Sequence[int], resolution: str
) -> Iterator[int]:
    scope = np.array(bank.of_resolution(resolution))
    for row, question in zip(questions, numbers, strict=True):
        right = bank.groups[bank.group_of[question]].passages.get(resolution, ())
        if right:
            best_first = scope[np.argsort(-(passages[scope] @ row), kind="stable")]
            yield int(np.isin(best_first, right).argmax()) + 1


def background(questions: Vectors, passages: Vectors) -> float:
    """Return the cosine that 95 in 100 pairs reach, nearly all of which do not belong together."""
    return float(np.quantile(questions @ passages.T, 0.05))


@torch.inference_mode()
def embed(encoder: Encoder, states: States) -> Vectors:
    """Return one unit row a text, as they are after training."""
    rows: Vectors = encoder.vectors(states).numpy()
    return rows
