"""Counts of what was asked, by day: they name nobody, and stay when turns are forgotten.

They are kept as turns are, in the same transaction, because counting a hundred thousand turns
anew takes longer than a page may.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlalchemy import Column, Connection, Date, Integer, String, Table, Text, func, select

from bot.answer.values import Status
from bot.conversation.situation import VIETNAM
from bot.conversation.values import Turn
from bot.store.database.database import Database, insert
from bot.store.database.tables import METADATA, turns
from knowledge.law.resolution import RULING, Address, Part
from knowledge.law.signs import number_sign

tallies = Table(
    "tallies",
    METADATA,
    Column("kind", String(64), primary_key=True),
    Column("day", Date, primary_key=True, comment="As calendars in Vietnam show it."),
    Column("value", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    comment="How often a value occurred on a day.",
    sqlite_with_rowid=False,
)

_A_DAY = timedelta(days=1)
_PRECISION = 2
"""Digits to which times are told apart: enough for a median, and some ninety values a decade."""
_ON_TOPIC = (Status.ANSWERED, Status.NOT_FOUND, Status.NO_RESOLUTION)
"""The outcomes of questions whose topic somebody may care for."""


class TallyKind(StrEnum):
    """The kinds of counts, with their values."""

    STATUS = "status"
    CHANNEL = "channel"
    HOUR = "hour"
    """From "00" to "23", in Vietnam."""
    TOPIC = "topic"
    UNANSWERED = "unanswered"
    """The topics of what was asked in vain."""
    SPEED = "speed"
    """Whole milliseconds until the answer was there."""
    CITED = "cited"
    """Articles and what is in them, as `written` writes them; once a turn."""
    CHAT = "chat"
    """The channels of the chats in which something was asked; once a day."""
    OPINION = "opinion"
    """GOOD and BAD, on the day of the question."""


GOOD, BAD = "good", "bad"
Entry = tuple[TallyKind, date, str]
Totals = Mapping[TallyKind, Mapping[str, int]]


class Tallies:
    """The counts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def totals(self, first: date, last: date) -> Totals:
        """Return how often each value occurred from day `first` to `last`."""
        with self._database.reading() as connection:
            # kind by kind: sorting shorter rows takes SQLite half the time
            return {kind: _totals(connection, kind, first, last) for kind in TallyKind}

    def by_day(self, kind: TallyKind, first: date, last: date) -> Mapping[date, int]:
        """Return how many of `kind` there were on the days from `first` to `last` that had any."""
        counted = (
            select(tallies.c.day, func.sum(tallies.c.number))
            .where(tallies.c.kind == kind.value, tallies.c.day.between(first, last))
            .group_by(tallies.c.day)
        )
        with self._database.reading() as connection:
            return {day: int(number) for day, number in connection.execute(counted)}


def count_turn(connection: Connection, chat: str, channel: str, turn: Turn) -> None:
    """Count `turn`, which is not stored yet."""
    entries = list(entries_of(turn, channel))
    day = day_of(turn.asked_at)
    if not _asked_before(connection, chat, day):
        entries.append((TallyKind.CHAT, day, channel))
    add(connection, Counter(entries))


def count_opinion(
    connection: Connection, asked_at: datetime, before: bool | None, now: bool
) -> None:
    """Count that somebody finds the answer good, or not; `before` is what they said earlier."""
    day = day_of(asked_at)
    counts = Counter({_opinion(day, good=now): 1})
    if before is not None:
        counts.subtract([_opinion(day, good=before)])
    add(connection, counts)


def add(connection: Connection, counts: Mapping[Entry, int]) -> None:
    """Add `counts` to those of the database."""
    # always in the same order, lest two that count the same wait for each other
    rows = [
        {"kind": kind.value, "day": day, "value": value, "number": number}
        for (kind, day, value), number in sorted(counts.items())
        if number
    ]
    if not rows:
        return
    added = insert(connection, tallies)
    total = {"number": tallies.c.number + added.excluded.number}
    keys = [column.name for column in tallies.primary_key]
    connection.execute(added.on_conflict_do_update(index_elements=keys, set_=total), rows)


def entries_of(turn: Turn, channel: str) -> Iterator[Entry]:
    """Yield what one turn counts for; how many chats there are it does not tell."""
    day = day_of(turn.asked_at)
    for kind, value in _facts(turn, channel):
        yield kind, day, value


def _totals(connection: Connection, kind: TallyKind, first: date, last: date) -> Mapping[str, int]:
    counted = (
        select(tallies.c.value, func.sum(tallies.c.number))
        .where(tallies.c.kind == kind.value, tallies.c.day.between(first, last))
        .group_by(tallies.c.value)
    )
    return {value: int(number) for value, number in connection.execute(counted)}


def day_of(at: datetime) -> date:
    """Return the day in Vietnam."""
    return at.astimezone(VIETNAM).date()


def start_of(day: date) -> datetime:
    """Return the moment at which a day begins in Vietnam."""
    return datetime.combine(day, time(), VIETNAM)


def written(address: Address) -> str:
    """Return `address`, in an article, as a value; that of an annex stands before a colon."""
    article, *finer = ("" if sign is None else str(sign) for sign in address.path)
    if address.annex is not None:
        article = f"{address.annex}:{article}"
    return "|".join([address.resolution, article, *finer])


def read(value: str) -> Address:
    """Return the address that `written` wrote."""
    resolution, article, clause, point, bullet = value.rsplit("|", 4)
    annex, _, article = article.rpartition(":")
    return Address(
        resolution,
        Part.ANNEX if annex else Part.ARTICLE,
        article=number_sign(article),
        clause=number_sign(clause),
        point=point or None,
        bullet=int(bullet) if bullet else None,
        annex=int(annex) if annex else None,
    )


def _facts(turn: Turn, channel: str) -> Iterator[tuple[TallyKind, str]]:
    yield TallyKind.STATUS, turn.status.value
    yield TallyKind.CHANNEL, channel
    yield TallyKind.HOUR, f"{turn.asked_at.astimezone(VIETNAM):%H}"
    if "total" in turn.timings_ms:
        rounded = float(f"{turn.timings_ms['total']:.{_PRECISION}g}")
        yield TallyKind.SPEED, f"{rounded:.0f}"
    cited = (citation.address for citation in turn.cited)
    for value in {written(address) for address in cited if address.part in RULING}:
        yield TallyKind.CITED, value
    if turn.topics and turn.status in _ON_TOPIC:
        yield TallyKind.TOPIC, turn.topics[0]
        if turn.status is not Status.ANSWERED:
            yield TallyKind.UNANSWERED, turn.topics[0]


def _opinion(day: date, *, good: bool) -> Entry:
    return TallyKind.OPINION, day, GOOD if good else BAD


def _asked_before(connection: Connection, chat: str, day: date) -> bool:
    earlier = select(turns.c.id).where(
        turns.c.chat == chat,
        turns.c.thread.is_(None),
        turns.c.asked_at >= start_of(day),
        turns.c.asked_at < start_of(day + _A_DAY),
    )
    return connection.execute(earlier.limit(1)).first() is not None
