"""The loss: texts that belong together are nearer to each other than to others of the batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from training.embedding.bank import Bank
from training.embedding.batches import Batch

_TEMPERATURE = 0.03
_BACK = 0.5
"""The weight of finding the question of a passage, beside finding the passage of a question."""


def contrast(bank: Bank, batch: Batch, questions: Tensor, meant: Tensor, answers: Tensor) -> Tensor:
    """Return the loss of the batch's unit vectors, [texts, dimensions] each.

    It sums three cross entropies over cosines: a question finds its passage among those of the
    batch, finds its partner among the partners, and is found by its passage. Another
    text that is right, too, counts neither way: one of the same group, or answered alike.
    """
    count = len(batch.answers)
    groups = [bank.group_of[question] for question in batch.questions]
    # [questions, answers]: True where the passage of a column answers the question of a row
    fits = torch.tensor(
        [[answer in bank.groups[group].everywhere for answer in batch.answers] for group in groups]
    )
    # [questions, meant]: True where both mean much the same
    alike = torch.tensor([[bank.alike(left, right) for right in groups] for left in groups])
    to_passages = _chosen(questions[:count] @ answers.T, fits[:count])
    to_partners = _chosen(questions @ meant.T, alike)
    from_passages = _chosen(answers @ questions.T, fits.T)
    return to_passages + to_partners + _BACK * from_passages


def _chosen(cosines: Tensor, right: Tensor) -> Tensor:
    """Return the cross entropy of the diagonal; others that are `right` are left out."""
    ignored = right & ~torch.eye(*right.shape, dtype=torch.bool)
    logits = (cosines / _TEMPERATURE).masked_fill(ignored, -torch.inf)
    return cross_entropy(logits, torch.arange(len(logits)))
