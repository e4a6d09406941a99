"""Work that is done aside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

import bot.serving.worker
from bot.serving.worker import Refused, Report, Work, Worker
from bot.store.store import Store
from bot.store.tasks import Task, TaskState
from tests.support.running.stores import KEY

NOW = datetime(2026, 12, 1, tzinfo=UTC)
TASK = Task("index", "anh Ba", NOW)


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    """Somebody who does work at once."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        yield Worker(store.tasks, lambda: NOW, tmp_path, start=lambda work: work())


def done_by(worker: Worker, work: Work) -> Task:
    """Return the task once `work` has done it."""
    worker.begin(TASK, work)
    task = worker.tasks.find(TASK.key)
    assert task
    return task


def test_work_tells_how_far_it_is(worker: Worker) -> None:
    seen: list[tuple[str, int, int]] = []

    def look() -> None:
        task = worker.tasks.find(TASK.key)
        assert task
        seen.append((task.phase, task.done, task.total))

    def work(report: Report) -> None:
        tell = report.progress("building")
        look()
        tell(3, 7)
        look()

    assert done_by(worker, work).noted is TaskState.DONE
    assert seen == [("building", 0, 0), ("building", 3, 7)]


def _refuse(_: Report) -> None:
    raise Refused("Bận") from None


def _refuse_for_a_fault(_: Report) -> None:
    raise Refused("Bận") from ZeroDivisionError()


def _fail(_: Report) -> None:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("work", "refusal", "is_incident"),
    [
        pytest.param(_refuse, "Bận", False, id="refused"),
        pytest.param(_refuse_for_a_fault, "Bận", True, id="refused for a fault"),
        pytest.param(_fail, "", True, id="a fault that nobody foresaw"),
    ],
)
def test_work_that_fails_tells_why(
    worker: Worker, tmp_path: Path, work: Work, refusal: str, *, is_incident: bool
) -> None:
    task = done_by(worker, work)
    assert (task.noted, task.refusal) == (TaskState.FAILED, refusal)
    log = tmp_path / "incidents.log"
    assert log.exists() is is_incident
    assert bool(task.incident) is is_incident
    assert not is_incident or task.incident in log.read_text(encoding="utf-8")


def test_who_began_work_learns_of_its_fault(worker: Worker) -> None:
    incidents: list[str] = []
    worker.tasks.begin(TASK)
    worker.do(TASK, _fail, incidents.append)
    task = worker.tasks.find(TASK.key)
    assert task
    assert incidents == [task.incident]


def test_work_stops_when_it_is_asked_to(worker: Worker) -> None:
    def work(report: Report) -> None:
        worker.tasks.stop(TASK.key)
        report.note(done=1)
        raise AssertionError

    assert done_by(worker, work).noted is TaskState.STOPPED


def test_work_that_nobody_wants_any_more_leaves_nothing(worker: Worker) -> None:
    def work(report: Report) -> None:
        worker.tasks.remove(TASK.key)
        report.note(done=1)
        raise AssertionError

    worker.begin(TASK, work)
    assert worker.tasks.find(TASK.key) is None


def test_work_that_says_nothing_for_long_gives_signs_of_life(
    worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.serving.worker, "_BEAT", 0.001)
    was_seen = Event()

    def clock() -> datetime:
        was_seen.set()
        return NOW

    beating = Worker(worker.tasks, clock, worker.incidents, worker.start)
    done_by(beating, lambda _: None if was_seen.wait(10) else _fail(_))
    task = worker.tasks.find(TASK.key)
    assert task
    assert task.noted is TaskState.DONE
