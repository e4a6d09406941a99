"""Cases: what needs a person of the staff, questions that are nearly the same in one.

A case holds no words of residents, only the turns do: what they take back is gone from here, too.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    delete,
    exists,
    func,
    select,
    update,
)

from bot.answer.composing.wording import UNSURE
from bot.answer.quoting.likeness import alike
from bot.answer.values import Status
from bot.store.database.tables import METADATA, turns

_COMPARED = 300
"""The newest cases with which a question is compared."""


class Need(StrEnum):
    """The reason for which a question needs a person."""

    ASKED = "asked"
    """The resident wants an answer from the staff."""
    REPLIED = "replied"
    """The resident has written more to the staff."""
    BAD = "bad"
    """The resident was not content with the answer."""
    NOT_FOUND = "not_found"
    UNSURE = "unsure"


_PERSONAL = (Need.ASKED, Need.REPLIED)
"""The needs that a resident has of a person, and of nobody else."""


class CaseState(StrEnum):
    """The state of a case."""

    OPEN = "open"
    DONE = "done"
    OUTSIDE = "outside"
    """Nothing for the bot or its staff; the same question comes back without a sound."""


cases = Table(
    "cases",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("state", String(64), nullable=False),
    Column("account", ForeignKey("accounts.name", ondelete="SET NULL"), index=True),
    Column("topic", Text, comment="The first of the topics."),
    Column("latest", Integer, nullable=False, index=True, comment="The newest of the concerns."),
    Index(None, "state", "latest"),
    sqlite_autoincrement=True,
)

concerns = Table(
    "concerns",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("case", ForeignKey("cases.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("turn", ForeignKey("turns.id", ondelete="CASCADE"), nullable=False),
    Column("need", String(64), nullable=False),
    Column("channel", String(64), nullable=False),
    UniqueConstraint("turn", "need"),
    sqlite_autoincrement=True,
)


def need_of(status: Status, confidence: float | None) -> Need | None:
    """Return why an answer with this `status` needs a person, None if it does not."""
    if status is Status.NOT_FOUND:
        return Need.NOT_FOUND
    return Need.UNSURE if confidence is not None and confidence < UNSURE else None


def newest_question() -> ColumnElement[int | None]:
    """Return the newest concern of a case that is a question, not words in a thread."""
    own = concerns.alias()
    questions = (own.c.case == cases.c.number, own.c.need != Need.REPLIED.value)
    return select(func.max(own.c.number)).where(*questions).correlate(cases).scalar_subquery()


def bring(connection: Connection, turn: str, need: Need, thread: str | None = None) -> None:
    """Put the question of `turn` before the staff, with those that are nearly the same.

    It joins its own case, or one that is not done yet; words join the case of the turn `thread`.
    A case that is outside stays so, unless the resident asks for a person.
    """
    same = (concerns.c.turn == turn, concerns.c.need == need.value)
    connection.execute(delete(concerns).where(*same))
    question = connection.execute(select(turns).where(turns.c.id == turn)).one()
    own = select(cases).join(concerns, concerns.c.case == cases.c.number)
    joined = connection.execute(own.where(concerns.c.turn == (thread or turn)).limit(1)).first()
    if joined is None and thread is None:
        joined = _like(connection, question)
    case = joined or _new(connection, question)
    row = {
        "case": case.number,
        "turn": turn,
        "need": need.value,
        "channel": question.channel,
    }
    added = connection.execute(concerns.insert().values(row).returning(concerns.c.number))
    stays = case.state == CaseState.OUTSIDE and need not in _PERSONAL
    state = CaseState.OUTSIDE if stays else CaseState.OPEN
    changed = update(cases).where(cases.c.number == case.number)
    connection.execute(changed.values(latest=added.scalar_one(), state=state.value))


def take_back(connection: Connection, turn: str, need: Need) -> None:
    """Let the question of `turn` need nobody for this reason any more."""
    same = (concerns.c.turn == turn, concerns.c.need == need.value)
    if connection.execute(delete(concerns).where(*same)).rowcount:
        tidy(connection)


def tidy(connection: Connection) -> None:
    """Remove cases whose questions are all gone, and let the others know their newest."""
    own = concerns.c.case == cases.c.number
    connection.execute(delete(cases).where(~exists().where(own)))
    newest = select(func.max(concerns.c.number)).where(own).scalar_subquery()
    gone = ~exists().where(concerns.c.number == cases.c.latest)
    connection.execute(update(cases).where(gone).values(latest=newest))


def _like(connection: Connection, question: Row[Any]) -> Row[Any] | None:
    """Return the newest case, not done, of nearly the same question about the same province."""
    newest = (
        select(cases, turns.c.reading, turns.c.place)
        .select_from(cases)
        .join(concerns, concerns.c.number == newest_question())
        .join(turns, turns.c.id == concerns.c.turn)
        .where(cases.c.state != CaseState.DONE.value)
        .order_by(cases.c.latest.desc())
        .limit(_COMPARED)
    )
    own = _province(question.place)
    near = (row for row in connection.execute(newest) if _province(row.place) == own)
    return next((row for row in near if alike(row.reading, question.reading)), None)


def _new(connection: Connection, question: Row[Any]) -> Row[Any]:
    row = {"state": CaseState.OPEN.value, "topic": question.topic, "latest": 0}
    return connection.execute(cases.insert().values(row).returning(cases)).one()


def _province(place: dict[str, Any] | None) -> str | None:
    return place["province"] if place else None
