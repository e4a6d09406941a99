from __future__ import annotations

from typing import Any

import pytest

from index.metrics import (
    Quality,
    gold_addresses,
    mean_reciprocal_rank,
    quality,
    rank_of_gold,
    recall_at,
)
from knowledge.law.resolution import Address, Part

POINT = Address("a", Part.ARTICLE, 1, 2, "b")


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        pytest.param(
            {"resolution": "a", "part": "article", "article": 1, "clause": 2, "point": "b"},
            (POINT,),
            id="point",
        ),
        pytest.param({"resolution": "a", "article": 1}, (Address("a", article=1),), id="short"),
        pytest.param(
            {"resolution": "a", "part": "closing", "article": None},
            (Address("a", Part.CLOSING),),
            id="closing",
        ),
        pytest.param(
            {"resolution": "a", "part": "document"},
            tuple(Address("a", part) for part in (Part.PREAMBLE, Part.CLOSING, Part.SIGNATURE)),
            id="document",
        ),
    ],
)
def test_reads_gold(written: dict[str, Any], addresses: tuple[Address, ...]) -> None:
    assert gold_addresses([written]) == addresses


def test_refuses_gold_of_an_unknown_part() -> None:
    with pytest.raises(ValueError, match="chapter"):
        gold_addresses([{"resolution": "a", "part": "chapter"}])


@pytest.mark.parametrize(
    ("gold", "rank"),
    [
        pytest.param(POINT, 2, id="the same"),
        pytest.param(Address("a", Part.ARTICLE, 1), 2, id="found inside the gold"),
        pytest.param(Address("a", Part.ARTICLE, 1, 2, "b", 1), None, id="found wider than gold"),
        pytest.param(Address("b", Part.ARTICLE, 1, 2, "b"), None, id="another document"),
    ],
)
def test_ranks_the_first_right_hit(gold: Address, rank: int | None) -> None:
    assert rank_of_gold([Address("a", Part.ARTICLE, 3), POINT, POINT], [gold]) == rank


def test_recall_counts_right_hits_down_to_a_depth() -> None:
    assert recall_at([1, 3, None, 6], 3) == 0.5
    assert recall_at([], 3) == 0


def test_reciprocal_rank_counts_a_miss_as_nothing() -> None:
    assert mean_reciprocal_rank([1, 2, None, 4]) == pytest.approx(1.75 / 4)
    assert mean_reciprocal_rank([]) == 0


@pytest.mark.parametrize(
    ("ranks", "figures"),
    [
        pytest.param([1, 4], Quality(2, 0.5, 0.5, 1.0, 0.625), id="found"),
        pytest.param([None], Quality(1, 0, 0, 0, 0), id="not found"),
    ],
)
def test_figures_of_a_group(ranks: list[int | None], figures: Quality) -> None:
    assert quality(ranks) == figures
