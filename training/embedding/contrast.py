"""The loss: what belongs together is nearer than all else in the batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from training.embedding.bank import Bank
from training.embedding.batches import Batch

_TEMPERATURE = 0.03
_BACK = 0.5
"""Weight of telling questions apart from a passage, beside passages apart from a question."""


def contrast(bank: Bank, batch: Batch, asked: Tensor, meant: Tensor, answers: Tensor) -> Tensor:
    """Return the loss of the batch's unit vectors, [texts, dimensions] each.

    It sums three cross entropies over cosines: a question finds its passage among those of the
    batch, finds its partner among the partners, and is found by its passage. What is right too, for
    it belongs to the same group or a passage answers both, counts neither way.
    """
    count = len(batch.answers)
    fits = _fits(bank, batch)
    to_passages = _chosen(asked[:count] @ answers.T, fits[:count])
    to_partners = _chosen(asked @ meant.T, _alike(bank, batch))
    from_passages = _chosen(answers @ asked.T, fits.T)
    return to_passages + to_partners + _BACK * from_passages


def _chosen(cosines: Tensor, right: Tensor) -> Tensor:
    """Return the cross entropy of the diagonal; others that are `right` are left out."""
    ignored = right & ~torch.eye(*right.shape, dtype=torch.bool)
    logits = (cosines / _TEMPERATURE).masked_fill(ignored, -torch.inf)
    return cross_entropy(logits, torch.arange(len(logits)))


def _fits(bank: Bank, batch: Batch) -> Tensor:
    """Return where a passage (column) answers a question (row): [asked, answers]."""
    groups = [bank.groups[bank.group_of[one]].everywhere for one in batch.asked]
    return torch.tensor([[answer in group for answer in batch.answers] for group in groups])


def _alike(bank: Bank, batch: Batch) -> Tensor:
    """Return where questions mean much the same: [asked, meant]."""
    groups = [bank.group_of[one] for one in batch.asked]
    return torch.tensor([[bank.alike(left, right) for right in groups] for left in groups])
