"""What several chats have asked in vain, told without the chats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, select

from bot.answer.values import Status
from bot.store.database.database import Database
from bot.store.database.tables import turns
from bot.store.talk.tallies import start_of
from knowledge.language.text import syllables

_IN_VAIN = (Status.NOT_FOUND, Status.NO_RESOLUTION)
_LOOKED_AT = 1000
"""The newest questions of each outcome that are compared."""
_FEWEST_CHATS = 2
"""What a single person has asked may tell who that is."""


@dataclass(frozen=True, slots=True)
class UnansweredGroup:
    """Questions that are the same but for diacritics and signs; `question` is how most read."""

    question: str
    asked: int
    chats: int


def unanswered(database: Database, first: date, last: date) -> tuple[UnansweredGroup, ...]:
    """Return what was asked in vain by more than one chat, most often first, masked as stored."""
    chats: dict[str, list[str]] = defaultdict(list)
    with database.reading() as connection:
        for status in _IN_VAIN:
            for row in connection.execute(_newest(status, first, last)):
                chats[row.reading].append(row.chat)
    same: dict[str, list[str]] = defaultdict(list)
    for reading in chats:
        same[" ".join(syllables(reading))].append(reading)
    groups = (_group({one: chats[one] for one in readings}) for readings in same.values())
    common = (group for group in groups if group.chats >= _FEWEST_CHATS)
    return tuple(sorted(common, key=lambda group: (-group.asked, group.question)))


def _newest(status: Status, first: date, last: date) -> Select[tuple[str, str]]:
    return (
        select(turns.c.chat, turns.c.reading)
        .where(
            turns.c.status == status.value,
            turns.c.asked_at >= start_of(first),
            turns.c.asked_at < start_of(last + timedelta(days=1)),
        )
        .order_by(turns.c.asked_at.desc())
        .limit(_LOOKED_AT)
    )


def _group(chats: Mapping[str, list[str]]) -> UnansweredGroup:
    """Return readings that are the same as one, each with a chat for every time it was asked."""
    asked = [chat for its in chats.values() for chat in its]
    most = max(chats, key=lambda one: (len(chats[one]), one))  # of equals the one with diacritics
    return UnansweredGroup(most, len(asked), len(set(asked)))
