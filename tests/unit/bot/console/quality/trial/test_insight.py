"""The figures behind an answer."""

from __future__ import annotations

import pytest

from bot.console.quality.trial.insight import Insight, insight_into, steps_of
from bot.console.quality.trial.talk import Home, hold
from index.hit import Hit
from index.retrieval.fusion import DENSE, LEAD, LEXICAL, NEAR, learned
from tests.support.answers.answers import ON, hit
from tests.support.answers.trials import MONEY, finding
from tests.support.documents.documents import BUNDLED, CA_MAU, LANG_SON, at, bundled


def insight(question: str, *hits: Hit, place: str = "Lạng Sơn") -> Insight:
    (exchange,) = hold(finding(*hits), ON, Home(place), [question]).exchanges
    assert exchange.trace
    (explanation,) = exchange.trace.explanations
    return insight_into(explanation)


def test_a_passage_tells_what_was_found_by_words_meaning_and_topics() -> None:
    parts = {LEXICAL: 0.25, DENSE: 0.5, **dict(zip(NEAR, (0.3, 0.6, 0.9, 0.6), strict=True))}
    (passage,) = insight(MONEY, Hit(at(LANG_SON, 5), 12.0, parts)).passages

    assert {one.name: one.value for one in passage.scores} == pytest.approx(
        {
            "lexical": 0.25,
            "dense": 0.5,
            "topic": 0.6,
            "fused": sum(learned().weights[name] * share for name, share in parts.items()),
        }
    )
    assert all(0 <= one.share <= 1 for one in passage.scores)
    unit = bundled(LANG_SON).find(at(LANG_SON, 5))
    assert unit
    assert passage.words == unit.text


def test_an_index_without_topics_has_none_to_tell() -> None:
    (passage,) = insight(MONEY, Hit(at(LANG_SON, 5), 20.0, {LEXICAL: 0.5, DENSE: 0.5})).passages

    assert {one.name: one.value for one in passage.scores}["topic"] == 0


def test_a_joined_score_below_nothing_has_no_bar() -> None:
    (passage,) = insight(MONEY, Hit(at(LANG_SON, 5), 5.0, {LEXICAL: 0.1, LEAD: 1.0})).passages
    fused = passage.scores[-1]

    assert fused.value < 0
    assert fused.share == 0


def test_what_was_looked_up_has_no_scores() -> None:
    first, *_ = insight("Điều 2 nói gì?", hit(at(LANG_SON, 5))).passages

    assert first.address == at(LANG_SON, 2)
    assert first.scores == ()


def test_documents_of_other_places_are_told_apart() -> None:
    here = insight(MONEY)

    assert {one.id for one in here.elsewhere} == {*BUNDLED} - {LANG_SON}
    assert insight(MONEY, place="").elsewhere == ()


def test_a_document_named_by_its_number_leaves_no_other_to_tell() -> None:
    assert insight("Nghị quyết 08/2024/NQ-HĐND nói gì về kinh phí?", place="").elsewhere == ()


def test_what_was_found_elsewhere_is_told_with_its_scores_too() -> None:
    passages = insight(MONEY, hit(at(CA_MAU, 2)), place="Nghệ An").passages

    assert [one.address for one in passages] == [at(CA_MAU, 2)]
    assert passages[0].scores


def test_the_steps_fill_the_time_one_after_the_other() -> None:
    first, second = steps_of({"understand": 1.0, "scope": 0.0, "search": 3.0, "total": 4.0})

    assert (first.name, first.start, first.share) == ("understand", 0.0, 0.25)
    assert (second.name, second.start, second.share) == ("search", 0.25, 0.75)


def test_no_time_at_all_has_no_steps() -> None:
    assert steps_of({"understand": 0.0, "total": 0.0}) == ()
