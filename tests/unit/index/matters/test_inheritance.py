from __future__ import annotations

import numpy as np
import pytest

from index.matters.assignment import Author, Membership
from index.matters.inheritance import Inheritance
from index.matters.sample_index import SampleIndex
from index.retrieval.phrases import PhraseIndex
from knowledge.law.resolution import Address
from knowledge.matters.lists.outside import OutsideKind, OutsideMatter
from tests.support.answers.topics import topic
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.documents.documents import CA_MAU, at

ONE, TWO, THREE = (at(CA_MAU, number) for number in (1, 2, 3))
TOPICS = (topic("họp thôn"), topic("kinh phí"))


WEATHER = OutsideMatter(
    kind=OutsideKind.FIELD, name="thời tiết", ask="", phrases=("mai có mưa không",)
)


def inheritance(*memberships: tuple[str, Address, float]) -> Inheritance:
    phrases = PhraseIndex.build([one.questions for one in (*TOPICS, topic("mưa"))], FakeEmbedder())
    members = [
        Membership(name, address, weight, Author.MACHINE) for name, address, weight in memberships
    ]
    return Inheritance(SampleIndex(TOPICS, (WEATHER,), members, phrases), [ONE, ONE, TWO, THREE])


def best(near: tuple[float, ...], *memberships: tuple[str, Address, float]) -> list[float]:
    figures = {"topic_words": np.array(near, np.float32)}
    inherited: list[float] = inheritance(*memberships).inherit(figures)["topic_words"].tolist()
    return inherited


@pytest.mark.parametrize(
    ("memberships", "first"),
    [
        pytest.param((("họp thôn", ONE, 1.0),), {0, 1}, id="both pieces of one"),
        pytest.param((("kinh phí", TWO, 1.0), ("kinh phí", THREE, 0.2)), {2}, id="the likelier"),
        pytest.param(
            (("họp thôn", TWO, 1.0), ("kinh phí", TWO, 1.0), ("họp thôn", THREE, 1.0)),
            {2},
            id="the best of two topics",
        ),
    ],
)
def test_passages_have_the_best_of_their_topics(
    memberships: tuple[tuple[str, Address, float], ...], first: set[int]
) -> None:
    found = best((0.78, 0.8), *memberships)

    assert {place for place, figure in enumerate(found) if figure == max(found)} == first


def test_a_provision_may_belong_to_the_nearest_topic_by_chance() -> None:
    found = best((0.4, 0.8), ("kinh phí", TWO, 1.0))

    assert found == [*[pytest.approx(0.66, abs=0.01)] * 2, pytest.approx(0.8), found[0]]


def test_a_topic_that_is_far_from_the_question_is_no_better_than_chance() -> None:
    found = best((0.1, 0.8), ("họp thôn", ONE, 1.0), ("kinh phí", THREE, 1.0))

    assert found == [*[pytest.approx(0.66, abs=0.01)] * 3, pytest.approx(0.8)]


def test_nothing_belongs_by_chance_to_a_topic_of_which_nothing_speaks() -> None:
    assert best((0.4, 0.8), ("họp thôn", ONE, 1.0))[2] == pytest.approx(0.4 - 0.14, abs=0.01)


def test_nothing_belongs_to_a_matter_outside_by_chance() -> None:
    assert max(best((0.4, 0.3, 0.9), ("họp thôn", ONE, 1.0))) == pytest.approx(0.4)


def test_a_provision_that_speaks_of_a_matter_outside_has_what_it_has() -> None:
    assert best((0.4, 0.3, 0.9), ("thời tiết", TWO, 1.0))[2] == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        pytest.param([2], [0, 0, 0.75], id="a provision within reach"),
        pytest.param([3], [0, 0.5, 0.25], id="a less likely one"),
        pytest.param([2, 3], [0, 0.5, 0.75], id="the likeliest"),
        pytest.param([0], [0, 0, 0], id="none within reach"),
    ],
)
def test_how_surely_something_within_reach_speaks_of_a_group_is_told(
    scope: list[int], covered: list[float]
) -> None:
    known = inheritance(
        ("thời tiết", TWO, 0.75), ("thời tiết", THREE, 0.25), ("kinh phí", THREE, 0.5)
    )

    assert known.covered(np.array(scope)).tolist() == pytest.approx(covered)
