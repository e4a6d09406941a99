"""Resolutions that decide things of their own come in: what stands there is found, and not denied.

Those in `question_sets/new` were made up, with their questions, without a look at the program.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from index.metrics import gold_addresses, rank_of_gold
from tests.support.running.danbiet import Prepared, run

SETS = Path(__file__).parents[2] / "question_sets" / "new"
_EVERYDAY = frozenset({"hard", "colloquial", "story", "teencode"})

Answered = list[tuple[dict[str, Any], dict[str, Any]]]
"""Each question with its answer."""


@pytest.fixture(scope="module")
def answered(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Answered:
    """The answers to all questions after all four have come in."""
    data = tmp_path_factory.mktemp("new")
    shutil.copytree(prepared.folder / "index", data / "index")
    (data / "resolutions").mkdir()
    for path in SETS.glob("*.txt"):
        shutil.copy(path, data / "resolutions")
    texts = (path.read_text(encoding="utf-8") for path in sorted(SETS.glob("*.jsonl")))
    lines = [line for text in texts for line in text.splitlines(keepends=True)]
    batch = data / "questions.jsonl"
    batch.write_text("".join(lines), encoding="utf-8")
    assert run("index", data=data).returncode == 0
    told = run("ask", "--batch", batch, data=data)
    answers = [json.loads(line) for line in told.stdout.splitlines()]
    return list(zip(map(json.loads, lines), answers, strict=True))


def answerable(answered: Answered, *, everyday: bool) -> Answered:
    return [
        (asked, answer)
        for asked, answer in answered
        if asked["expect"] == "answered" and (asked["style"] in _EVERYDAY) is everyday
    ]


def share(told: Iterable[bool]) -> float:
    found = list(told)
    return sum(found) / len(found)


def is_cited(asked: dict[str, Any], answer: dict[str, Any]) -> bool:
    cited = gold_addresses(answer["citations"])
    return rank_of_gold(list(cited), gold_addresses(asked["gold"])) == 1


@pytest.mark.parametrize(
    ("everyday", "least"),
    [
        pytest.param(False, 0.9, id="in the text's words"),
        pytest.param(True, 0.3, id="in everyday words"),
    ],
)
def test_the_provision_that_answers_is_cited_first(
    answered: Answered, everyday: bool, least: float
) -> None:
    questions = answerable(answered, everyday=everyday)

    assert share(is_cited(*pair) for pair in questions) >= least


def test_what_stands_in_a_new_resolution_is_never_said_not_to_be_decided(
    answered: Answered,
) -> None:
    questions = answerable(answered, everyday=False) + answerable(answered, everyday=True)

    assert not [
        asked["question"] for asked, answer in questions if "không quy định" in answer["text"]
    ]


def test_what_no_provision_answers_is_refused(answered: Answered) -> None:
    others = [answer for asked, answer in answered if asked["expect"] == "not_found"]

    assert share(answer["status"] != "answered" for answer in others) >= 0.7


def test_what_answers_in_everyday_words_is_at_least_among_the_first_five(
    answered: Answered,
) -> None:
    found = (
        rank_of_gold(list(gold_addresses(answer["passages"])), gold_addresses(asked["gold"]))
        for asked, answer in answerable(answered, everyday=True)
    )

    assert share(rank is not None and rank <= 5 for rank in found) >= 0.63
