"""The first tables: chats and turns, what residents think, inbox and outbox, accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WORD = sa.String(64)


def upgrade() -> None:
    """Make the tables."""
    _make_chats()
    _make_turns()
    _make_opinions()
    _make_staff_questions()
    _make_menus()
    _make_inbox()
    _make_deliveries()
    _make_accounts()


def _make_chats() -> None:
    op.create_table(
        "seal",
        sa.Column("fingerprint", _WORD, nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_seal"),
        comment="One row: with which key the database was written.",
    )
    op.create_table(
        "chats",
        sa.Column("chat", _WORD, nullable=False),
        sa.Column("channel", _WORD, nullable=False),
        sa.Column("place", sa.JSON),
        sa.Column("expects", _WORD),
        sa.Column("about", _WORD),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat", name="pk_chats"),
    )
    _index("chats", "seen_at")


def _make_turns() -> None:
    op.create_table(
        "turns",
        sa.Column("id", _WORD, nullable=False),
        sa.Column("chat", _WORD, nullable=False),
        sa.Column("channel", _WORD, nullable=False),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("reading", sa.Text, nullable=False),
        sa.Column("status", _WORD, nullable=False),
        sa.Column("topic", sa.Text, comment="The first of the topics."),
        sa.Column("confidence", sa.Float),
        sa.Column("total_ms", sa.Float, comment="The time until the answer was there."),
        sa.Column("place", sa.JSON),
        sa.Column("cited", sa.JSON, nullable=False),
        sa.Column("passages", sa.JSON, nullable=False),
        sa.Column("topics", sa.JSON, nullable=False),
        sa.Column("timings_ms", sa.JSON, nullable=False),
        sa.Column("index_version", _WORD, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        sa.ForeignKeyConstraint(["chat"], ["chats.chat"], name="fk_turns_chat", ondelete="CASCADE"),
    )
    _index("turns", "chat", "asked_at")
    _index("turns", "asked_at", "id")
    for column in ("status", "channel", "topic", "confidence"):
        _index("turns", column, "asked_at")


def _make_opinions() -> None:
    op.create_table(
        "opinions",
        sa.Column("turn", _WORD, nullable=False),
        sa.Column("good", sa.Boolean, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("comment", sa.Text),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("turn", name="pk_opinions"),
        sa.ForeignKeyConstraint(
            ["turn"], ["turns.id"], name="fk_opinions_turn", ondelete="CASCADE"
        ),
    )
    _index("opinions", "good", "at")


def _make_staff_questions() -> None:
    op.create_table(
        "staff_questions",
        sa.Column("turn", _WORD, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("status", _WORD, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False, comment="Where an answer goes."),
        sa.PrimaryKeyConstraint("turn", name="pk_staff_questions"),
        sa.ForeignKeyConstraint(
            ["turn"], ["turns.id"], name="fk_staff_questions_turn", ondelete="CASCADE"
        ),
    )
    _index("staff_questions", "status", "at")


def _make_menus() -> None:
    op.create_table(
        "menus",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", _WORD, nullable=False),
        sa.Column("chat", _WORD, nullable=False),
        sa.Column("choices", sa.JSON, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_menus"),
        sa.UniqueConstraint("id", name="uq_menus_id"),
        sqlite_autoincrement=True,
    )
    _index("menus", "chat", "number")
    _index("menus", "at")


def _make_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("channel", _WORD, nullable=False),
        sa.Column("message", _WORD, nullable=False, comment="The keyed hash of the message's id."),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("chat", _WORD, comment="Until the message is answered."),
        sa.Column("sealed", sa.LargeBinary, comment="Until the message is answered."),
        sa.PrimaryKeyConstraint("number", name="pk_inbox"),
        sa.UniqueConstraint("channel", "message", name="uq_inbox_channel_message"),
        sqlite_autoincrement=True,
    )
    _index("inbox", "at")
    _index("inbox", "chat")


def _make_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", _WORD, nullable=False),
        sa.Column("channel", _WORD, nullable=False),
        sa.Column("state", _WORD, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("chat", _WORD, comment="Until it arrives or is dropped."),
        sa.Column("sealed", sa.LargeBinary, comment="Until it arrives or is dropped."),
        sa.Column("reason", sa.Text, comment="Why it was given up."),
        sa.PrimaryKeyConstraint("number", name="pk_deliveries"),
        sa.UniqueConstraint("id", name="uq_deliveries_id"),
        sqlite_autoincrement=True,
    )
    _index("deliveries", "chat")
    _index("deliveries", "state", "at")


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("name", _WORD, nullable=False),
        sa.Column("role", _WORD, nullable=False),
        sa.Column(
            "password",
            sa.String(255),
            nullable=False,
            comment="Argon2id, as argon2-cffi writes it.",
        ),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_accounts"),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
