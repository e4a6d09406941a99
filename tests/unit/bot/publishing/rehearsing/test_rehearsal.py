"""Which answers a new document changes, and what that is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answer.answerer import Answerer
from bot.answer.values import Status
from bot.publishing.rehearsing.change import (
    AnswerChange,
    ChangeGroup,
    ChangeVerdict,
    RehearsedAnswer,
)
from bot.publishing.rehearsing.rehearsal import PATIENCE, Rehearsal, rehearse
from bot.publishing.rehearsing.trials import Trial
from index.embedding.embedder import silent
from knowledge.law.resolution import Address
from tests.support.answers.answers import ON, FakeSearcher, as_found, gazetteer, hit, library
from tests.support.console.standards import MONEY, NEXT, PLACE, RIGHT, item
from tests.support.documents.documents import LANG_SON, at
from tests.support.language.language import speller

FUND = at(LANG_SON, 4, 2)
"""What encloses NEXT."""


def finding(*addresses: Address) -> Answerer:
    hits = tuple(hit(one, 20.0 - rank) for rank, one in enumerate(addresses))
    return Answerer(library(), FakeSearcher(hits), gazetteer(), speller(), fit=as_found)


def told(*, is_right: bool | None) -> RehearsedAnswer:
    return RehearsedAnswer(Status.ANSWERED, "x", is_right)


def own(provision: Address = RIGHT) -> Trial:
    return Trial(MONEY, PLACE, provision=provision)


def test_those_for_the_worse_come_first() -> None:
    outcomes = [(None, None), (False, True), (True, False), (True, True)]
    changes = tuple(
        AnswerChange(str(one), None, told(is_right=one[0]), told(is_right=one[1]))
        for one in outcomes
    )
    rehearsal = Rehearsal(9, changes)
    assert [one.question for one in rehearsal.in_order] == [
        str(outcomes[number]) for number in (2, 1, 0, 3)
    ]
    assert [rehearsal.count(one) for one in ChangeVerdict] == [1, 1, 2]


def test_only_other_words_are_a_change() -> None:
    asked = [Trial(MONEY, PLACE, item()), Trial(MONEY, PLACE), Trial("?!")]
    same = rehearse(asked, finding(RIGHT), finding(RIGHT), ON, silent)
    assert same == Rehearsal(3, ())
    other = rehearse(asked, finding(RIGHT), finding(NEXT), ON, silent)
    assert [one.verdict for one in other.changes] == [ChangeVerdict.WORSE, ChangeVerdict.OTHER]
    assert [one.before and one.before.is_right for one in other.changes] == [True, None]
    better = rehearse(asked[:1], finding(NEXT), finding(RIGHT), ON, silent)
    assert [one.verdict for one in better.changes] == [ChangeVerdict.BETTER]


@pytest.mark.parametrize(
    ("provision", "finds", "groups"),
    [
        pytest.param(RIGHT, [RIGHT], [], id="from there"),
        pytest.param(FUND, [NEXT], [], id="from inside it"),
        pytest.param(replace(NEXT, bullet=1), [NEXT], [], id="from what encloses it"),
        pytest.param(RIGHT, [NEXT], [ChangeGroup.BESIDE], id="from another provision"),
        pytest.param(RIGHT, [], [ChangeGroup.DENIED], id="denied"),
    ],
)
def test_what_a_document_says_is_to_be_answered_from_there(
    provision: Address, finds: list[Address], groups: list[ChangeGroup]
) -> None:
    found = rehearse([own(provision)], finding(), finding(*finds), ON, silent)
    assert [one.group for one in found.changes] == groups
    assert all(one.provision == provision for one in found.changes)


def test_the_day_of_a_question_counts_where_it_has_one() -> None:
    before_it_was_in_force = replace(own(), on=date(2024, 1, 1))
    (change,) = rehearse([before_it_was_in_force], finding(), finding(RIGHT), ON, silent).changes
    assert change.after.status is Status.NO_RESOLUTION


def test_it_is_counted_what_was_asked_and_what_there_was_no_time_for() -> None:
    times = iter([0.0, 1.0, PATIENCE + 1, PATIENCE + 2])
    asked = [own(), own(NEXT), own(FUND), Trial(MONEY, PLACE), Trial("Loa?", PLACE, case=7)]
    found = rehearse(asked, finding(), finding(RIGHT), ON, silent, lambda: next(times))
    assert (found.asked, found.own, found.passed_over, found.waiting) == (3, 1, 2, 1)
    assert [(one.group, one.case) for one in found.in_order] == [
        (ChangeGroup.NEW, 7),
        (ChangeGroup.NEW, None),
    ]
    assert found.news == 1


def test_changes_are_told_group_by_group_denials_first() -> None:
    refused = RehearsedAnswer(Status.NOT_FOUND, "y")
    right, wrong = told(is_right=None), told(is_right=None)
    changes = (
        AnswerChange("new", None, refused, right),
        AnswerChange("worse", None, told(is_right=True), told(is_right=False)),
        AnswerChange("refused", None, right, refused),
        AnswerChange("denied", None, None, refused, provision=RIGHT),
        AnswerChange("reworded", None, right, wrong),
    )
    groups = Rehearsal(9, changes).groups
    assert {group: [one.question for one in its] for group, its in groups.items()} == {
        ChangeGroup.DENIED: ["denied"],
        ChangeGroup.REFUSED: ["refused"],
        ChangeGroup.NEW: ["new"],
        ChangeGroup.REWORDED: ["worse", "reworded"],
    }
    assert list(groups) == [
        ChangeGroup.DENIED,
        ChangeGroup.REFUSED,
        ChangeGroup.NEW,
        ChangeGroup.REWORDED,
    ]


def test_progress_counts_the_questions() -> None:
    seen = list[tuple[int, int]]()
    asked = [Trial(MONEY, PLACE), Trial("?!")]
    rehearse(asked, finding(RIGHT), finding(NEXT), ON, lambda *one: seen.append(one))
    assert seen == [(1, 2), (2, 2)]
