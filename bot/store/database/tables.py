"""The tables: what may stand in them, and by what they are searched.

A column named `chat` holds the keyed hash of a chat, one named `sealed` what only the key opens.
Changing a table takes a migration in `bot/store/database/migrations`; a test compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A point in time, in UTC: SQLite forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment in UTC, whatever zone it is told in."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment with its zone."""
        if value is None:
            return None
        at: datetime = value
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


_JSON = JSON(none_as_null=True)
_KEY = String(64)
_ID = String(64)
_WORD = String(64)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

seal = Table(
    "seal",
    METADATA,
    Column("fingerprint", _KEY, primary_key=True),
    comment="One row: with which key the database was written.",
)

chats = Table(
    "chats",
    METADATA,
    Column("chat", _KEY, primary_key=True),
    Column("channel", _WORD, nullable=False),
    Column("place", _JSON),
    Column("expects", _WORD),
    Column("about", _ID),
    Column("thread", _ID, comment="The turn about which there is a thread with the staff."),
    Column("until", Moment, comment="When the thread ends."),
    Column(
        "declined",
        Boolean,
        nullable=False,
        server_default=false(),
        comment="The place is not to be asked for.",
    ),
    Column("since", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False, index=True),
)

turns = Table(
    "turns",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("chat", ForeignKey("chats.chat", ondelete="CASCADE"), nullable=False),
    Column("channel", _WORD, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("question", Text, nullable=False),
    Column("reading", Text, nullable=False),
    Column("status", _WORD, nullable=False),
    Column("topic", Text, comment="The first of the topics."),
    Column("confidence", Float),
    Column("total_ms", Float, comment="The time until the answer was there."),
    Column("place", _JSON),
    Column("cited", _JSON, nullable=False),
    Column("passages", _JSON, nullable=False),
    Column("topics", _JSON, nullable=False),
    Column("timings_ms", _JSON, nullable=False),
    Column("index_version", _WORD, nullable=False),
    Column("thread", _ID, comment="The turn that these words to the staff follow."),
    Index(None, "chat", "asked_at"),
    Index(None, "asked_at", "id"),
    Index(None, "status", "asked_at"),
    Index(None, "channel", "asked_at"),
    Index(None, "topic", "asked_at"),
    Index(None, "confidence", "asked_at"),
)

opinions = Table(
    "opinions",
    METADATA,
    Column("turn", ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("good", Boolean, nullable=False),
    Column("reason", Text),
    Column("comment", Text),
    Column("at", Moment, nullable=False),
    Index(None, "good", "at"),
)

staff_questions = Table(
    "staff_questions",
    METADATA,
    Column("turn", ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("status", _WORD, nullable=False),
    Column("sealed", LargeBinary, nullable=False, comment="Where an answer goes."),
    Column("good", Boolean, comment="What the resident thinks of the staff's answer."),
    Index(None, "status", "at"),
)

menus = Table(
    "menus",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("chat", _KEY, nullable=False),
    Column("choices", _JSON, nullable=False),
    Column("at", Moment, nullable=False, index=True),
    Index(None, "chat", "number"),
    sqlite_autoincrement=True,
)

incoming = Table(
    "inbox",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("channel", _WORD, nullable=False),
    Column("message", _KEY, nullable=False, comment="The keyed hash of the message's id."),
    Column("at", Moment, nullable=False, index=True),
    Column("chat", _KEY, index=True, comment="Until the message is answered."),
    Column("sealed", LargeBinary, comment="Until the message is answered."),
    UniqueConstraint("channel", "message"),
    sqlite_autoincrement=True,
)

deliveries = Table(
    "deliveries",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("channel", _WORD, nullable=False),
    Column("state", _WORD, nullable=False),
    Column("at", Moment, nullable=False),
    Column("chat", _KEY, index=True, comment="Until it arrives or is dropped."),
    Column("sealed", LargeBinary, comment="Until it arrives or is dropped."),
    Column("reason", Text, comment="Why it was given up."),
    Index(None, "state", "at"),
    sqlite_autoincrement=True,
)

accounts = Table(
    "accounts",
    METADATA,
    Column("name", _WORD, primary_key=True),
    Column("role", _WORD, nullable=False),
    Column("password", String(255), nullable=False, comment="Argon2id, as argon2-cffi writes it."),
    Column("created_at", Moment, nullable=False),
)
