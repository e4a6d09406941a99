from __future__ import annotations

from bot.evaluation.baselines import plainer_rankings
from index.hit import Hit
from tests.support.documents.documents import LANG_SON, at


def hit(article: int, lexical: float, dense: float, score: float = 0.0) -> Hit:
    return Hit(at(LANG_SON, article), score, {"lexical": lexical, "dense": dense})


def test_each_plainer_search_ranks_by_its_own_scores() -> None:
    hits = [hit(1, 0.9, 0.1, 5.0), hit(2, 0.6, 0.8, 6.0), hit(3, 0.1, 0.9, 4.0)]
    rankings = plainer_rankings(hits)
    articles = {name: [one.article for one in found] for name, found in rankings.items()}

    assert articles == {
        "bm25": [1, 2, 3],
        "dense": [3, 2, 1],
        "reciprocal_ranks": [1, 3, 2],
        "search": [2, 1, 3],
    }


def test_no_more_than_ten_are_ranked_and_nothing_is_where_nothing_was_found() -> None:
    many = plainer_rankings([hit(number, 0.5, 0.5) for number in range(1, 20)])

    assert {len(found) for found in many.values()} == {10}
    assert all(not found for found in plainer_rankings([]).values())
