"""A column for chats that do not want to tell their place."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; nobody has declined before."""
    op.add_column(
        "chats",
        sa.Column(
            "declined",
            sa.Boolean,
            nullable=False,
            server_default=sa.false(),
            comment="The place is not to be asked for.",
        ),
    )
