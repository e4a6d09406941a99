"""Runs of question sets: how far each is, and its figures once it has ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
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
    select,
    update,
)

from bot.store.database.database import Database
from bot.store.database.errors import StoreError
from bot.store.database.tables import METADATA, Moment
from bot.store.question_sets.question_sets import question_sets
from bot.store.question_sets.set_results import SetResult, add_results

SILENCE = timedelta(minutes=2)
"""Time without a sign of life after which whoever worked on a run is gone."""

set_runs = Table(
    "set_runs",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("set", ForeignKey("question_sets.number", ondelete="CASCADE"), nullable=False),
    Column("index_version", String(64), nullable=False),
    Column("who", String(64), nullable=False, comment="The account's name; it may be gone."),
    Column("at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False, comment="The last sign of life."),
    Column("state", String(64), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("figures", JSON(none_as_null=True), comment="Once it has ended."),
    Column("incident", String(64), comment="Under which the fault that ended it was recorded."),
    Index(None, "set", "number"),
    sqlite_autoincrement=True,
)


class RunState(StrEnum):
    """How a run stands; the words are in `prompts/templates/console/quality/standards/state.j2`."""

    RUNNING = "running"
    STOPPING = "stopping"
    STOPPED = "stopped"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """Whoever worked on it is gone."""


_UNDER_WAY = (RunState.RUNNING, RunState.STOPPING)


class RunUnderWay(StoreError):
    """A run of the same set is under way."""

    def __init__(self) -> None:
        super().__init__("a run of this question set is under way")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the set number `set`, which had `total` questions, over a version of the index."""

    number: int
    set: int
    index_version: str
    who: str
    at: datetime
    state: RunState
    done: int
    total: int
    figures: Mapping[str, Any] | None
    incident: str | None

    @property
    def is_under_way(self) -> bool:
        """Return True if somebody works on it."""
        return self.state in _UNDER_WAY


class SetRuns:
    """The runs of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, of: int, version: str, who: str, total: int, now: datetime) -> int:
        """Return the number of a new run of a set; raise RunUnderWay."""
        begun = {
            "set": of,
            "index_version": version,
            "who": who,
            "at": now,
            "seen_at": now,
            "state": RunState.RUNNING.value,
            "done": 0,
            "total": total,
        }
        alone = select(question_sets.c.number).where(question_sets.c.number == of)
        with self._database.writing() as connection:
            connection.execute(alone.with_for_update())
            last = _first(connection, _newest(of), now)
            if last and last.is_under_way:
                raise RunUnderWay
            stored = set_runs.insert().values(begun).returning(set_runs.c.number)
            return int(connection.execute(stored).scalar_one())

    def note(self, run: int, results: Sequence[SetResult], now: datetime) -> bool:
        """Store `results`, also as a sign of life; return False if the run is to end."""
        with self._database.writing() as connection:
            state = _state(connection, run)
            if state is None:
                return False  # removed with its set
            add_results(connection, run, results)
            seen = {"seen_at": now, "done": set_runs.c.done + len(results)}
            connection.execute(update(set_runs).where(set_runs.c.number == run).values(seen))
            return state is RunState.RUNNING

    def end(self, run: int, figures: Mapping[str, Any] | None, incident: str | None = None) -> None:
        """Note that a run has ended, with its figures, or by the fault `incident`."""
        with self._database.writing() as connection:
            state = (
                RunState.STOPPED if _state(connection, run) is RunState.STOPPING else RunState.DONE
            )
            ended = RunState.FAILED if incident else state
            facts = {"state": ended.value, "figures": figures, "incident": incident}
            connection.execute(update(set_runs).where(set_runs.c.number == run).values(facts))

    def stop(self, of: int) -> None:
        """Let the run of a set that is under way end soon."""
        running = (set_runs.c.set == of) & (set_runs.c.state == RunState.RUNNING.value)
        with self._database.writing() as connection:
            stopped = update(set_runs).where(running)
            connection.execute(stopped.values(state=RunState.STOPPING.value))

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
        done = set_runs.c.state == RunState.DONE.value
        earlier = _newest(run.set).where(set_runs.c.number < run.number, done)
        with self._database.reading() as connection:
            return _first(connection, earlier, now)


def _newest(of: int) -> Select[Any]:
    return select(set_runs).where(set_runs.c.set == of).order_by(set_runs.c.number.desc())


def _state(connection: Connection, run: int) -> RunState | None:
    asked = select(set_runs.c.state).where(set_runs.c.number == run).with_for_update()
    found = connection.execute(asked).scalar()
    return RunState(found) if found else None


def _first(connection: Connection, asked: Select[Any], now: datetime) -> Run | None:
    row = connection.execute(asked.limit(1)).first()
    return _run(row, now) if row else None


def _run(row: Row[Any], now: datetime) -> Run:
    state = RunState(row.state)
    silent = now - row.seen_at > SILENCE
    return Run(
        number=row.number,
        set=row.set,
        index_version=row.index_version,
        who=row.who,
        at=row.at,
        state=RunState.INTERRUPTED if state in _UNDER_WAY and silent else state,
        done=row.done,
        total=row.total,
        figures=row.figures,
        incident=row.incident,
    )
