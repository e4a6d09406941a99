"""Tasks: how far work that takes minutes is, so that every process can tell, and stop it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from pydantic import JsonValue
from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    delete,
    select,
    update,
)

from bot.store.database.database import Database, insert
from bot.store.database.errors import StoreError
from bot.store.database.tables import METADATA, Moment

SILENCE = timedelta(minutes=1)
"""Time without a sign of life after which the process that worked is gone.

A writer may wait half of it for the database, and gives a sign every few seconds.
"""

tasks = Table(
    "tasks",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("who", String(64), nullable=False, comment="The account's name; it may be gone."),
    Column("at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False, comment="The last sign of life."),
    Column("state", String(64), nullable=False),
    Column("about", String(255), nullable=False),
    Column("phase", String(64), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("outcome", JSON(none_as_null=True)),
    Column("refusal", Text, nullable=False),
    Column("incident", String(64), nullable=False),
)


class TaskState(StrEnum):
    """The state of a task.

    The words are in `publishing/state.j2` and `console/quality/standards/state.j2` of the
    templates.
    """

    RUNNING = "running"
    STOPPING = "stopping"
    STOPPED = "stopped"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """The process that worked on it is gone; no table holds this state."""

    @property
    def is_under_way(self) -> bool:
        """Return True if somebody works on the task."""
        return self in {TaskState.RUNNING, TaskState.STOPPING}


def state_now(noted: TaskState, seen_at: datetime, now: datetime) -> TaskState:
    """Return how a task stands whose state was `noted`, and which was alive at `seen_at`."""
    is_gone = noted.is_under_way and now - seen_at > SILENCE
    return TaskState.INTERRUPTED if is_gone else noted


class UnderWay(StoreError):
    """A task of that key is under way already."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} is under way")


class Superseded(StoreError):
    """Somebody has begun the task anew, or removed it."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} was begun anew, or removed")


class Stopped(StoreError):
    """Somebody has asked the task to stop."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} was asked to stop")


@dataclass(frozen=True, slots=True)
class Task:
    """Work that `who` began `at` a time; there is one task at a time under each `key`.

    `about` tells what the task was begun for, so that a reader knows if its `outcome` still holds.
    `refusal` tells the staff why nothing came of it, `incident` is the trace id of a fault.
    `noted` and `seen_at` are the state and the sign of life that were written last.
    """

    key: str
    who: str
    at: datetime
    about: str = ""
    phase: str = ""
    done: int = 0
    total: int = 0
    outcome: JsonValue = None
    refusal: str = ""
    incident: str = ""
    noted: TaskState = TaskState.RUNNING
    seen_at: datetime | None = None

    def state(self, now: datetime) -> TaskState:
        """Return how the task stands."""
        return state_now(self.noted, self.seen_at or self.at, now)


class Tasks:
    """The tasks of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, key: str) -> Task | None:
        """Return the last task of `key`, None where there is none."""
        with self._database.reading() as connection:
            return _find(connection, key)

    def keys(self, prefix: str) -> set[str]:
        """Return the keys that begin with `prefix`."""
        wanted = select(tasks.c.key).where(tasks.c.key.startswith(prefix, autoescape=True))
        with self._database.reading() as connection:
            return set(connection.execute(wanted).scalars())

    def begin(self, task: Task) -> None:
        """Begin `task`; raise UnderWay where one of its key is."""
        with self._database.writing() as connection:
            begin_task(connection, task)

    def note(self, task: Task, now: datetime, **facts: Any) -> None:
        """Note `facts` about `task`, and that it is alive.

        Raises Superseded where it is not the task of its key any more, and Stopped where somebody
        has asked it to stop; the facts are noted then as well.
        """
        with self._database.writing(flushed=False) as connection:
            noted = _note(connection, task, {"seen_at": now, **facts})
        if noted is TaskState.STOPPING:
            raise Stopped(task.key)

    def end(self, task: Task, state: TaskState, refusal: str = "", incident: str = "") -> None:
        """Note that `task` has ended; raise Superseded as `note` does.

        A task that somebody has asked to stop counts as stopped, not as done.
        """
        facts = {"state": state.value, "refusal": refusal, "incident": incident}
        with self._database.writing() as connection:
            noted = _note(connection, task, facts)
            if noted is TaskState.STOPPING and state is TaskState.DONE:
                _note(connection, task, {"state": TaskState.STOPPED.value})

    def stop(self, key: str) -> None:
        """Ask the task of `key` to stop, if it runs: it ends with its next sign of life."""
        running = and_(tasks.c.key == key, tasks.c.state == TaskState.RUNNING.value)
        with self._database.writing() as connection:
            connection.execute(update(tasks).where(running).values(state=TaskState.STOPPING.value))

    def remove(self, key: str) -> None:
        """Forget the task of `key`; who works on it stops with its next sign of life."""
        with self._database.writing() as connection:
            remove_task(connection, key)


def begin_task(connection: Connection, task: Task) -> None:
    """Write down that `task` begins; raise UnderWay where one of its key is under way."""
    row = {
        "key": task.key,
        "who": task.who,
        "at": task.at,
        "seen_at": task.at,
        "state": TaskState.RUNNING.value,
        "about": task.about,
        "phase": task.phase,
        "done": task.done,
        "total": task.total,
        "outcome": task.outcome,
        "refusal": "",
        "incident": "",
    }
    added = insert(connection, tasks).values(row).on_conflict_do_nothing()
    if connection.execute(added.returning(tasks.c.key)).scalar():
        return
    before = _find(connection, task.key, locked=True)
    if before and before.state(task.at).is_under_way:
        raise UnderWay(task.key)
    connection.execute(update(tasks).where(tasks.c.key == task.key).values(row))


def remove_task(connection: Connection, key: str) -> None:
    """Forget the task of `key`."""
    connection.execute(delete(tasks).where(tasks.c.key == key))


def _note(connection: Connection, task: Task, facts: dict[str, Any]) -> TaskState:
    """Write `facts` about `task`; return the state that was noted before."""
    same = and_(tasks.c.key == task.key, tasks.c.who == task.who, tasks.c.at == task.at)
    state = connection.execute(select(tasks.c.state).where(same).with_for_update()).scalar()
    if state is None:
        raise Superseded(task.key)
    connection.execute(update(tasks).where(same).values(facts))
    return TaskState(state)


def _find(connection: Connection, key: str, *, locked: bool = False) -> Task | None:
    wanted = select(tasks).where(tasks.c.key == key)
    row = connection.execute(wanted.with_for_update() if locked else wanted).first()
    return _task(row) if row else None


def _task(row: Row[Any]) -> Task:
    return Task(
        key=row.key,
        who=row.who,
        at=row.at,
        about=row.about,
        phase=row.phase,
        done=row.done,
        total=row.total,
        outcome=row.outcome,
        refusal=row.refusal,
        incident=row.incident,
        noted=TaskState(row.state),
        seen_at=row.seen_at,
    )
