"""`danbiet inbox`: what residents ask the staff."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from bot.commands.table import print_table
from bot.commands.terminal import application, write, write_json
from bot.commands.wiring import Application
from bot.store.values import StaffQuestion
from prompts.render import render


def show(as_json: bool, parts: Application | None = None) -> None:
    """Print the questions for the staff, newest first; raise StoreError."""
    with closing((parts or application()).store()) as store:
        questions = store.staff_questions()
    if as_json:
        write_json([_as_dict(question) for question in questions], indent=2)
    elif questions:
        print_table("staff/question_headings", [_cells(question) for question in questions])
    else:
        write(render("staff/no_questions"))


def _cells(question: StaffQuestion) -> tuple[str, ...]:
    at = render("staff/moment", at=question.at)
    status = render("staff/question_status", status=question.status)
    return at, question.place.name if question.place else "", question.question, status


def _as_dict(question: StaffQuestion) -> dict[str, Any]:
    return {
        "id": question.turn,
        "at": question.at.isoformat(),
        "channel": question.channel,
        "place": question.place.name if question.place else None,
        "question": question.question,
        "status": question.status.value,
    }
