"""The recogniser of acts of talk, with weights that `python -m training.talk` learns.

It looks at the syllables of a message and pieces of them, hashed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.language.text import normalise, syllables
from knowledge.language.tones import place_tones

LEARNED = Path(__file__).parent / "weights.npz"
_STEPS = 127
"""Steps of a weight on either side of zero, as it is kept."""
BUCKETS = 1 << 15
"""Places in the table of weights; pieces that fall together share one."""
_LONGEST_PHRASE, _LONGEST_WRITTEN = 3, 2
_PIECES = range(2, 6)
"""Lengths of the pieces of a syllable, in letters, the blanks around it counted."""
_MOST = 400
"""Syllables that are looked at."""
_WORD = re.compile(r"\w+")


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


def features_of(text: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return which buckets `text` falls into and how much, each of the three views at length 1.

    The views are the folded syllables and their neighbours, pieces of the folded syllables, and the
    words as written.
    """
    folded = syllables(text)[:_MOST]
    written = _WORD.findall(place_tones(normalise(text)).lower())[:_MOST]
    views = (
        Counter(_phrases("f", folded, _LONGEST_PHRASE)),
        Counter(_pieces(folded)),
        Counter(_phrases("w", written, _LONGEST_WRITTEN)),
    )
    weighed: Counter[int] = Counter()
    for view in views:
        values = {piece: 1 + log(count) for piece, count in view.items()}
        length = sqrt(sum(value * value for value in values.values())) or 1.0
        for piece, value in values.items():
            weighed[crc32(piece.encode()) % BUCKETS] += value / length  # type: ignore[assignment]
    return np.array([*weighed.keys()], np.int64), np.array([*weighed.values()], np.float64)


def _phrases(view: str, words: list[str], longest: int) -> Iterator[str]:
    for length in range(1, longest + 1):
        for start in range(len(words) - length + 1):
            yield f"{view} {' '.join(words[start : start + length])}"


def _pieces(words: list[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for length in _PIECES:
            for start in range(len(padded) - length + 1):
                yield f"p {padded[start : start + length]}"
