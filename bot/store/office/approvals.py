"""The answers that the staff has approved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Integer,
    Row,
    String,
    Table,
    Text,
    delete,
    select,
    update,
)

from bot.answer.staff.approval import Approval, ApprovalGround
from bot.store.database.database import Database
from bot.store.database.tables import METADATA, Moment

_FRESH = 3.0
"""Seconds for which what was read counts as what there is."""
_GROUNDS: TypeAdapter[tuple[ApprovalGround, ...]] = TypeAdapter(tuple[ApprovalGround, ...])

approvals = Table(
    "approvals",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("question", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("grounds", JSON(none_as_null=True), nullable=False),
    Column("within", String(255), nullable=False),
    Column("account", String(64), nullable=False, comment="Its name; it may be gone."),
    Column("at", Moment, nullable=False),
    Column(
        "samples",
        JSON(none_as_null=True),
        nullable=False,
        server_default="[]",
        comment="Other ways to ask the question.",
    ),
    sqlite_autoincrement=True,
)

revisions = Table(
    "approval_revisions",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("approval", Integer, nullable=False, index=True, comment="Its number."),
    Column("question", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("grounds", JSON(none_as_null=True), nullable=False),
    Column("within", String(255), nullable=False),
    Column("account", String(64), nullable=False, comment="Who had given it so."),
    Column("at", Moment, nullable=False),
    Column("samples", JSON(none_as_null=True), nullable=False),
)
"""Approvals as they stood before they were changed or taken back."""


@dataclass(frozen=True, slots=True)
class Signed:
    """An approval, who gave it, and when."""

    approval: Approval
    account: str
    at: datetime


class ApprovalTable:
    """The approvals of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def every(self) -> tuple[Signed, ...]:
        """Return every approval, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(select(approvals).order_by(approvals.c.at.desc())).all()
        return tuple(map(_signed, rows))

    def page(self, most: int, before: int | None = None) -> tuple[Signed, ...]:
        """Return the `most` last ones that were begun; only those from before number `before`."""
        newest = select(approvals).order_by(approvals.c.number.desc()).limit(most)
        if before is not None:
            newest = newest.where(approvals.c.number < before)
        with self._database.reading() as connection:
            return tuple(map(_signed, connection.execute(newest).all()))

    def one(self, number: int) -> Signed | None:
        """Return the approval `number`, None where there is none."""
        wanted = select(approvals).where(approvals.c.number == number)
        with self._database.reading() as connection:
            row = connection.execute(wanted).first()
        return _signed(row) if row else None

    def put(self, approval: Approval, account: str, now: datetime) -> int | None:
        """Keep `approval`, a new one if its number is 0; return its number, None if it is gone."""
        row = {
            "question": approval.question,
            "text": approval.text,
            "grounds": _GROUNDS.dump_python(approval.grounds, mode="json"),
            "within": approval.within,
            "account": account,
            "at": now,
            "samples": list(approval.samples),
        }
        own = approvals.c.number == approval.number
        stored = update(approvals).where(own) if approval.number else approvals.insert()
        kept = stored.values(row).returning(approvals.c.number)
        with self._database.writing() as connection:
            _keep_past(connection, approval.number)
            return connection.execute(kept).scalar()

    def remove(self, number: int) -> bool:
        """Take the approval `number` back; return False where there is none."""
        removed = delete(approvals).where(approvals.c.number == number)
        with self._database.writing() as connection:
            _keep_past(connection, number)
            return connection.execute(removed).rowcount == 1

    def history(self, number: int) -> tuple[Signed, ...]:
        """Return how the approval `number` was before each change of it, the newest first."""
        past = select(revisions).where(revisions.c.approval == number)
        with self._database.reading() as connection:
            rows = connection.execute(past.order_by(revisions.c.number.desc())).all()
        return tuple(_signed(row, number) for row in rows)


class RecentApprovals:
    """The approvals as answers need them: read again once they are some seconds old."""

    def __init__(self, table: ApprovalTable, clock: Callable[[], float] = monotonic) -> None:
        self._table, self._clock = table, clock
        self._read_at: float | None = None
        self._known: tuple[Approval, ...] = ()

    def current(self) -> tuple[Approval, ...]:
        """Return every approval, newest first; raise StoreError."""
        now = self._clock()
        if self._read_at is None or now - self._read_at >= _FRESH:
            self._known = tuple(signed.approval for signed in self._table.every())
            self._read_at = now
        return self._known


def _keep_past(connection: Connection, number: int) -> None:
    """Keep the approval `number`, if there is one, as it is now."""
    names = [column.name for column in approvals.c if column.name != "number"]
    now = select(approvals.c.number, *(approvals.c[name] for name in names))
    past = now.where(approvals.c.number == number)
    connection.execute(revisions.insert().from_select(["approval", *names], past))


def _signed(row: Row[Any], number: int | None = None) -> Signed:
    """Return what a row keeps, under another `number` where it is one of the past."""
    approval = Approval(
        row.number if number is None else number,
        row.question,
        row.text,
        _GROUNDS.validate_python(row.grounds),
        row.within,
        tuple(row.samples),
    )
    return Signed(approval, row.account, row.at)
