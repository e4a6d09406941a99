"""Messages and conversations of other hands: what is recognised, and whether danger is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.answer.acts import hear
from bot.conversation.places.hints import find_places
from knowledge.language.text import fold
from tests.support.answers.answers import gazetteer

SETS = Path(__file__).parents[2] / "question_sets" / "talk"
ASKS = ("question", "other_field")


def lines(name: str) -> list[dict[str, Any]]:
    written = (SETS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in written]


def said() -> Iterator[tuple[str, str]]:
    """Every message of the two sets with what it does."""
    for conversation in lines("conversations"):
        yield from ((turn["say"], turn["expect"]) for turn in conversation["turns"])
    yield from ((line["say"], line["expect"]) for line in lines("messages"))


def test_what_a_message_does_is_recognised() -> None:
    told = [(hear(text).act, expected) for text, expected in said() if expected != "danger"]
    right = [
        (act is None) if expected in (*ASKS, "place") else (act == expected)
        for act, expected in told
    ]

    assert len(right) >= 300
    assert sum(right) / len(right) >= 0.92


def test_nobody_in_danger_is_missed() -> None:
    missed = [
        one["say"] for one in lines("danger") if one["danger"] and not hear(one["say"]).danger
    ]
    missed += [text for text, expected in said() if expected == "danger" and not hear(text).danger]

    assert missed == []


@pytest.mark.parametrize(
    ("messages", "most"),
    [
        pytest.param([one["say"] for one in lines("danger") if not one["danger"]], 3, id="hard"),
        pytest.param([text for text, expected in said() if expected in ASKS], 3, id="asked"),
    ],
)
def test_few_are_taken_to_be_in_danger_who_are_not(messages: list[str], most: int) -> None:
    assert len([text for text in messages if hear(text).danger]) <= most


def test_where_somebody_lives_is_understood() -> None:
    right = 0
    for one in lines("places"):
        places = find_places(one["say"], gazetteer(), expected=False)
        province = fold(one.get("province", ""))
        meant = not places or any(province in fold(place.province) for place in places)
        right += bool(places) is one["place"] and meant

    assert right / len(lines("places")) >= 0.9
