"""What the staff answers in words of its own is told to who means it, and to nobody else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answer.answerer import Answerer
from bot.answer.deciding.approved import ground_at
from bot.answer.deciding.decision import Decision
from bot.answer.quoting.guide import Guide
from bot.answer.staff.approval import Approval
from bot.answer.values import Question
from bot.commands.wiring import Application
from bot.config import Settings
from bot.evaluation.question_set import read_question_set
from index.search import Index
from knowledge.language.typing.abbreviations import read_abbreviations
from knowledge.language.typing.speller import Speller
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.topic import Right, Topic
from tests.support.answers.answers import ON, the_place
from tests.support.running.danbiet import Prepared

SETS = Path(__file__).parents[2] / "question_sets"
TOLD = OfficeAnswer("Bà con xem bảng ở cổng.", "Văn phòng xã", date(2026, 11, 1))


@dataclass
class Staff:
    """What is approved, and of what an office tells."""

    approvals: tuple[Approval, ...] = ()
    topics: tuple[Topic, ...] = ()

    def current(self) -> tuple[Approval, ...]:
        return self.approvals

    def of_offices(self) -> tuple[Topic, ...]:
        return self.topics


def rows(name: str) -> list[dict[str, Any]]:
    lines = (SETS / "office" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def office_topics() -> tuple[Topic, ...]:
    return tuple(
        Topic(row["matter"], (Right.KNOW,), (), tuple(row["samples"]), f"viec-{n}", office=(TOLD,))
        for n, row in enumerate(rows("matters"))
    )


@pytest.fixture(scope="module")
def staff() -> Staff:
    """The staff; what it answers may be changed from question to question."""
    return Staff()


@pytest.fixture(scope="module")
def answerer(prepared: Prepared, staff: Staff) -> Answerer:
    """The real answer path over the documents that ship."""
    parts = Application(Settings(data_dir=prepared.folder))
    index = Index.open(parts.index_folder, parts.embedder())
    assert index.samples
    guide = Guide(index.samples.topics, index.summaries, staff, index.library, offices=staff)
    speller = Speller(index.language, read_abbreviations())
    return Answerer(index.library, index, parts.gazetteer, speller, guide)


def decide(answerer: Answerer, question: str, place: str | None = None) -> Decision:
    asked = Question(question, ON, the_place(place) if place else None)
    return answerer.trace(asked).explanations[0].decision


def test_an_office_is_heard_by_who_means_it(answerer: Answerer, staff: Staff) -> None:
    staff.topics = office_topics()
    heard = [
        (row["matter"], decision.told.topic.name if decision.told else "")
        for row in rows("matters")
        for asked in row["asked"]
        for decision in (decide(answerer, asked),)
    ]
    right = [one for one in heard if one[0] == one[1]]
    assert len(right) >= 25
    assert len([one for one in heard if one[1]]) - len(right) <= 2


def test_an_office_is_not_heard_by_who_asks_for_something_else(
    answerer: Answerer, staff: Staff
) -> None:
    staff.topics = office_topics()
    told = [
        item.question
        for item in read_question_set(SETS / "everyday.jsonl")[::4]
        if decide(answerer, item.question).told
    ]
    assert len(told) <= 1, told


def test_an_approval_is_served_to_who_means_it(answerer: Answerer, staff: Staff) -> None:
    staff.topics, served, other = (), [], []
    for number, row in enumerate(rows("approved"), start=1):
        staff.approvals = ()
        decision = decide(answerer, row["approved"], row["place"])
        found = (ground_at(one, answerer.library) for one in decision.addresses[:1])
        grounds = tuple(one for one in found if one)
        if not grounds:
            continue  # the law decides it, whose text is not here
        staff.approvals = (Approval(number, row["approved"], "Lời đã duyệt.", grounds),)
        served += [bool(decide(answerer, one, row["place"]).approval) for one in row["asked"]]
        other += [one for one in row["other"] if decide(answerer, one, row["place"]).approval]
    assert len(served) >= 15
    assert sum(served) >= len(served) / 2
    assert other == []
