"""What was said between residents and the staff in one case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.values import Turn
from bot.store.caseload.caseload import CaseQuestion
from bot.store.caseload.replies import Sent


@dataclass(frozen=True, slots=True)
class ThreadEntry:
    """What a resident wrote, or what the staff answered to it if there is `sent`."""

    at: datetime
    asked: CaseQuestion
    sent: Sent | None = None


Thread = tuple[ThreadEntry, ...]
"""All that was said with one resident, oldest first."""


def threads_of(asked: Sequence[CaseQuestion], sent: Iterable[Sent]) -> tuple[Thread, ...]:
    """Return what was said with each resident, in the order in which they come in `asked`."""
    answers: dict[str, list[Sent]] = {}
    for answer in sent:
        answers.setdefault(answer.turn, []).append(answer)
    threads: dict[str, list[ThreadEntry]] = {}
    for one in asked:
        own = threads.setdefault(one.chat, [])
        own.append(ThreadEntry(one.turn.asked_at, one))
        own += (ThreadEntry(answer.at, one, answer) for answer in answers.get(one.turn.id, ()))
    return tuple(tuple(sorted(own, key=_order)) for own in threads.values())


def newest_question(asked: Sequence[CaseQuestion]) -> Turn:
    """Return the newest question; words in a thread stand for one where none is left."""
    questions = (one.turn for one in asked if one.turn.thread is None)
    return next(questions, asked[0].turn)


def _order(entry: ThreadEntry) -> tuple[datetime, bool]:
    return entry.at, entry.sent is not None
