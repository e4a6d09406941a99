"""Numbers that belong to groups, one after the other: a mean for each group, all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Groups = Sequence[Sequence[str]]
"""The phrases of each group, at least one each."""


class Grouping:
    """Knows the group of each of the numbers that run through the groups in their order."""

    def __init__(self, groups: Groups) -> None:
        """Take the groups; of their phrases only the number counts."""
        sizes = np.array([len(group) for group in groups])
        starts = sizes.cumsum() - sizes
        steps = np.arange(sizes.max())
        after_the_last = sizes.sum()
        # [groups, size of the largest]; a short group is filled up with a place behind all numbers
        self._members = np.where(steps < sizes[:, None], starts[:, None] + steps, after_the_last)

    def means(self, scores: NDArray[Any], nearest: int) -> NDArray[Any]:
        """Return the mean of the `nearest` highest of each group's `scores`: [groups].

        A group of fewer has the mean of all its own.
        """
        padded = np.append(scores, scores.dtype.type(-np.inf))[self._members]
        depth = min(nearest, padded.shape[1])
        best = np.partition(padded, -depth, axis=1)[:, -depth:]
        return np.asarray(best.mean(axis=1, where=np.isfinite(best)))
