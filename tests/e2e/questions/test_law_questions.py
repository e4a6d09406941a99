"""What the law decides is told from what ships alone: facts, named provisions, no quote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answer.composing.shape import LONGEST_ANSWER
from tests.support.running.danbiet import Prepared, run

SETS = Path(__file__).parents[2] / "question_sets" / "law"


@pytest.fixture(scope="module", params=["facts", "decided"])
def report(request: pytest.FixtureRequest, prepared: Prepared) -> dict[str, Any]:
    """What `danbiet evaluate` says of a set."""
    told = run("evaluate", SETS / f"{request.param}.jsonl", "--json", data=prepared.folder)
    assert told.returncode == 0, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def test_facts_are_said(report: dict[str, Any]) -> None:
    least = {"facts": 0.62, "decided": 0.5}

    assert report["facts_said"] >= least[Path(report["file"]).stem]


def test_most_answers_rest_on_a_right_provision(report: dict[str, Any]) -> None:
    assert report["unfounded"] <= 0.36


def test_no_promise_is_broken(report: dict[str, Any]) -> None:
    assert report["broken_promises"] == 0


def test_answers_fit_on_a_phone(prepared: Prepared) -> None:
    told = run("ask", "--batch", SETS / "facts.jsonl", data=prepared.folder)
    texts = [json.loads(line)["text"] for line in told.stdout.splitlines()]
    whole = [len(text) for text in texts if "\n2. " not in text]

    assert len(whole) >= 70
    assert sum(length <= LONGEST_ANSWER for length in whole) / len(whole) >= 0.88
