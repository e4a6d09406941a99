"""How far work is that takes minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.answer.values import Status
from bot.publishing.rehearsing.change import AnswerChange, RehearsedAnswer
from bot.publishing.rehearsing.rehearsal import Rehearsal
from bot.publishing.tasks import (
    SILENCE,
    Phase,
    Superseded,
    Task,
    TaskLost,
    Tasks,
    TaskState,
    UnderWay,
)
from tests.support.answers.publishing import NOW
from tests.support.documents.documents import LANG_SON, at

TASK = Task("anh Ba", NOW, NOW, about="f" * 64, against="3")
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def tasks(tmp_path: Path) -> Tasks:
    """No task yet."""
    return Tasks(tmp_path / "tasks")


def test_every_process_sees_how_far_a_task_is(tasks: Tasks, tmp_path: Path) -> None:
    assert tasks.one("a") is None
    tasks.begin("a", TASK)
    tasks.note("a", TASK, LATER, phase=Phase.ASKING, done=3, total=7)
    seen = Tasks(tmp_path / "tasks").one("a")
    assert seen == replace(TASK, seen_at=LATER, phase=Phase.ASKING, done=3, total=7)
    assert tasks.keys() == {"a"}


def test_what_came_of_a_rehearsal_is_kept(tasks: Tasks) -> None:
    before = RehearsedAnswer(Status.NO_RESOLUTION, "Chưa có.", is_right=False)
    after = RehearsedAnswer(Status.ANSWERED, "Có.", is_right=True, cited=(at(LANG_SON, 4, 2, "c"),))
    changes = (
        AnswerChange("Ở đâu?", "tỉnh An Giang", before, after, case=7),
        AnswerChange("Ai ghi?", None, None, before, provision=at(LANG_SON, 5)),
    )
    outcome = Rehearsal(9, changes, own=4, passed_over=2, waiting=1)
    tasks.begin("a", TASK)
    tasks.note("a", TASK, LATER, has_ended=True, outcome=outcome)
    (task,) = [tasks.one("a")]
    assert task
    assert task.outcome == outcome
    assert task.state(NOW + timedelta(days=9)) is TaskState.DONE


@pytest.mark.parametrize(
    ("facts", "since", "state"),
    [
        pytest.param({}, timedelta(), TaskState.RUNNING, id="just begun"),
        pytest.param({}, SILENCE, TaskState.RUNNING, id="silent for a while"),
        pytest.param({}, SILENCE * 2, TaskState.INTERRUPTED, id="silent for long"),
        pytest.param({"has_ended": True}, SILENCE * 2, TaskState.DONE, id="done"),
        pytest.param({"has_ended": True, "incident": "7"}, SILENCE, TaskState.FAILED, id="a fault"),
        pytest.param(
            {"has_ended": True, "refusal": "Bận"}, SILENCE, TaskState.FAILED, id="refused"
        ),
    ],
)
def test_how_a_task_stands(facts: dict[str, object], since: timedelta, state: TaskState) -> None:
    assert replace(TASK, **facts).state(NOW + since) is state  # type: ignore[arg-type]


def test_the_same_is_not_begun_twice(tasks: Tasks) -> None:
    tasks.begin("a", TASK)
    with pytest.raises(UnderWay):
        tasks.begin("a", replace(TASK, at=LATER, seen_at=LATER))
    tasks.begin("b", TASK)


@pytest.mark.parametrize("how", ["begun anew", "removed"])
def test_who_is_not_wanted_any_more_is_told(tasks: Tasks, how: str) -> None:
    tasks.begin("a", TASK)
    tasks.remove("a")
    if how == "begun anew":
        tasks.begin("a", replace(TASK, at=LATER, seen_at=LATER))
    with pytest.raises(Superseded):
        tasks.note("a", TASK, LATER, done=1)


def test_a_file_that_is_no_task_counts_as_none(tasks: Tasks, tmp_path: Path) -> None:
    tasks.begin("a", TASK)
    (tmp_path / "tasks" / "a.json").write_bytes(b"{")
    assert tasks.one("a") is None
    tasks.begin("a", TASK)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "tasks").write_bytes(b"")
    with pytest.raises(TaskLost):
        Tasks(tmp_path / "tasks").begin("a", TASK)
    assert Tasks(tmp_path / "tasks").one("a") is None
    assert Tasks(tmp_path / "none").keys() == set()
