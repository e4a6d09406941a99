"""The work of the staff: cases, answers to residents, approved answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WORD = sa.String(64)


def upgrade() -> None:
    """Make the tables; what was asked before is in no case."""
    _make_cases()
    _make_answers()
    op.create_table(
        "approvals",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("grounds", sa.JSON, nullable=False),
        sa.Column("within", sa.String(255), nullable=False),
        sa.Column("account", _WORD, nullable=False, comment="Its name; it may be gone."),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_approvals"),
        sqlite_autoincrement=True,
    )


def _make_cases() -> None:
    op.create_table(
        "cases",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("state", _WORD, nullable=False),
        sa.Column("account", _WORD),
        sa.Column("topic", sa.Text, comment="The first of the topics."),
        sa.Column("latest", sa.Integer, nullable=False, comment="The newest of the concerns."),
        sa.PrimaryKeyConstraint("number", name="pk_cases"),
        sa.ForeignKeyConstraint(
            ["account"], ["accounts.name"], name="fk_cases_account", ondelete="SET NULL"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_cases_account", "cases", ["account"])
    op.create_index("ix_cases_latest", "cases", ["latest"])
    op.create_index("ix_cases_state_latest", "cases", ["state", "latest"])
    op.create_table(
        "concerns",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("case", sa.Integer, nullable=False),
        sa.Column("turn", _WORD, nullable=False),
        sa.Column("need", _WORD, nullable=False),
        sa.Column("channel", _WORD, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_concerns"),
        sa.ForeignKeyConstraint(
            ["case"], ["cases.number"], name="fk_concerns_case", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["turn"], ["turns.id"], name="fk_concerns_turn", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("turn", "need", name="uq_concerns_turn_need"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_concerns_case", "concerns", ["case"])


def _make_answers() -> None:
    op.create_table(
        "staff_answers",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("case", sa.Integer, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("account", _WORD, nullable=False, comment="Its name; it may be gone."),
        sa.Column(
            "signature",
            sa.Text,
            nullable=False,
            comment="Who answers, as the resident reads it.",
        ),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_staff_answers"),
        sa.ForeignKeyConstraint(
            ["case"], ["cases.number"], name="fk_staff_answers_case", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_staff_answers_case", "staff_answers", ["case"])
    op.create_table(
        "staff_deliveries",
        sa.Column("delivery", _WORD, nullable=False),
        sa.Column("answer", sa.Integer, nullable=False),
        sa.Column("turn", _WORD, nullable=False),
        sa.PrimaryKeyConstraint("delivery", name="pk_staff_deliveries"),
        sa.ForeignKeyConstraint(
            ["answer"],
            ["staff_answers.number"],
            name="fk_staff_deliveries_answer",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["turn"], ["turns.id"], name="fk_staff_deliveries_turn", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_staff_deliveries_answer", "staff_deliveries", ["answer"])
    op.create_index("ix_staff_deliveries_turn", "staff_deliveries", ["turn"])
