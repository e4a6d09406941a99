"""What becomes of a question, and what that is worth."""

from __future__ import annotations

import pytest

from bot.answer.values import Status
from bot.publishing.rehearsing.change import (
    AnswerChange,
    ChangeGroup,
    ChangeVerdict,
    RehearsedAnswer,
)
from knowledge.law.resolution import Address
from tests.support.documents.documents import LANG_SON, NINH_BINH, at

HERE, INSIDE, BESIDE = at(LANG_SON, 4, 2), at(LANG_SON, 4, 2, "c"), at(LANG_SON, 5)
ELSEWHERE = at(NINH_BINH, 4, 2)


def answered(*cited: Address, is_right: bool | None = None) -> RehearsedAnswer:
    return RehearsedAnswer(Status.ANSWERED, "x", is_right, cited)


def refused(status: Status = Status.NOT_FOUND) -> RehearsedAnswer:
    return RehearsedAnswer(status, "y")


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        pytest.param(True, False, ChangeVerdict.WORSE, id="worse"),
        pytest.param(False, True, ChangeVerdict.BETTER, id="better"),
        pytest.param(True, True, ChangeVerdict.OTHER, id="right as before"),
        pytest.param(False, False, ChangeVerdict.OTHER, id="wrong as before"),
        pytest.param(None, None, ChangeVerdict.OTHER, id="nobody has said"),
    ],
)
def test_what_a_change_is_worth(
    before: bool | None, after: bool | None, verdict: ChangeVerdict
) -> None:
    told = answered(is_right=before), answered(is_right=after)
    assert AnswerChange("?", None, *told).verdict is verdict


@pytest.mark.parametrize(
    ("before", "after", "group"),
    [
        pytest.param(None, refused(), ChangeGroup.DENIED, id="not found, though it is there"),
        pytest.param(None, refused(Status.OUT_OF_SCOPE), ChangeGroup.DENIED, id="out of scope"),
        pytest.param(None, refused(Status.NO_RESOLUTION), ChangeGroup.DENIED, id="no resolution"),
        pytest.param(
            None, answered(BESIDE), ChangeGroup.BESIDE, id="from another of its provisions"
        ),
        pytest.param(answered(HERE), refused(), ChangeGroup.REFUSED, id="no more"),
        pytest.param(answered(HERE), answered(BESIDE), ChangeGroup.MOVED, id="another provision"),
        pytest.param(answered(HERE), answered(ELSEWHERE), ChangeGroup.MOVED, id="another document"),
        pytest.param(
            answered(HERE), answered(BESIDE, HERE), ChangeGroup.MOVED, id="behind another"
        ),
        pytest.param(
            answered(HERE, BESIDE), answered(BESIDE, HERE), ChangeGroup.REWORDED, id="another order"
        ),
        pytest.param(answered(HERE), answered(HERE), ChangeGroup.REWORDED, id="other words"),
        pytest.param(answered(HERE), answered(INSIDE), ChangeGroup.REWORDED, id="a part of it"),
        pytest.param(refused(), answered(HERE), ChangeGroup.NEW, id="at last"),
        pytest.param(
            refused(Status.NO_RESOLUTION), refused(), ChangeGroup.UNANSWERED, id="refused otherwise"
        ),
    ],
)
def test_changes_are_told_by_what_changes(
    before: RehearsedAnswer | None, after: RehearsedAnswer, group: ChangeGroup
) -> None:
    assert AnswerChange("?", None, before, after).group is group


@pytest.mark.parametrize(
    ("case", "before", "is_news"),
    [
        pytest.param(7, refused(), True, id="somebody waits"),
        pytest.param(None, refused(), False, id="nobody does"),
        pytest.param(7, answered(BESIDE), False, id="it was answered"),
    ],
)
def test_an_answer_that_somebody_waits_for_is_news(
    case: int | None, before: RehearsedAnswer, *, is_news: bool
) -> None:
    assert AnswerChange("?", None, before, answered(HERE), case=case).is_news is is_news
