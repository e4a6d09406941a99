"""Other ways to ask what was approved, and how approvals were before they were changed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and the table; what was approved before has neither samples nor a past."""
    op.add_column(
        "approvals",
        sa.Column(
            "samples",
            sa.JSON,
            nullable=False,
            server_default="[]",
            comment="Other ways to ask the question.",
        ),
    )
    op.create_table(
        "approval_revisions",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("approval", sa.Integer, nullable=False, comment="Its number."),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("grounds", sa.JSON, nullable=False),
        sa.Column("within", sa.String(255), nullable=False),
        sa.Column("account", sa.String(64), nullable=False, comment="Who had given it so."),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("samples", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_approval_revisions"),
    )
    op.create_index("ix_approval_revisions_approval", "approval_revisions", ["approval"])
