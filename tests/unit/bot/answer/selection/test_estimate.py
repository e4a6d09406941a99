from __future__ import annotations

from dataclasses import replace
from math import exp

import pytest

from bot.answer.selection.estimate import (
    OUTCOMES,
    EstimateModel,
    estimate,
    estimate_from,
    learned,
    signals,
)
from bot.answer.values import Measure, Status
from index.hit import Found, MatterHit, TopicHit
from knowledge.matters.lists.outside import OutsideKind
from tests.support.answers.answers import found, hit, matter_hit, reading
from tests.support.documents.documents import CA_MAU, LANG_SON, at

HERE, THERE = hit(at(CA_MAU, 2), 3.0), hit(at(LANG_SON, 5), 5.0)
NEXT, UNLIKELY = hit(at(CA_MAU, 1), 0.5), hit(at(CA_MAU, 1), -4.0)


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        pytest.param(Found((HERE, NEXT), (HERE,)), "provision", 3, id="the best within reach"),
        pytest.param(Found((HERE, NEXT), (HERE,)), "ahead", 2.5, id="the next"),
        pytest.param(Found((HERE,), (THERE, HERE)), "elsewhere", 2, id="better elsewhere"),
        pytest.param(Found((HERE,), (HERE,)), "elsewhere", 0, id="nothing better elsewhere"),
        pytest.param(Found((), (THERE,)), "provision", 5, id="nothing within reach"),
        pytest.param(Found(), "provision", 0, id="nothing at all"),
        pytest.param(Found((hit(at(CA_MAU, 2), 50.0),)), "provision", 8, id="no surer than sure"),
        pytest.param(
            Found((HERE,), (HERE,), topics=(TopicHit("a", 9.0),), topic_within=4.0),
            "uncovered", 5, id="a topic that is not regulated here",
        ),
        pytest.param(found((HERE,), (HERE,), matter_hit(OutsideKind.LAW, 7)), "law", 7, id="law"),
        pytest.param(
            found((HERE,), (HERE,), matter_hit(OutsideKind.LAW, 7)), "field", 0, id="no field"
        ),
        pytest.param(
            found((HERE,), (HERE,), replace(matter_hit(OutsideKind.FIELD, 8), covered=0.75)),
            "field", 2, id="a field of which a provision speaks",
        ),
    ],
)  # fmt: skip
def test_what_was_found_is_told_in_signals(given: Found, name: str, value: float) -> None:
    assert signals(reading(), given)[name] == pytest.approx(value)


def test_what_was_read_is_told_in_signals() -> None:
    told = signals(reading("họp mấy lần một năm", civic=True, measure=Measure.FREQUENCY), Found())

    assert (told["civic"], told["amount"], told["length"]) == (1, 1, 0.5)


def test_probabilities_follow_from_weights_and_signals() -> None:
    weights = {status: {"bias": 0.0} for status in OUTCOMES}
    weights[Status.ANSWERED] = {"provision": 0.5, "bias": -1.0}
    got = estimate_from(
        {"provision": 4.0}, EstimateModel(weights, {"provision": 1.0, "bias": -4.0})
    )

    assert got.outcomes[Status.ANSWERED] == pytest.approx(exp(1) / (exp(1) + 3))
    assert sum(got.outcomes.values()) == pytest.approx(1)
    assert got.likeliest is Status.ANSWERED
    assert (got.first_is_right, got.odds_of_first) == (0.5, 1)


@pytest.mark.parametrize(
    ("matter", "likeliest"),
    [
        pytest.param(None, Status.ANSWERED, id="a provision"),
        pytest.param(matter_hit(OutsideKind.LAW), Status.NOT_FOUND, id="the law"),
        pytest.param(matter_hit(OutsideKind.FIELD), Status.OUT_OF_SCOPE, id="another field"),
        pytest.param(matter_hit(OutsideKind.TALK), Status.SMALL_TALK, id="small talk"),
    ],
)
def test_what_is_near_beyond_doubt_decides(matter: MatterHit | None, likeliest: Status) -> None:
    asked = reading("khi nào thì được hỏi ý kiến về việc này")

    best = (THERE,) if matter is None else (UNLIKELY,)
    assert estimate(asked, found(best, best, matter)).likeliest is likeliest


def test_the_model_weighs_every_signal_for_every_outcome() -> None:
    names = {*signals(reading(), Found()), "bias"}

    assert set(learned().outcomes) == set(OUTCOMES)
    assert all(set(weights) == names for weights in learned().outcomes.values())
    assert set(learned().first_is_right) == names
