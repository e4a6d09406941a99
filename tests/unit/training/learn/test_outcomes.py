from __future__ import annotations

import pytest

from bot.answer.selection.estimate import OUTCOMES, estimate_from, signals
from bot.answer.values import Status
from index.hit import MatterHit
from knowledge.law.resolution import Address
from knowledge.matters.lists.outside import OutsideKind
from tests.support.answers.answers import evidence, hit, matter_hit, reading
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from training.learn.examples import Example
from training.learn.outcomes import cross_validated, fit

KINDS = {
    Status.ANSWERED: None,
    Status.NOT_FOUND: OutsideKind.LAW,
    Status.OUT_OF_SCOPE: OutsideKind.FIELD,
    Status.SMALL_TALK: OutsideKind.TALK,
}


def example(outcome: Status, score: float = 20.0, *gold: Address) -> Example:
    kind = KINDS[outcome]
    near: MatterHit | None = matter_hit(kind, score + 5) if kind else None
    given = evidence(hit(at(CA_MAU, 2), score if near is None else 3.0), matter=near)
    return Example(given, outcome, gold, f"{outcome} {score}")


def examples() -> list[Example]:
    scores = [15.0 + number / 2 for number in range(10)]
    return [
        example(outcome, score, *([at(CA_MAU, 2)] if outcome is Status.ANSWERED else []))
        for score in scores
        for outcome in OUTCOMES
    ]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_what_examples_show_is_expected_of_their_like(outcome: Status) -> None:
    model = fit(examples(), examples())
    seen = example(outcome, 17.2)
    estimate = estimate_from(signals(seen.evidence.reading, seen.evidence.found), model)

    assert estimate.likeliest is outcome
    assert (estimate.first_is_right > 0.5) is (outcome is Status.ANSWERED)


def test_questions_are_judged_by_models_of_others() -> None:
    told, brier = cross_validated(examples(), examples())

    assert all(told[outcome.value][outcome.value] == 10 for outcome in OUTCOMES)
    assert 0 <= brier < 0.25


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        pytest.param((at(CA_MAU, 2),), True, id="the same"),
        pytest.param((at(LANG_SON, 5), at(CA_MAU, 2)), True, id="one of two"),
        pytest.param((at(LANG_SON, 5),), False, id="another"),
        pytest.param((), False, id="none"),
    ],
)
def test_the_first_provision_is_right_if_gold_covers_it(
    gold: tuple[Address, ...], right: bool
) -> None:
    given = evidence(hit(at(CA_MAU, 2)), read=reading("tiền ở đâu"))

    assert Example(given, Status.ANSWERED, gold, "a").first_is_right is right
