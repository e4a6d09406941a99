from __future__ import annotations

from tests.support.answers.banks import bank
from training.embedding.measure import held_back, without

MADE = bank(questions=10)
VOTE, BALLOT, MONEY, WEATHER = MADE.groups


def test_some_questions_of_every_group_are_held_back() -> None:
    held = held_back(MADE)

    assert [len(held.intersection(group.questions)) for group in MADE.groups] == [2, 2, 2, 1]
    assert held == held_back(MADE)


def test_of_a_resolution_left_out_nothing_is_known() -> None:
    vote, ballot, money, weather = without(MADE, ["a"]).groups

    assert (vote.questions, vote.passages) == (VOTE.questions, {"b": (2,)})
    assert (ballot.questions, money.questions) == ((), ())
    assert weather == WEATHER


def test_without_nothing_left_out_the_bank_stays() -> None:
    assert without(MADE, []) == MADE
