"""The cases as the staff sees them: listed page by page, opened, assigned, ended."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    RowMapping,
    Select,
    exists,
    func,
    select,
    update,
)

from bot.conversation.values import Opinion, Turn
from bot.store.database.database import Database
from bot.store.database.tables import accounts, chats, opinions, staff_questions, turns
from bot.store.talk.cases import CaseState, Need, cases, concerns, newest_question
from bot.store.talk.turns import place_from_json, turn_from
from bot.store.values import QuestionStatus
from knowledge.gazetteer.places import Place

_SHOWN = 50
"""Questions of one case that are shown, the newest."""


@dataclass(frozen=True, slots=True)
class Filter:
    """The choice of the cases that are listed; None and "" leave a part of it open.

    `topics` are those of a right, `account` whom a case is assigned to.
    """

    state: CaseState | None = CaseState.OPEN
    need: Need | None = None
    channel: str = ""
    topics: Collection[str] | None = None
    account: str = ""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case on one line: its newest question, and how many there are for each need.

    `reading` is the question as it was understood, made whole from what was said before it. `words`
    is what a resident has written to the staff since, "" for nothing; `asked` counts questions.
    """

    number: int
    state: CaseState
    account: str | None
    latest: int
    question: str
    words: str
    reading: str
    place: Place | None
    channel: str
    at: datetime
    needs: Mapping[Need, int]
    asked: int


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """A question of a case, or words of a resident; `heard` is when the chat wrote last.

    `chat` is the key of the chat. `waits` tells whether an answer of the staff can go to whoever
    asked it, `content` what they think of the answer that went there.
    """

    turn: Turn
    chat: str
    channel: str
    needs: frozenset[Need]
    opinion: Opinion | None
    heard: datetime
    waits: bool
    content: bool | None


@dataclass(frozen=True, slots=True)
class Case:
    """A case with its questions, newest first; `more` counts those that are not shown."""

    number: int
    state: CaseState
    account: str | None
    asked: tuple[CaseQuestion, ...]
    more: int


class Caseload:
    """The cases of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, wanted: Filter, most: int, before: int | None = None) -> tuple[CaseRow, ...]:
        """Return the `most` newest cases that are `wanted`; only those whose latest is `before`."""
        newest = _newest().where(*_conditions(wanted)).order_by(cases.c.latest.desc()).limit(most)
        if before is not None:
            newest = newest.where(cases.c.latest < before)
        with self._database.reading() as connection:
            rows = connection.execute(newest).all()
            needs = _needs(connection, [row.number for row in rows])
            questions = concerns.c.need != Need.REPLIED.value
            asked = _counts(connection, [row.number for row in rows], questions)
        return tuple(_row(row, needs[row.number], asked.get(row.number, 0)) for row in rows)

    def open_ones(self) -> int:
        """Return how many cases are open."""
        counted = select(func.count()).select_from(cases)
        with self._database.reading() as connection:
            return connection.execute(
                counted.where(cases.c.state == CaseState.OPEN.value)
            ).scalar_one()

    def one(self, number: int) -> Case | None:
        """Return the case `number`, None where there is none."""
        with self._database.reading() as connection:
            row = connection.execute(select(cases).where(cases.c.number == number)).first()
            if row is None:
                return None
            questions = connection.execute(_questions(number).limit(_SHOWN)).mappings().all()
            needs = _needs_of_turns(connection, [question["id"] for question in questions])
            count = _counts(connection, [number])[number]
        asked = tuple(_asked(question, needs[question["id"]]) for question in questions)
        return Case(number, CaseState(row.state), row.account, asked, count - len(asked))

    def assign(self, number: int, account: str | None) -> bool:
        """Give the case `number` to `account`, or to nobody; return False where there is none."""
        if account is not None:
            wanted = select(accounts.c.name).where(accounts.c.name == account)
            with self._database.reading() as connection:
                if connection.execute(wanted).first() is None:
                    return False
        return self._change(number, account=account)

    def set_state(self, number: int, state: CaseState) -> bool:
        """Note what became of the case `number`; return False where there is none."""
        return self._change(number, state=state.value)

    def _change(self, number: int, **values: str | None) -> bool:
        changed = update(cases).where(cases.c.number == number).values(values)
        with self._database.writing() as connection:
            return connection.execute(changed).rowcount == 1


def _newest() -> Select[Any]:
    """Return cases with their newest question, and what was said last, which may be other words."""
    last, said = concerns.alias(), turns.alias()
    question = func.coalesce(newest_question(), cases.c.latest)
    return (
        select(
            cases,
            turns,
            said.c.question.label("said"),
            said.c.thread.label("follows"),
            said.c.asked_at.label("said_at"),
            said.c.channel.label("said_on"),
        )
        .select_from(cases)
        .join(last, last.c.number == cases.c.latest)
        .join(said, said.c.id == last.c.turn)
        .join(concerns, concerns.c.number == question)
        .join(turns, turns.c.id == concerns.c.turn)
    )


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    own = concerns.alias()
    same_case = own.c.case == cases.c.number
    if wanted.state:
        conditions.append(cases.c.state == wanted.state.value)
    if wanted.need:
        conditions.append(exists().where(same_case, own.c.need == wanted.need.value))
    if wanted.channel:
        conditions.append(exists().where(same_case, own.c.channel == wanted.channel))
    if wanted.topics is not None:
        conditions.append(cases.c.topic.in_(tuple(wanted.topics)))
    if wanted.account:
        conditions.append(cases.c.account == wanted.account)
    return conditions


def _needs(connection: Connection, numbers: Sequence[int]) -> dict[int, dict[Need, int]]:
    counted = (
        select(concerns.c.case, concerns.c.need, func.count().label("times"))
        .where(concerns.c.case.in_(numbers))
        .group_by(concerns.c.case, concerns.c.need)
    )
    counts: dict[int, dict[Need, int]] = {number: {} for number in numbers}
    for row in connection.execute(counted):
        counts[row.case][Need(row.need)] = row.times
    return counts


def _counts(
    connection: Connection, numbers: Sequence[int], *conditions: ColumnElement[bool]
) -> dict[int, int]:
    counted = (
        select(concerns.c.case, func.count(concerns.c.turn.distinct()).label("times"))
        .where(concerns.c.case.in_(numbers), *conditions)
        .group_by(concerns.c.case)
    )
    return {row.case: row.times for row in connection.execute(counted)}


def _needs_of_turns(connection: Connection, ids: Sequence[str]) -> dict[str, frozenset[Need]]:
    wanted = select(concerns.c.turn, concerns.c.need).where(concerns.c.turn.in_(ids))
    needs: dict[str, frozenset[Need]] = {}
    for row in connection.execute(wanted):
        needs[row.turn] = needs.get(row.turn, frozenset()) | {Need(row.need)}
    return needs


def _questions(number: int) -> Select[Any]:
    newest = (
        select(concerns.c.turn, func.max(concerns.c.number).label("latest"))
        .where(concerns.c.case == number)
        .group_by(concerns.c.turn)
        .subquery()
    )
    return (
        select(
            turns,
            chats.c.seen_at,
            staff_questions.c.status.label("staff_status"),
            staff_questions.c.good.label("content"),
            opinions.c.good,
            opinions.c.reason,
            opinions.c.comment,
        )
        .join(newest, newest.c.turn == turns.c.id)
        .join(chats, chats.c.chat == turns.c.chat)
        .outerjoin(staff_questions, staff_questions.c.turn == turns.c.id)
        .outerjoin(opinions, opinions.c.turn == turns.c.id)
        .order_by(newest.c.latest.desc())
    )


def _row(row: Row[Any], needs: dict[Need, int], asked: int) -> CaseRow:
    return CaseRow(
        number=row.number,
        state=CaseState(row.state),
        account=row.account,
        latest=row.latest,
        question=row.question,
        words=row.said if row.follows else "",
        reading=row.reading,
        place=place_from_json(row.place),
        channel=row.said_on,
        at=row.said_at,
        needs={need: needs[need] for need in Need if need in needs},
        asked=asked,
    )


def _asked(row: RowMapping, needs: frozenset[Need]) -> CaseQuestion:
    said = row["good"] is not None
    opinion = Opinion(row["id"], row["good"], row["reason"], row["comment"]) if said else None
    return CaseQuestion(
        turn=turn_from(row),
        chat=row["chat"],
        channel=row["channel"],
        needs=needs,
        opinion=opinion,
        heard=row["seen_at"],
        waits=row["staff_status"] == QuestionStatus.OPEN.value,
        content=row["content"],
    )
