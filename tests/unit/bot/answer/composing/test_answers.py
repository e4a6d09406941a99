from __future__ import annotations

import pytest

from bot.answer.composing.answers import confidence, passages
from bot.answer.deciding.decision import Decision, Reason
from bot.answer.values import Status
from knowledge.law.resolution import Address
from tests.support.answers.answers import evidence, hit
from tests.support.documents.documents import CA_MAU, LANG_SON, at

FIRST, SECOND, THIRD = hit(at(CA_MAU, 2)), hit(at(CA_MAU, 1), 18.0), hit(at(LANG_SON, 5), 17.0)
GIVEN = evidence(FIRST, SECOND, THIRD)


def decided(address: Address, reason: Reason = Reason.PROVISION) -> Decision:
    return Decision(Status.ANSWERED, reason, (address,))


def test_the_first_has_the_probability_of_the_estimate_and_the_rest_their_odds_to_it() -> None:
    scores = [one.score for one in passages(decided(FIRST.address), GIVEN)]

    assert scores == pytest.approx([0.75, 0.2887, 0.1300], abs=1e-4)


def test_what_was_decided_on_comes_first_and_no_probability_rises() -> None:
    found = passages(decided(SECOND.address), GIVEN)

    assert [one.address for one in found] == [SECOND.address, FIRST.address, THIRD.address]
    assert found[0].score == found[1].score > found[2].score


def test_what_was_looked_up_is_certain_though_no_search_found_it() -> None:
    address = at(CA_MAU, 3, 1)
    found = passages(decided(address, Reason.LOOKUP), GIVEN)

    assert [one.address for one in found][:2] == [address, FIRST.address]
    assert [one.score for one in found][:2] == [1.0, 0.75]


def test_what_was_found_elsewhere_is_told_where_nothing_is_within_reach() -> None:
    given = evidence(anywhere=(FIRST,))

    assert [
        one.address for one in passages(Decision(Status.NO_RESOLUTION, Reason.NO_RESOLUTION), given)
    ] == [FIRST.address]


@pytest.mark.parametrize(
    ("decision", "claimed"),
    [
        pytest.param(decided(FIRST.address), 0.75, id="searched"),
        pytest.param(decided(FIRST.address, Reason.LOOKUP), None, id="looked up"),
        pytest.param(Decision(Status.NOT_FOUND, Reason.LEFT_TO_LAW), None, id="not found"),
    ],
)
def test_only_what_was_searched_for_is_doubted(decision: Decision, claimed: float | None) -> None:
    assert confidence(decision, GIVEN) == claimed
