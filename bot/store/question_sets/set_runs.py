"""Runs of question sets: what came of each; until it has ended, its task tells how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    Select,
    String,
    Table,
    and_,
    select,
    update,
)

from bot.store.database.database import Database
from bot.store.database.tables import METADATA, Moment
from bot.store.question_sets.question_sets import set_key
from bot.store.question_sets.set_results import SetResult, add_results
from bot.store.tasks import Task, TaskState, begin_task, state_now, tasks

set_runs = Table(
    "set_runs",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("set", ForeignKey("question_sets.number", ondelete="CASCADE"), nullable=False),
    Column("index_version", String(64), nullable=False),
    Column("who", String(64), nullable=False, comment="The account's name; it may be gone."),
    Column("at", Moment, nullable=False),
    Column("state", String(64), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("figures", JSON(none_as_null=True), comment="Once it has ended."),
    Column("incident", String(64), comment="Under which the fault that ended it was recorded."),
    Index(None, "set", "number"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the set number `set`, which had `total` questions, over a version of the index."""

    number: int
    set: int
    index_version: str
    who: str
    at: datetime
    state: TaskState
    done: int
    total: int
    figures: Mapping[str, Any] | None
    incident: str | None

    @property
    def is_under_way(self) -> bool:
        """Return True if somebody works on it."""
        return self.state.is_under_way


class SetRuns:
    """The runs of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, of: int, index_version: str, total: int, task: Task) -> int:
        """Begin `task`, which runs a set, and return the number of the run; raise UnderWay."""
        row = {
            "set": of,
            "index_version": index_version,
            "who": task.who,
            "at": task.at,
            "state": TaskState.RUNNING.value,
            "done": 0,
            "total": total,
        }
        with self._database.writing() as connection:
            begin_task(connection, task)
            stored = set_runs.insert().values(row).returning(set_runs.c.number)
            return int(connection.execute(stored).scalar_one())

    def add(self, run: int, results: Sequence[SetResult]) -> None:
        """Store `results` of a run, unless it was removed with its set."""
        own = set_runs.c.number == run
        with self._database.writing() as connection:
            counted = update(set_runs).where(own).values(done=set_runs.c.done + len(results))
            if connection.execute(counted).rowcount:
                add_results(connection, run, results)

    def end(
        self, run: int, state: TaskState, figures: Mapping[str, Any] | None, incident: str = ""
    ) -> None:
        """Note how a run has ended, with its figures, or by the fault `incident`."""
        facts = {"state": state.value, "figures": figures, "incident": incident or None}
        with self._database.writing() as connection:
            connection.execute(update(set_runs).where(set_runs.c.number == run).values(facts))

    def newest(
        self, of: int, now: datetime, most: int, before: int | None = None
    ) -> tuple[Run, ...]:
        """Return the `most` newest runs of a set, newest first; only before number `before`."""
        newest_first = _newest(of).limit(most)
        if before is not None:
            newest_first = newest_first.where(set_runs.c.number < before)
        with self._database.reading() as connection:
            return tuple(_run(row, now) for row in connection.execute(newest_first))

    def one(self, of: int, number: int, now: datetime) -> Run | None:
        """Return a run of a set, None if there is none."""
        with self._database.reading() as connection:
            return _first(connection, _newest(of).where(set_runs.c.number == number), now)

    def before(self, run: Run, now: datetime) -> Run | None:
        """Return the last run of the set before `run` that was finished, None for none."""
        done = set_runs.c.state == TaskState.DONE.value
        earlier = _newest(run.set).where(set_runs.c.number < run.number, done)
        with self._database.reading() as connection:
            return _first(connection, earlier, now)


def _newest(of: int) -> Select[Any]:
    """Return the runs of a set, newest first, each beside the task that works on it."""
    task = and_(
        tasks.c.key == set_key(of), tasks.c.who == set_runs.c.who, tasks.c.at == set_runs.c.at
    )
    living = (tasks.c.state.label("task_state"), tasks.c.seen_at)
    joined = select(set_runs, *living).outerjoin(tasks, task)
    return joined.where(set_runs.c.set == of).order_by(set_runs.c.number.desc())


def _first(connection: Connection, wanted: Select[Any], now: datetime) -> Run | None:
    row = connection.execute(wanted.limit(1)).first()
    return _run(row, now) if row else None


def _run(row: Row[Any], now: datetime) -> Run:
    return Run(
        number=row.number,
        set=row.set,
        index_version=row.index_version,
        who=row.who,
        at=row.at,
        state=_state(row, now),
        done=row.done,
        total=row.total,
        figures=row.figures,
        incident=row.incident,
    )


def _state(row: Row[Any], now: datetime) -> TaskState:
    """Return how a run stands; until it has ended, its task tells."""
    ended = TaskState(row.state)
    if not ended.is_under_way:
        return ended
    if row.task_state is None:
        return TaskState.INTERRUPTED
    return state_now(TaskState(row.task_state), row.seen_at, now)
