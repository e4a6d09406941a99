from __future__ import annotations

import numpy as np
import pytest

from index.assignment import Author, Membership
from index.inheritance import Inheritance
from index.phrases import PhraseIndex
from index.samples import SampleIndex
from knowledge.resolution import Address
from tests.documents import CA_MAU, at
from tests.fakes import FakeEmbedder
from tests.topics import topic

ONE, TWO, THREE = (at(CA_MAU, number) for number in (1, 2, 3))
TOPICS = (topic("họp thôn"), topic("kinh phí"))


def inheritance(*memberships: tuple[str, Address, float]) -> Inheritance:
    phrases = PhraseIndex.build([one.questions for one in TOPICS], FakeEmbedder())
    members = [
        Membership(name, address, weight, Author.MACHINE) for name, address, weight in memberships
    ]
    return Inheritance(SampleIndex(TOPICS, (), members, phrases), [ONE, ONE, TWO, THREE])


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
    assert best((0.4, 0.8)) == [pytest.approx(0.66, abs=0.01)] * 4


def test_a_topic_that_is_far_from_the_question_is_no_better_than_chance() -> None:
    assert best((0.1, 0.8), ("họp thôn", ONE, 1.0)) == [pytest.approx(0.66, abs=0.01)] * 4


def test_matters_outside_are_nobodys_topics() -> None:
    assert max(best((0.4, 0.3, 0.9), ("họp thôn", ONE, 1.0))) == pytest.approx(0.4)
