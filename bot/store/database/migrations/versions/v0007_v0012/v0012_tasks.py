"""Work that takes minutes, in a table for all of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WORD = sa.String(64)


def upgrade() -> None:
    """Make the table; a run that is under way now counts as interrupted, for it has no task."""
    op.create_table(
        "tasks",
        sa.Column("key", _WORD, nullable=False),
        sa.Column("who", _WORD, nullable=False, comment="The account's name; it may be gone."),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False, comment="The last sign of life."),
        sa.Column("state", _WORD, nullable=False),
        sa.Column("about", sa.String(255), nullable=False),
        sa.Column("phase", _WORD, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("outcome", sa.JSON),
        sa.Column("refusal", sa.Text, nullable=False),
        sa.Column("incident", _WORD, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_tasks"),
    )
    op.drop_column("set_runs", "seen_at")
