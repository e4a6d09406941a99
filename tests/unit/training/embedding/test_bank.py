from __future__ import annotations

from tests.support.answers.banks import bank

VOTE, BALLOT, MONEY, WEATHER = range(4)


def test_questions_are_tied_to_the_passages_that_answer_them() -> None:
    made = bank(questions=2)

    assert made.questions[:3] == ("vote 0", "vote 1", "ballot 0")
    assert made.groups[VOTE].questions == (0, 1)
    assert made.groups[VOTE].passages == {"a": (0,), "b": (2,)}
    assert made.groups[VOTE].everywhere == {0, 2}
    assert made.group_of[2] == BALLOT


def test_a_matter_outside_is_answered_by_nothing() -> None:
    made = bank(questions=2)

    assert made.groups[WEATHER].questions == (6, 7, 8)
    assert made.groups[WEATHER].passages == {}


def test_knows_what_a_resolution_holds_and_is_asked() -> None:
    made = bank(questions=2)

    assert made.of_resolution("b") == (2, 3)
    assert made.questions_of("b") == (0, 1)


def test_groups_are_alike_where_a_passage_answers_both() -> None:
    made = bank()

    assert made.alike(VOTE, VOTE)
    assert made.alike(VOTE, BALLOT)
    assert not made.alike(VOTE, MONEY)
    assert made.alike(WEATHER, WEATHER)
    assert not made.alike(WEATHER, MONEY)
