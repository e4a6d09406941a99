"""What a message does in the talk, by weights that `python -m training.talk` learns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.answer.acts.features import BUCKETS, features_of

LEARNED = Path(__file__).parent / "weights.npz"
_STEPS = 127
"""Steps of a weight on either side of zero, as it is kept."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A multinomial model of `labels`, and a logistic one of danger: [labels + 1, buckets]."""

    labels: tuple[str, ...]
    table: NDArray[np.float32]
    bias: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Impression:
    """The probability of each label of a message, and that somebody is in danger."""

    labels: dict[str, float]
    danger: float


class Recogniser:
    """Judges a message by its pieces; for several threads."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def judge(self, text: str) -> Impression:
        """Return what `text` does, as far as its words tell."""
        weights = self._weights
        buckets, values = features_of(text)
        odds = weights.table[:, buckets] @ values + weights.bias
        talk = np.exp(odds[:-1] - odds[:-1].max())
        shares = (talk / talk.sum()).tolist()
        return Impression(
            dict(zip(weights.labels, shares, strict=True)), float(1 / (1 + np.exp(-odds[-1])))
        )


def write(weights: Weights, path: Path = LEARNED) -> None:
    """Write `weights` to `path`, each row in 255 steps."""
    scale = np.abs(weights.table).max(axis=1, keepdims=True) / _STEPS
    np.savez_compressed(
        path,
        labels=np.array(weights.labels),
        table=np.round(weights.table / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        bias=weights.bias.astype(np.float32),
    )


@cache
def learned() -> Recogniser:
    """Return the recogniser that comes with the project."""
    with np.load(LEARNED, allow_pickle=False) as kept:
        labels = tuple(kept["labels"].tolist())
        table = kept["table"].astype(np.float32) * kept["scale"]
        if table.shape != (len(labels) + 1, BUCKETS):
            raise ValueError(table.shape)
        return Recogniser(Weights(labels, table, kept["bias"]))
