from __future__ import annotations

import numpy as np
import pytest

from index.retrieval.grouping import Grouping

GROUPS = (("a", "b", "c"), ("d",), ("e", "f"))
SCORES = np.array([1, 3, 2, 7, 0, 4], np.float32)


@pytest.mark.parametrize(
    ("nearest", "means"),
    [
        pytest.param(1, [3, 7, 4], id="the highest"),
        pytest.param(2, [2.5, 7, 2], id="the highest two"),
        pytest.param(9, [2, 7, 2], id="all"),
    ],
)
def test_a_group_has_the_mean_of_its_highest_scores(nearest: int, means: list[float]) -> None:
    assert Grouping(GROUPS).means(SCORES, nearest).tolist() == means
