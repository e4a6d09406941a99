"""Which answers a new document changes, and what that is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.answer.answerer import Answerer
from bot.answer.values import Status
from bot.publishing.rehearsal import Change, Rehearsal, Told, Trial, Verdict, rehearse, trials
from index.embedder import silent
from knowledge.resolution import Address, Resolution, Territory
from knowledge.topic import Topic
from tests.answers import ON, FakeSearcher, gazetteer, hit, library
from tests.builders import resolution
from tests.documents import LANG_SON, at
from tests.language import speller
from tests.standards import MONEY, NEXT, PLACE, RIGHT, item

NATIONAL = replace(resolution("luat"), territory=Territory(None, nationwide=True))
AN_GIANG = replace(resolution("an-giang"), territory=Territory("tỉnh An Giang"))
TOPICS = tuple(Topic(name, (), (), (f"{name}?", "Khác?")) for name in ("Tiền", "Đường", "Loa"))
INNER = Topic("Hẹp", (), (), ("Hẹp?",), within="Tiền")


def finding(*addresses: Address) -> Answerer:
    hits = tuple(hit(one, 20.0 - rank) for rank, one in enumerate(addresses))
    return Answerer(library(), FakeSearcher(hits), gazetteer(), speller())


def told(*, is_right: bool | None) -> Told:
    return Told(Status.ANSWERED, "x", is_right)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        pytest.param(True, False, Verdict.WORSE, id="worse"),
        pytest.param(False, True, Verdict.BETTER, id="better"),
        pytest.param(True, True, Verdict.OTHER, id="right as before"),
        pytest.param(False, False, Verdict.OTHER, id="wrong as before"),
        pytest.param(None, None, Verdict.OTHER, id="nobody has said"),
    ],
)
def test_what_a_change_is_worth(before: bool | None, after: bool | None, verdict: Verdict) -> None:
    change = Change("?", None, told(is_right=before), told(is_right=after))
    assert change.verdict is verdict


def test_those_for_the_worse_come_first() -> None:
    outcomes = [(None, None), (False, True), (True, False), (True, True)]
    changes = tuple(
        Change(str(one), None, told(is_right=one[0]), told(is_right=one[1])) for one in outcomes
    )
    rehearsal = Rehearsal(9, changes)
    assert [one.question for one in rehearsal.in_order] == [
        str(outcomes[number]) for number in (2, 1, 0, 3)
    ]
    assert [rehearsal.count(one) for one in Verdict] == [1, 1, 2]


def test_only_other_words_are_a_change() -> None:
    asked = [Trial(MONEY, PLACE, item()), Trial(MONEY, PLACE), Trial("?!")]
    same = rehearse(asked, finding(RIGHT), finding(RIGHT), ON, silent)
    assert same == Rehearsal(3, ())
    other = rehearse(asked, finding(RIGHT), finding(NEXT), ON, silent)
    assert [one.verdict for one in other.changes] == [Verdict.WORSE, Verdict.OTHER]
    assert other.changes[0].before.is_right is True
    assert other.changes[1].before.is_right is None
    better = rehearse(asked[:1], finding(NEXT), finding(RIGHT), ON, silent)
    assert [one.verdict for one in better.changes] == [Verdict.BETTER]


def test_progress_counts_the_questions() -> None:
    seen = list[tuple[int, int]]()
    asked = [Trial(MONEY, PLACE), Trial("?!")]
    rehearse(asked, finding(RIGHT), finding(NEXT), ON, lambda *one: seen.append(one))
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize(
    ("documents", "places"),
    [
        pytest.param([AN_GIANG], ["tỉnh An Giang"] * 3, id="its place"),
        pytest.param(
            [replace(AN_GIANG, territory=Territory("tỉnh An Giang", "xã Mỹ Đức"))],
            ["xã Mỹ Đức, tỉnh An Giang"] * 3,
            id="its commune",
        ),
        pytest.param(
            [AN_GIANG, resolution()],
            ["tỉnh An Giang"] * 3 + ["tỉnh Lạng Sơn"] * 3,
            id="the places of both versions",
        ),
        pytest.param(
            [NATIONAL],
            ["tỉnh An Giang", "tỉnh Lạng Sơn", "tỉnh An Giang"],
            id="the whole country",
        ),
    ],
)
def test_of_each_topic_one_question_is_asked(
    documents: Sequence[Resolution], places: list[str]
) -> None:
    found = trials((), (*TOPICS, INNER), documents, [AN_GIANG, resolution(), NATIONAL])
    assert [one.place for one in found] == places
    questions = ["Tiền?", "Đường?", "Loa?"]
    assert [one.question for one in found] == questions * (len(places) // 3)


def test_a_question_of_a_set_and_of_a_topic_is_asked_once() -> None:
    gold = item("a", "Tiền?", at(LANG_SON, 5), place="tỉnh Lạng Sơn")
    found = trials([gold], TOPICS[:1], [resolution()], [])
    assert found == (Trial("Tiền?", "tỉnh Lạng Sơn", gold),)


def test_without_any_place_questions_are_asked_without() -> None:
    found = trials((), TOPICS[:1], [NATIONAL], [NATIONAL])
    assert found == (Trial("Tiền?", None),)
