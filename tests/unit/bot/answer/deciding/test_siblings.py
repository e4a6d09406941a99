from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answer.deciding.siblings import Siblings
from index.hit import TopicHit
from knowledge.law.resolution import Address
from knowledge.matters.topic import PlainAnswer, Right, Topic

LAW = "luat"
BEFORE = "Trồng cây ven đường có phải hỏi dân?"


def topic(name: str, article: int, document: str = LAW) -> Topic:
    basis = (Address(document, article=article),)
    return Topic(name, (Right.KNOW,), (PlainAnswer(basis, name),), (f"{name}?",), name)


TREES = topic("Trồng cây: ai quyết", 15)
WATER = topic("Tưới cây: ai làm", 16)
LIGHTS = topic("Đèn đường: ai thay", 60)
ELSEWHERE = topic("Cây trong cơ quan", 15, "nghi-dinh")
COMMITTEE = topic("Ban Thanh tra nhân dân trồng gì", 17)
FUND = topic("Quỹ thôn trồng gì", 17)
TOPICS = {one.name: one for one in (TREES, WATER, LIGHTS, ELSEWHERE, COMMITTEE, FUND)}


def near(
    alone: dict[Topic, float], together: dict[Topic, float]
) -> Callable[[str], tuple[TopicHit, ...]]:
    """Return what tells `together` of a question behind the last matter, `alone` of any other."""

    def nearest(text: str) -> tuple[TopicHit, ...]:
        told = together if text.startswith(f"{TREES.name}: ") else alone
        hits = (TopicHit(name, told.get(one, 0.0)) for name, one in TOPICS.items())
        return tuple(sorted(hits, key=lambda hit: -hit.score))

    return nearest


def sure(
    alone: dict[Topic, float], together: dict[Topic, float], *, elliptic: bool = False
) -> Topic | None:
    return Siblings(near(alone, together), TOPICS).sure("ai tưới", TREES, BEFORE, elliptic=elliptic)


@pytest.mark.parametrize(
    ("alone", "together", "meant"),
    [
        pytest.param({WATER: 13}, {WATER: 9}, WATER, id="near by itself and behind the last"),
        pytest.param({WATER: 13, LIGHTS: 14}, {WATER: 9, LIGHTS: 4}, WATER, id="of the subject"),
        pytest.param({WATER: 12, LIGHTS: 12}, {WATER: 8, LIGHTS: 8}, WATER, id="of the section"),
        pytest.param({WATER: 11, TREES: 10}, {WATER: 9, TREES: 11}, WATER, id="not the last again"),
        pytest.param(
            {TREES: 14, WATER: 9}, {TREES: 14, WATER: 8}, TREES, id="the last all the same"
        ),
        pytest.param({WATER: 6}, {WATER: 12}, None, id="only of the subject"),
        pytest.param({LIGHTS: 15}, {LIGHTS: 5}, None, id="only by itself"),
        pytest.param({LIGHTS: 12, ELSEWHERE: 12}, {LIGHTS: 9, ELSEWHERE: 9}, None, id="two alike"),
    ],
)
def test_the_matter_beside_the_last_is_asked_for(
    alone: dict[Topic, float], together: dict[Topic, float], meant: Topic | None
) -> None:
    assert sure(alone, together) is meant


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        pytest.param(WATER, WATER, id="of the section"),
        pytest.param(LIGHTS, None, id="of another section"),
        pytest.param(ELSEWHERE, None, id="of another document"),
        pytest.param(TREES, None, id="the last again"),
    ],
)
def test_a_question_without_a_word_of_its_own_stays_in_the_section(
    asked: Topic, meant: Topic | None
) -> None:
    assert sure({asked: 16}, {asked: 12}, elliptic=True) is meant


@pytest.mark.parametrize(
    ("told", "together", "astray"),
    [
        pytest.param(LIGHTS, 3, True, id="another subject"),
        pytest.param(LIGHTS, 8, False, id="near the last matter"),
        pytest.param(WATER, 0, False, id="of the section"),
        pytest.param(TREES, 0, False, id="the last matter"),
    ],
)
def test_an_answer_of_another_subject_is_astray(told: Topic, together: float, astray: bool) -> None:
    siblings = Siblings(near({}, {told: together}), TOPICS)

    assert siblings.is_astray(told, "ai tưới", TREES, BEFORE) is astray


@pytest.mark.parametrize(
    ("other", "meant"),
    [
        pytest.param(FUND, FUND, id="the thing that was asked about"),
        pytest.param(COMMITTEE, None, id="another body"),
    ],
)
def test_a_matter_of_another_thing_is_not_meant(other: Topic, meant: Topic | None) -> None:
    siblings = Siblings(near({other: 14}, {other: 12}), TOPICS)

    asked = siblings.sure("ai tưới", TREES, "Quỹ thôn chi cho cây?", elliptic=False)

    assert asked is meant
