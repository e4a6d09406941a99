"""Results of the questions in a run of a question set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Float,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    and_,
    func,
    select,
)

from bot.answer.values import Status
from bot.evaluation.result import Result
from bot.store.database.database import Database
from bot.store.database.tables import METADATA
from bot.store.question_sets.question_sets import set_questions

set_results = Table(
    "set_results",
    METADATA,
    Column("run", ForeignKey("set_runs.number", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False),
    Column("question", Text, nullable=False),
    Column("place", Text),
    Column("expect", String(64), nullable=False),
    Column("status", String(64), nullable=False),
    Column("rank", Integer),
    Column("citation_rank", Integer),
    Column("style", String(64)),
    Column("right", String(64)),
    Column("milliseconds", Float, nullable=False),
    Column("confidence", Float),
    Column("resolution", String(255)),
    Column("is_right", Boolean, nullable=False),
    Column(
        "missing_facts",
        JSON(none_as_null=True),
        comment="Which the answer did not say; NULL where none are asked for.",
    ),
    Index(None, "run", "id"),
)

_BEFORE = set_results.alias("before")


class View(StrEnum):
    """The results of a run that a page shows, by the names in links."""

    BETTER = "tot-len"
    WORSE = "xau-di"
    WRONG = "chua-dung"
    ALL = "tat-ca"


@dataclass(frozen=True, slots=True)
class SetResult:
    """The result of a question that was asked with `place`.

    `number` is that of the question if the set still has it; `was_right` tells how the run before
    came out, None if it did not ask the question.
    """

    position: int
    result: Result
    place: str | None
    number: int | None = None
    was_right: bool | None = None


@dataclass(frozen=True, slots=True)
class RunComparison:
    """A run of the set `of`, and the run that it is compared with, None for none."""

    of: int
    run: int
    before: int | None


class SetResults:
    """The results of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, compared: RunComparison) -> Mapping[View, int]:
        """Return how many results each view shows."""
        joined = select(func.count()).select_from(_joined(compared))
        with self._database.reading() as connection:
            return {
                view: connection.execute(joined.where(_seen(compared, view))).scalar_one()
                for view in View
            }

    def page(
        self, compared: RunComparison, view: View, most: int, after: int = -1
    ) -> tuple[SetResult, ...]:
        """Return the `most` first results of a view, only those behind position `after`."""
        still_there = and_(
            set_questions.c.set == compared.of, set_questions.c.id == set_results.c.id
        )
        wanted = (
            select(set_results, set_questions.c.number, _BEFORE.c.is_right.label("was_right"))
            .select_from(_joined(compared).outerjoin(set_questions, still_there))
            .where(_seen(compared, view), set_results.c.position > after)
            .order_by(set_results.c.position)
            .limit(most)
        )
        with self._database.reading() as connection:
            return tuple(map(_result, connection.execute(wanted)))


def add_results(connection: Connection, run: int, results: Sequence[SetResult]) -> None:
    """Store what became of questions of `run`."""
    if results:
        connection.execute(set_results.insert(), [_row(run, result) for result in results])


def _joined(compared: RunComparison) -> FromClause:
    """Return the results, each with that of the same question in the run before."""
    same = and_(_BEFORE.c.run == compared.before, _BEFORE.c.id == set_results.c.id)
    return set_results.outerjoin(_BEFORE, same)


def _seen(compared: RunComparison, view: View) -> ColumnElement[bool]:
    now, was = set_results.c.is_right, _BEFORE.c.is_right
    seen = {
        View.BETTER: now.is_(True) & was.is_(False),
        View.WORSE: now.is_(False) & was.is_(True),
        View.WRONG: now.is_(False),
        View.ALL: now.is_not(None),
    }
    return (set_results.c.run == compared.run) & seen[view]


def _row(run: int, one: SetResult) -> dict[str, Any]:
    facts = asdict(one.result)
    del facts["baselines"]
    return {
        **facts,
        "run": run,
        "position": one.position,
        "place": one.place,
        "expect": one.result.expect.value,
        "status": one.result.status.value,
        "is_right": one.result.is_right,
    }


def _result(row: Row[Any]) -> SetResult:
    missing = row.missing_facts
    result = Result(
        id=row.id,
        question=row.question,
        expect=Status(row.expect),
        status=Status(row.status),
        rank=row.rank,
        citation_rank=row.citation_rank,
        style=row.style,
        right=row.right,
        milliseconds=row.milliseconds,
        confidence=row.confidence,
        resolution=row.resolution,
        missing_facts=None if missing is None else tuple(map(tuple, missing)),
    )
    return SetResult(row.position, result, row.place, row.number, row.was_right)
