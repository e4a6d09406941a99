"""Figures that need the turns themselves: unlike the tallies, they end with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, select

from bot.answer.values import Status
from bot.store.database.database import Database
from bot.store.database.tables import opinions, turns
from bot.store.talk.tallies import start_of
from knowledge.language.text import syllables

_IN_VAIN = (Status.NOT_FOUND, Status.NO_RESOLUTION)
_LOOKED_AT = 1000
"""The newest questions of each outcome that are compared."""
_FEWEST_CHATS = 2
"""A question that a single person asked may tell who that is."""


@dataclass(frozen=True, slots=True)
class UnansweredGroup:
    """Questions that are the same but for diacritics and signs; `question` is how most read."""

    question: str
    asked: int
    chats: int


@dataclass(frozen=True, slots=True)
class Judged:
    """The numbers of answers on a topic that residents found good and bad."""

    good: int = 0
    bad: int = 0


class TurnFigures:
    """The figures of the turns that one database still keeps."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def in_vain(self, first: date, last: date) -> tuple[UnansweredGroup, ...]:
        """Return the questions that several chats asked in vain, masked, most often first."""
        chats: dict[str, list[str]] = defaultdict(list)
        with self._database.reading() as connection:
            for status in _IN_VAIN:
                for row in connection.execute(_newest(status, first, last)):
                    chats[row.reading].append(row.chat)
        same: dict[str, list[str]] = defaultdict(list)
        for reading in chats:
            same[" ".join(syllables(reading))].append(reading)
        groups = (_group({name: chats[name] for name in readings}) for readings in same.values())
        common = (group for group in groups if group.chats >= _FEWEST_CHATS)
        return tuple(sorted(common, key=lambda group: (-group.asked, group.question)))

    def judged(self, first: date, last: date) -> Mapping[str, Judged]:
        """Return the opinions on questions of the days from `first` to `last`, by topic."""
        counted = (
            select(turns.c.topic, opinions.c.good, func.count())
            .join_from(opinions, turns, opinions.c.turn == turns.c.id)
            .where(turns.c.topic.is_not(None), _within(first, last))
            .group_by(turns.c.topic, opinions.c.good)
        )
        with self._database.reading() as connection:
            rows = connection.execute(counted).all()
        counts = {(topic, good): int(number) for topic, good, number in rows}
        return {
            topic: Judged(counts.get((topic, True), 0), counts.get((topic, False), 0))
            for topic, _ in counts
        }


def _newest(status: Status, first: date, last: date) -> Select[tuple[str, str]]:
    return (
        select(turns.c.chat, turns.c.reading)
        .where(turns.c.status == status.value, _within(first, last))
        .order_by(turns.c.asked_at.desc())
        .limit(_LOOKED_AT)
    )


def _within(first: date, last: date) -> ColumnElement[bool]:
    """Return the condition that a turn is of the days from `first` to `last`."""
    end = start_of(last + timedelta(days=1))
    return and_(turns.c.asked_at >= start_of(first), turns.c.asked_at < end)


def _group(chats: Mapping[str, list[str]]) -> UnansweredGroup:
    """Return readings that are the same as one, each with a chat for every time it was asked."""
    every = [chat for askers in chats.values() for chat in askers]
    # of two readings that are equally frequent, the later in the alphabet has the diacritics
    most = max(chats, key=lambda reading: (len(chats[reading]), reading))
    return UnansweredGroup(most, len(every), len(set(every)))
