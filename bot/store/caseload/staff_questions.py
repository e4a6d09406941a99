"""The questions that residents hand to the staff."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.conversation.values import Opinion, Turn
from bot.store.database.database import insert
from bot.store.database.tables import staff_questions, turns
from bot.store.talk.cases import Need, bring
from bot.store.talk.turns import place_from_json
from bot.store.values import QuestionStatus, StaffQuestion


def hand_over(connection: Connection, turn: Turn, sealed: bytes, now: datetime) -> None:
    """Put `turn` before the staff; `sealed` is where an answer goes.

    A question that waits already keeps its time; one that was answered is asked anew. Words go
    where the thread is to which they belong.
    """
    row = {"at": now, "status": QuestionStatus.OPEN.value, "sealed": sealed, "good": None}
    stored = insert(connection, staff_questions).values(turn=turn.id, **row)
    answered = staff_questions.c.status == QuestionStatus.ANSWERED.value
    connection.execute(
        stored.on_conflict_do_update(index_elements=["turn"], set_=row, where=answered)
    )
    bring(connection, turn.id, Need.ASKED if turn.thread is None else Need.REPLIED, turn.thread)


def judge(connection: Connection, opinion: Opinion) -> None:
    """Store what the resident thinks of the staff's answer to a turn."""
    judged = update(staff_questions).where(staff_questions.c.turn == opinion.turn)
    connection.execute(judged.values(good=opinion.good))


def list_questions(connection: Connection) -> tuple[StaffQuestion, ...]:
    """Return what residents ask the staff, newest first."""
    joined = select(
        staff_questions.c.turn,
        staff_questions.c.at,
        staff_questions.c.status,
        turns.c.channel,
        turns.c.place,
        turns.c.question,
    ).join(turns)
    newest_first = joined.order_by(staff_questions.c.at.desc(), staff_questions.c.turn)
    return tuple(
        StaffQuestion(
            turn=row.turn,
            channel=row.channel,
            at=row.at,
            place=place_from_json(row.place),
            question=row.question,
            status=QuestionStatus(row.status),
        )
        for row in connection.execute(newest_first)
    )
