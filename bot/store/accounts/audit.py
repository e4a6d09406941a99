"""The audit log of the staff's actions: written as they happen, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, Integer, String, Table, select

from bot.store.database.database import Database
from bot.store.database.tables import METADATA, Moment

audit = Table(
    "audit",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("who", String(64), nullable=False, comment="The account's name; it may be gone."),
    Column("action", String(64), nullable=False),
    Column("about", String(255), nullable=False, comment="What it was done to; no person's words."),
    sqlite_autoincrement=True,
)


class StaffAction(StrEnum):
    """The actions of the staff; the words are in `prompts/templates/console/accounts/action.j2`."""

    FIRST_ACCOUNT = "first_account"
    LOGIN = "login"
    LOGIN_FAILED = "login_failed"
    LOGOUT = "logout"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an action
    ACCOUNT_ADDED = "account_added"
    ACCOUNT_REMOVED = "account_removed"
    ROLE_CHANGED = "role_changed"
    PASSWORD_RESET = "password_reset"  # noqa: S105 - the name of an action
    SET_ADDED = "set_added"
    SET_CHANGED = "set_changed"
    SET_IMPORTED = "set_imported"
    SET_REMOVED = "set_removed"
    SET_QUESTION_ADDED = "set_question_added"
    SET_QUESTION_CHANGED = "set_question_changed"
    SET_QUESTION_REMOVED = "set_question_removed"
    SET_RUN = "set_run"
    SET_RUN_STOPPED = "set_run_stopped"
    CASE_ASSIGNED = "case_assigned"
    CASE_ANSWERED = "case_answered"
    CASE_DONE = "case_done"
    CASE_OUTSIDE = "case_outside"
    CASE_REOPENED = "case_reopened"
    DELIVERY_RETRIED = "delivery_retried"
    DELIVERY_DROPPED = "delivery_dropped"
    SAMPLE_ADDED = "sample_added"
    SAMPLE_REMOVED = "sample_removed"
    APPROVAL_ADDED = "approval_added"
    APPROVAL_CHANGED = "approval_changed"
    APPROVAL_REMOVED = "approval_removed"
    MATTER_ADDED = "matter_added"
    MATTER_CHANGED = "matter_changed"
    MATTER_CONFIRMED = "matter_confirmed"
    MATTER_REMOVED = "matter_removed"
    CONTACTS_ADDED = "contacts_added"
    CONTACTS_CHANGED = "contacts_changed"
    CONTACTS_REMOVED = "contacts_removed"
    DOCUMENT_BROUGHT = "document_brought"
    DOCUMENT_NAMED = "document_named"
    DOCUMENT_CORRECTED = "document_corrected"
    DOCUMENT_CHECKED = "document_checked"
    DRAFT_REMOVED = "draft_removed"
    DOCUMENT_CONDEMNED = "document_condemned"
    DOCUMENT_REMOVED = "document_removed"
    DOCUMENT_TRIED = "document_tried"
    DOCUMENT_PUBLISHED = "document_published"
    ROLLED_BACK = "rolled_back"
    INDEX_UPDATED = "index_updated"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An action that somebody took; `number` counts up."""

    number: int
    at: datetime
    who: str
    action: str
    about: str


class Audit:
    """The log of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, who: str, action: StaffAction, at: datetime, about: str = "") -> None:
        """Write down that `who` did `action` to what `about` names."""
        row = {"at": at, "who": who, "action": action.value, "about": about}
        with self._database.writing() as connection:
            connection.execute(audit.insert().values(row))

    def entries(self, most: int, before: int | None = None) -> tuple[AuditEntry, ...]:
        """Return the `most` newest entries, newest first; only older ones than number `before`."""
        newest_first = select(audit).order_by(audit.c.number.desc()).limit(most)
        if before is not None:
            newest_first = newest_first.where(audit.c.number < before)
        with self._database.reading() as connection:
            rows = connection.execute(newest_first).all()
        return tuple(AuditEntry(row.number, row.at, row.who, row.action, row.about) for row in rows)
