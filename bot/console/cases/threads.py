"""The talk between residents and accounts in a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.values import Turn
from bot.store.caseload.caseload import CaseQuestion
from bot.store.caseload.replies import Sent


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """Words of a resident, or with `sent` an answer to them."""

    at: datetime
    question: CaseQuestion
    sent: Sent | None = None


Thread = tuple[ThreadEntry, ...]
"""The talk with one resident, oldest first."""


def threads_of(questions: Sequence[CaseQuestion], sent: Iterable[Sent]) -> tuple[Thread, ...]:
    """Return the talk with each resident, in the order of `questions`."""
    answers: dict[str, list[Sent]] = {}
    for answer in sent:
        answers.setdefault(answer.turn, []).append(answer)
    threads: dict[str, list[ThreadEntry]] = {}
    for question in questions:
        own = threads.setdefault(question.chat, [])
        own.append(ThreadEntry(question.turn.asked_at, question))
        own += (
            ThreadEntry(answer.at, question, answer) for answer in answers.get(question.turn.id, ())
        )
    return tuple(
        tuple(sorted(own, key=lambda entry: (entry.at, entry.sent is not None)))
        for own in threads.values()
    )


def newest_question(questions: Sequence[CaseQuestion]) -> Turn:
    """Return the newest question, else the newest words of a thread."""
    waiting = (question.turn for question in questions if question.turn.thread is None)
    return next(waiting, questions[0].turn)
