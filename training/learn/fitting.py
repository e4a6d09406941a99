"""Learns the probability that a provision answers: the network of `bot.answer.selection.fit`.

The provisions found for a question compete, and each is judged alone: the loss is the cross entropy
of the right ones among all, and of right or wrong for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from bot.answer.selection.estimate import estimate
from bot.answer.selection.fit.features import FEATURES, Table, features_of
from bot.answer.selection.fit.network import Layers, Network
from bot.answer.selection.fit.ranking import CANDIDATES, fitted
from training.learn.examples import FOLDS, Example

_UNITS = 16
_EPOCHS = 60
_RATE = 0.01
_DECAY = 0.003
_BATCH = 256
_COMPETING = 0.5
"""The weight of the competition beside each judgement alone."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A question and its candidates: `features` [candidates, features], the rest [candidates].

    `right` candidates answer it; of those that are not `judged` nobody has said whether they do.
    """

    features: Table
    right: NDArray[np.bool_]
    judged: NDArray[np.bool_]
    weight: float
    group: str

    @classmethod
    def of(cls, example: Example, weight: float) -> Self:
        """Return the lesson of `example` with its `weight`."""
        evidence = example.evidence
        hits = evidence.found.hits[:CANDIDATES]
        addresses = [hit.address for hit in hits]
        return cls(
            features_of(evidence.reading, evidence.found, hits, evidence.library),
            np.array([example.is_right(address) for address in addresses]),
            np.array([example.is_judged(address) for address in addresses]),
            weight,
            example.group,
        )


def fit(lessons: Sequence[Lesson], seed: int = 1) -> Network:
    """Return the network that the `lessons` teach, the same way every time."""
    torch.manual_seed(seed)
    batch = _Batch.of(lessons)
    net = _Net(batch.features[batch.present])
    optimizer = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_DECAY)
    for epoch in range(_EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / _EPOCHS)
        for rows in torch.randperm(len(lessons)).split(_BATCH):  # type: ignore[no-untyped-call]
            loss = _loss(net, batch.at(rows))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return net.frozen()


def cross_fitted(lessons: Sequence[Lesson]) -> list[Network]:
    """Return for each fold of groups the network that the others teach; see `fold_of`."""
    return [
        fit([lesson for lesson in lessons if fold_of(lesson.group) != fold])
        for fold in range(FOLDS)
    ]


def fold_of(group: str) -> int:
    """Return the fold in which all questions of `group` are left out."""
    return sum(group.encode()) % FOLDS


def judged(example: Example, folds: Sequence[Network]) -> Example:
    """Return `example` as ranked by a network that learned nothing of its group."""
    evidence = example.evidence
    network = folds[fold_of(example.group)]
    ranked = fitted(evidence.reading, evidence.found, evidence.library, network)
    estimated = estimate(evidence.reading, ranked)
    return replace(example, evidence=replace(evidence, found=ranked, estimate=estimated))


def report(searched: Sequence[Example], judged: Sequence[Example]) -> None:
    """Print the shares with a right provision first and in five, by search and by network."""
    for source in dict.fromkeys(_source(example) for example in searched):
        shares = []
        for examples in (searched, judged):
            ranks = [
                _rank(example)
                for example in examples
                if _source(example) == source and example.gold
            ]
            first, five = (sum(rank < most for rank in ranks) for most in (1, 5))
            shares.append(f"{first / max(len(ranks), 1):.3f}/{five / max(len(ranks), 1):.3f}")
        print(f"{source:24} {len(ranks):4}  search {shares[0]}  fit {shares[1]}")


def _source(example: Example) -> str:
    return example.group.rpartition(" ")[0]


def _rank(example: Example) -> int:
    right = [example.is_right(hit.address) for hit in example.evidence.quotable]
    return right.index(True) if any(right) else len(right) + 5


@dataclass(frozen=True, slots=True)
class _Batch:
    """Lessons in one block: [lessons, candidates, …], `present` where there is a candidate."""

    features: Tensor
    right: Tensor
    judged: Tensor
    present: Tensor
    weights: Tensor

    @classmethod
    def of(cls, lessons: Sequence[Lesson]) -> Self:
        shape = (len(lessons), CANDIDATES)
        features = np.zeros((*shape, len(FEATURES)), np.float32)
        right, judged, present = (np.zeros(shape, np.bool_) for _ in range(3))
        for row, lesson in enumerate(lessons):
            count = len(lesson.right)
            features[row, :count], present[row, :count] = lesson.features, True
            right[row, :count], judged[row, :count] = lesson.right, lesson.judged
        weights = torch.tensor([lesson.weight for lesson in lessons])
        return cls(
            torch.from_numpy(features),
            torch.from_numpy(right),
            torch.from_numpy(judged),
            torch.from_numpy(present),
            weights,
        )

    def at(self, rows: Tensor) -> _Batch:
        return _Batch(
            self.features[rows], self.right[rows], self.judged[rows], self.present[rows],
            self.weights[rows],
        )  # fmt: skip


def _loss(net: _Net, batch: _Batch) -> Tensor:
    """Return the weighted mean over lessons of both losses.

    In the competition the log-likelihood of the right ones together counts, where there is one.
    """
    odds = net(batch.features)
    counted = batch.judged & batch.present
    alone = binary_cross_entropy_with_logits(odds, batch.right.float(), reduction="none")
    alone = (alone * counted).sum(1)
    among = odds.masked_fill(~counted, -torch.inf)
    answered = (batch.right & counted).any(1)
    rightly = odds.masked_fill(~(batch.right & counted), -torch.inf)
    competing = torch.where(
        answered,
        torch.logsumexp(among[:, :], 1).nan_to_num(neginf=0.0)
        - torch.logsumexp(rightly, 1).nan_to_num(neginf=0.0),
        torch.zeros(()),
    )
    return ((alone + _COMPETING * competing) * batch.weights).sum() / batch.weights.sum()


class _Net(nn.Module):
    def __init__(self, features: Tensor) -> None:
        super().__init__()
        self._means = features.mean(0)
        self._deviations = features.std(0).clamp(min=1e-3)
        self._hidden = nn.Linear(len(FEATURES), _UNITS)
        self._output = nn.Linear(_UNITS, 1, bias=False)
        self._direct = nn.Linear(len(FEATURES), 1)

    def forward(self, features: Tensor) -> Tensor:
        scaled = (features - self._means) / self._deviations
        odds: Tensor = self._output(torch.tanh(self._hidden(scaled))) + self._direct(scaled)
        return odds.squeeze(-1)

    def frozen(self) -> Network:
        return Network(
            Layers(
                FEATURES,
                _row(self._means),
                _row(self._deviations),
                tuple(_row(unit) for unit in self._hidden.weight),
                _row(self._hidden.bias),
                _row(self._output.weight[0]),
                _row(self._direct.weight[0]),
                _row(self._direct.bias)[0],
            )
        )


def _row(values: Tensor) -> tuple[float, ...]:
    return tuple(round(value, 5) for value in values.tolist())
