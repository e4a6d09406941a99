"""Question sets of the staff: questions, each with the answer that it should get."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    RowMapping,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    func,
    select,
    update,
)

from bot.evaluation.question_set import Item
from bot.store.database.database import Database, insert
from bot.store.database.errors import StoreError
from bot.store.database.tables import METADATA, Moment
from bot.store.tasks import remove_task

question_sets = Table(
    "question_sets",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("description", Text, nullable=False),
    Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

set_questions = Table(
    "set_questions",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column(
        "set",
        ForeignKey("question_sets.number", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("id", String(64), nullable=False, comment="As files of questions name it."),
    Column("question", Text, nullable=False),
    Column("place", Text),
    Column("style", String(64)),
    Column("right", String(64)),
    Column("expect", String(64), nullable=False),
    Column("gold", JSON, nullable=False),
    Column("must_say", JSON, nullable=False),
    UniqueConstraint("set", "id"),
    Index(None, "set", "number"),
    sqlite_autoincrement=True,
)

_FACTS = tuple(Item.model_fields)


def set_key(number: int) -> str:
    """Return the key of the task that runs a set."""
    return f"set/{number}"


class SetTaken(StoreError):
    """There is a question set of that name."""

    def __init__(self) -> None:
        super().__init__("there is a question set of that name")


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A question set; `questions` tells how many it holds."""

    number: int
    name: str
    description: str
    questions: int


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question of a set; `number` counts up."""

    number: int
    item: Item


class QuestionSets:
    """The question sets of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, description: str, at: datetime) -> int:
        """Store an empty set and return its number; raise SetTaken."""
        row = {"name": name, "description": description, "at": at}
        with self._database.writing() as connection:
            stored = insert(connection, question_sets).values(row).on_conflict_do_nothing()
            number = connection.execute(stored.returning(question_sets.c.number)).scalar()
        if number is None:
            raise SetTaken
        return int(number)

    def change(self, number: int, name: str, description: str) -> None:
        """Give a set another name and description; raise SetTaken."""
        of_others = select(question_sets.c.number).where(
            question_sets.c.name == name, question_sets.c.number != number
        )
        changed = update(question_sets).where(question_sets.c.number == number)
        with self._database.writing() as connection:
            if connection.execute(of_others).first():
                raise SetTaken
            connection.execute(changed.values(name=name, description=description))

    def remove(self, number: int) -> None:
        """Remove a set with its questions and runs; one that is under way stops."""
        with self._database.writing() as connection:
            remove_task(connection, set_key(number))
            connection.execute(delete(question_sets).where(question_sets.c.number == number))

    def one(self, number: int) -> QuestionSet | None:
        """Return a set, None if there is none."""
        sets = self._sets(_SETS.where(question_sets.c.number == number))
        return sets[0] if sets else None

    def latest(self) -> QuestionSet | None:
        """Return the set that was last added to, None where there is none."""
        last = select(func.coalesce(func.max(set_questions.c.number), 0))
        added = last.where(set_questions.c.set == question_sets.c.number).scalar_subquery()
        newest_first = _SETS.order_by(added.desc(), question_sets.c.number.desc())
        sets = self._sets(newest_first.limit(1))
        return sets[0] if sets else None

    def newest(self, most: int, before: int | None = None) -> tuple[QuestionSet, ...]:
        """Return the `most` newest sets, newest first; only older ones than number `before`."""
        newest_first = _SETS.order_by(question_sets.c.number.desc()).limit(most)
        if before is not None:
            newest_first = newest_first.where(question_sets.c.number < before)
        return self._sets(newest_first)

    def questions(
        self, of: int, most: int | None = None, before: int | None = None
    ) -> tuple[SetQuestion, ...]:
        """Return the `most` newest questions of a set, newest first; all of them for None."""
        newest_first = _of(of).order_by(set_questions.c.number.desc()).limit(most)
        if before is not None:
            newest_first = newest_first.where(set_questions.c.number < before)
        with self._database.reading() as connection:
            return tuple(map(_question, connection.execute(newest_first).mappings()))

    def all_questions(self) -> tuple[Item, ...]:
        """Return the questions of all sets, oldest first."""
        oldest_first = select(set_questions).order_by(set_questions.c.number)
        with self._database.reading() as connection:
            rows = connection.execute(oldest_first).mappings()
            return tuple(_question(row).item for row in rows)

    def question(self, of: int, number: int) -> SetQuestion | None:
        """Return a question of a set, None if there is none."""
        with self._database.reading() as connection:
            wanted = _of(of).where(set_questions.c.number == number)
            row = connection.execute(wanted).mappings().first()
        return _question(row) if row else None

    def put(self, into: int, items: Iterable[Item]) -> None:
        """Store `items` in a set; one of the same id is replaced. A set that is gone gets none."""
        with self._database.writing() as connection:
            wanted = select(question_sets.c.number).where(question_sets.c.number == into)
            if connection.execute(wanted).first() is None:
                return
            for row in map(_row, items):
                stored = insert(connection, set_questions).values(set=into, **row)
                keys = ["set", "id"]
                connection.execute(stored.on_conflict_do_update(index_elements=keys, set_=row))

    def change_question(self, of: int, number: int, item: Item) -> None:
        """Let a question of a set be `item`, under the id that it has."""
        facts = {name: value for name, value in _row(item).items() if name != "id"}
        mine = (set_questions.c.set == of) & (set_questions.c.number == number)
        with self._database.writing() as connection:
            connection.execute(update(set_questions).where(mine).values(facts))

    def remove_question(self, of: int, number: int) -> None:
        """Remove a question from a set."""
        mine = (set_questions.c.set == of) & (set_questions.c.number == number)
        with self._database.writing() as connection:
            connection.execute(delete(set_questions).where(mine))

    def _sets(self, wanted: Select[Any]) -> tuple[QuestionSet, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(wanted).all()
        return tuple(
            QuestionSet(row.number, row.name, row.description, row.questions) for row in rows
        )


_COUNT = (
    select(func.count())
    .where(set_questions.c.set == question_sets.c.number)
    .scalar_subquery()
    .label("questions")
)
_SETS = select(question_sets, _COUNT)


def _of(number: int) -> Select[Any]:
    return select(set_questions).where(set_questions.c.set == number)


def _row(item: Item) -> dict[str, Any]:
    return item.model_dump(mode="json")


def _question(row: RowMapping) -> SetQuestion:
    return SetQuestion(row["number"], Item.model_validate({name: row[name] for name in _FACTS}))
