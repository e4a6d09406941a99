"""How far work is that takes minutes."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.store.store import Store
from bot.store.tasks import SILENCE, Stopped, Superseded, Task, Tasks, TaskState, UnderWay
from prompts.render import render
from tests.support.running.stores import KEY, NOW

TASK = Task("index", "anh Ba", NOW, about="f" * 64, phase="building")
LATER = NOW + timedelta(minutes=1)
LONG_AFTER = LATER + SILENCE + timedelta(seconds=1)


@pytest.fixture
def tasks(store: Store) -> Tasks:
    """No task yet."""
    return store.tasks


def state_of(tasks: Tasks) -> TaskState:
    task = tasks.find(TASK.key)
    assert task
    return task.state(LONG_AFTER)


def test_every_process_sees_how_far_a_task_is(tasks: Tasks, url: str) -> None:
    assert tasks.find(TASK.key) is None
    tasks.begin(TASK)
    tasks.note(TASK, LATER, phase="asking", done=3, total=7, outcome={"against": "3"})
    with closing(Store.open(url, KEY)) as other:
        task = other.tasks.find(TASK.key)
    noted = {"phase": "asking", "done": 3, "total": 7, "outcome": {"against": "3"}}
    assert task == replace(TASK, seen_at=LATER, **noted)  # type: ignore[arg-type]
    assert tasks.keys("in") == {TASK.key}
    assert tasks.keys("set/") == set()


@pytest.mark.parametrize(
    ("noted", "since", "state"),
    [
        pytest.param(TaskState.RUNNING, timedelta(), TaskState.RUNNING, id="just begun"),
        pytest.param(TaskState.RUNNING, SILENCE, TaskState.RUNNING, id="silent for a while"),
        pytest.param(TaskState.RUNNING, SILENCE * 2, TaskState.INTERRUPTED, id="silent for long"),
        pytest.param(TaskState.STOPPING, SILENCE, TaskState.STOPPING, id="about to stop"),
        pytest.param(TaskState.STOPPING, SILENCE * 2, TaskState.INTERRUPTED, id="never stopped"),
        pytest.param(TaskState.DONE, SILENCE * 2, TaskState.DONE, id="done"),
        pytest.param(TaskState.FAILED, SILENCE * 2, TaskState.FAILED, id="failed"),
        pytest.param(TaskState.STOPPED, SILENCE * 2, TaskState.STOPPED, id="stopped"),
    ],
)
def test_how_a_task_stands(noted: TaskState, since: timedelta, state: TaskState) -> None:
    assert replace(TASK, noted=noted, seen_at=NOW).state(NOW + since) is state


def test_the_same_is_not_begun_twice(tasks: Tasks) -> None:
    tasks.begin(TASK)
    with pytest.raises(UnderWay):
        tasks.begin(replace(TASK, at=LATER))
    tasks.begin(replace(TASK, key="set/1"))


def test_work_whose_process_is_gone_is_begun_again(tasks: Tasks) -> None:
    tasks.begin(TASK)
    tasks.note(TASK, LATER, done=3)
    assert state_of(tasks) is TaskState.INTERRUPTED
    again = replace(TASK, at=LONG_AFTER)
    tasks.begin(again)
    assert tasks.find(TASK.key) == replace(again, seen_at=LONG_AFTER)
    with pytest.raises(Superseded):
        tasks.note(TASK, LONG_AFTER, done=4)


def test_who_works_on_what_was_removed_is_told(tasks: Tasks) -> None:
    tasks.begin(TASK)
    tasks.remove(TASK.key)
    with pytest.raises(Superseded):
        tasks.note(TASK, LATER, done=1)
    with pytest.raises(Superseded):
        tasks.end(TASK, TaskState.DONE)


@pytest.mark.parametrize(
    ("end", "state"),
    [
        pytest.param(TaskState.DONE, TaskState.STOPPED, id="in time"),
        pytest.param(TaskState.STOPPED, TaskState.STOPPED, id="because of it"),
        pytest.param(TaskState.FAILED, TaskState.FAILED, id="by a fault"),
    ],
)
def test_a_task_that_is_to_stop_ends_as_stopped(
    tasks: Tasks, end: TaskState, state: TaskState
) -> None:
    tasks.begin(TASK)
    tasks.stop(TASK.key)
    with pytest.raises(Stopped):
        tasks.note(TASK, LATER, done=5)
    task = tasks.find(TASK.key)
    assert task
    assert (task.done, task.state(LATER)) == (5, TaskState.STOPPING)
    tasks.end(TASK, end)
    assert state_of(tasks) is state


def test_what_has_ended_is_not_stopped(tasks: Tasks) -> None:
    tasks.begin(TASK)
    tasks.end(TASK, TaskState.DONE)
    tasks.stop(TASK.key)
    assert state_of(tasks) is TaskState.DONE


@pytest.mark.parametrize("state", TaskState)
@pytest.mark.parametrize("template", ["publishing/state", "console/quality/standards/state"])
def test_each_state_has_words(template: str, state: TaskState) -> None:
    assert render(template, state=state).strip()
