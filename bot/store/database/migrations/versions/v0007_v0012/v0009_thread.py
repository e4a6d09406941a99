"""Threads between residents and the staff."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what was kept before belongs to no thread."""
    op.add_column(
        "chats",
        sa.Column(
            "thread",
            sa.String(64),
            comment="The turn about which there is a thread with the staff.",
        ),
    )
    op.add_column(
        "chats",
        sa.Column("until", sa.DateTime(timezone=True), comment="When the thread ends."),
    )
    op.add_column(
        "turns",
        sa.Column(
            "thread", sa.String(64), comment="The turn that these words to the staff follow."
        ),
    )
    op.add_column(
        "staff_questions",
        sa.Column("good", sa.Boolean, comment="What the resident thinks of the staff's answer."),
    )
