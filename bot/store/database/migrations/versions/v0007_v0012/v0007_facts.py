"""The facts that answers must say, and which of them an answer did not."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NONE = "[]"


def upgrade() -> None:
    """Add the columns; what was kept before asks for no facts."""
    op.add_column(
        "set_questions", sa.Column("must_say", sa.JSON, nullable=False, server_default=_NONE)
    )
    op.add_column(
        "set_results",
        sa.Column(
            "missing_facts",
            sa.JSON,
            comment="Which the answer did not say; NULL where none are asked for.",
        ),
    )
