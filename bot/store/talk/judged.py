"""What residents think of the answers on each topic."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select

from bot.store.database.database import Database
from bot.store.database.tables import opinions, turns
from bot.store.talk.tallies import start_of


@dataclass(frozen=True, slots=True)
class Judged:
    """How many answers on a topic were found good, and how many were not."""

    good: int = 0
    bad: int = 0


def judged(database: Database, first: date, last: date) -> Mapping[str, Judged]:
    """Return the opinions on what was asked from day `first` to `last`, by topic.

    Only turns that are still kept have any: unlike the tallies, these counts end with them.
    """
    asked = (
        select(turns.c.topic, opinions.c.good, func.count())
        .join_from(opinions, turns, opinions.c.turn == turns.c.id)
        .where(
            turns.c.topic.is_not(None),
            turns.c.asked_at >= start_of(first),
            turns.c.asked_at < start_of(last + timedelta(days=1)),
        )
        .group_by(turns.c.topic, opinions.c.good)
    )
    with database.reading() as connection:
        counts = {(topic, good): int(number) for topic, good, number in connection.execute(asked)}
    return {
        topic: Judged(counts.get((topic, True), 0), counts.get((topic, False), 0))
        for topic, _ in counts
    }
