"""The contacts for the residents of a place."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_UNIT = sa.String(120)


def upgrade() -> None:
    """Make the table; no place has contacts yet."""
    op.create_table(
        "contacts",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("place", sa.JSON, nullable=False),
        sa.Column("province", _UNIT, nullable=False),
        sa.Column(
            "commune",
            _UNIT,
            nullable=False,
            comment="Empty for what counts in all the province.",
        ),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("hours", sa.Text, nullable=False),
        sa.Column("reception", sa.Text, nullable=False),
        sa.Column("telephone", sa.Text, nullable=False),
        sa.Column("emergency", sa.JSON, nullable=False),
        sa.Column("account", sa.String(64), nullable=False, comment="Its name; it may be gone."),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_contacts"),
        sa.UniqueConstraint("province", "commune", name="uq_contacts_province_commune"),
        sqlite_autoincrement=True,
    )
