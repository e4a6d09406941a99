"""The question sets of the staff, and their runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_WORD = sa.String(64)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "question_sets",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("description", sa.Text, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_question_sets"),
        sa.UniqueConstraint("name", name="uq_question_sets_name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "set_questions",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("set", sa.Integer, nullable=False),
        sa.Column("id", _WORD, nullable=False, comment="As files of questions name it."),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("style", _WORD),
        sa.Column("right", _WORD),
        sa.Column("expect", _WORD, nullable=False),
        sa.Column("gold", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_set_questions"),
        sa.ForeignKeyConstraint(
            ["set"], ["question_sets.number"], name="fk_set_questions_set", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("set", "id", name="uq_set_questions_set_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_set_questions_set_number", "set_questions", ["set", "number"])
    _make_runs()
    _make_results()


def _make_runs() -> None:
    op.create_table(
        "set_runs",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("set", sa.Integer, nullable=False),
        sa.Column("index_version", _WORD, nullable=False),
        sa.Column("who", _WORD, nullable=False, comment="The account's name; it may be gone."),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False, comment="The last sign of life."),
        sa.Column("state", _WORD, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("figures", sa.JSON, comment="Once it has ended."),
        sa.Column("incident", _WORD, comment="Under which the fault that ended it was recorded."),
        sa.PrimaryKeyConstraint("number", name="pk_set_runs"),
        sa.ForeignKeyConstraint(
            ["set"], ["question_sets.number"], name="fk_set_runs_set", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_set_runs_set_number", "set_runs", ["set", "number"])


def _make_results() -> None:
    op.create_table(
        "set_results",
        sa.Column("run", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("id", _WORD, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("place", sa.Text),
        sa.Column("expect", _WORD, nullable=False),
        sa.Column("status", _WORD, nullable=False),
        sa.Column("rank", sa.Integer),
        sa.Column("citation_rank", sa.Integer),
        sa.Column("style", _WORD),
        sa.Column("right", _WORD),
        sa.Column("milliseconds", sa.Float, nullable=False),
        sa.Column("confidence", sa.Float),
        sa.Column("resolution", sa.String(255)),
        sa.Column("is_right", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("run", "position", name="pk_set_results"),
        sa.ForeignKeyConstraint(
            ["run"], ["set_runs.number"], name="fk_set_results_run", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_set_results_run_id", "set_results", ["run", "id"])
