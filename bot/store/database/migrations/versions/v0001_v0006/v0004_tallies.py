"""Counts of what was asked, by day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; counting begins with the next turn."""
    op.create_table(
        "tallies",
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False, comment="As calendars in Vietnam show it."),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("kind", "day", "value", name="pk_tallies"),
        comment="How often a value occurred on a day.",
        sqlite_with_rowid=False,
    )
