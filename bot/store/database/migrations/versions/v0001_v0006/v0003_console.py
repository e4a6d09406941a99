"""The tables of the staff console: who is signed in, and who did what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WORD = sa.String(64)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "sessions",
        sa.Column("token", _WORD, nullable=False, comment="SHA-256 of the token."),
        sa.Column("account", _WORD, nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_sessions"),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.name"], name="fk_sessions_account", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_sessions_account", "sessions", ["account"])
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("who", _WORD, nullable=False, comment="The account's name; it may be gone."),
        sa.Column("action", _WORD, nullable=False),
        sa.Column(
            "about",
            sa.String(255),
            nullable=False,
            comment="What it was done to; no person's words.",
        ),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
        sqlite_autoincrement=True,
    )
