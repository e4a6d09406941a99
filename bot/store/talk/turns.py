"""Turns in the database: what was asked, what became of it, what people think of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, Select, select

from bot.answer.values import Status
from bot.conversation.values import Cited, Opinion, Turn
from bot.store.database.database import insert
from bot.store.database.tables import opinions, turns
from bot.store.keys.masking import mask
from bot.store.talk.cases import Need, bring, need_of, take_back
from bot.store.talk.tallies import count_opinion, count_turn
from index.hit import Hit
from knowledge.gazetteer.places import Place

_PLACE: TypeAdapter[Place | None] = TypeAdapter(Place | None)
_CITED: TypeAdapter[tuple[Cited, ...]] = TypeAdapter(tuple[Cited, ...])
_PASSAGES: TypeAdapter[tuple[Hit, ...]] = TypeAdapter(tuple[Hit, ...])


def place_to_json(place: Place | None) -> Any:
    """Return `place` as a column holds it."""
    return _PLACE.dump_python(place, mode="json")


def place_from_json(held: Any) -> Place | None:
    """Return the place that a column holds."""
    return _PLACE.validate_python(held)


def add_turn(connection: Connection, chat: str, channel: str, turn: Turn) -> None:
    """Store `turn`, masked, and count it; what needs a person is put before the staff.

    Words to the staff are no question to the bot: they count for nothing.
    """
    if turn.thread is None:
        count_turn(connection, chat, channel, turn)
    connection.execute(turns.insert().values(row_of(chat, channel, turn)))
    need = need_of(turn.status, turn.confidence)
    if need:
        bring(connection, turn.id, need)


def row_of(chat: str, channel: str, turn: Turn) -> dict[str, Any]:
    """Return `turn`, masked, as a row holds it."""
    return {
        "id": turn.id,
        "chat": chat,
        "channel": channel,
        "asked_at": turn.asked_at,
        "question": mask(turn.question),
        "reading": mask(turn.reading),
        "status": turn.status.value,
        "topic": turn.topics[0] if turn.topics else None,
        "confidence": turn.confidence,
        "total_ms": turn.timings_ms.get("total"),
        "place": place_to_json(turn.place),
        "cited": _CITED.dump_python(turn.cited, mode="json"),
        "passages": _PASSAGES.dump_python(turn.passages, mode="json"),
        "topics": list(turn.topics),
        "timings_ms": dict(turn.timings_ms),
        "index_version": turn.index_version,
        "thread": turn.thread,
    }


def find_turn(connection: Connection, chat: str, turn: str) -> Turn | None:
    """Return the turn `turn` of the chat, None if there is none."""
    row = connection.execute(_of(chat).where(turns.c.id == turn)).mappings().first()
    return turn_from(row) if row else None


def last_turns(connection: Connection, chat: str, since: datetime, most: int) -> tuple[Turn, ...]:
    """Return the last turns of the chat from `since` on, `most` at most, oldest first.

    Words to the staff are none of the bot's turns.
    """
    recent = _of(chat).where(turns.c.asked_at >= since, turns.c.thread.is_(None))
    rows = connection.execute(recent.order_by(turns.c.asked_at.desc()).limit(most)).mappings()
    return tuple(turn_from(row) for row in rows)[::-1]


def add_opinion(connection: Connection, chat: str, opinion: Opinion, now: datetime) -> None:
    """Store what the chat thinks of one of its turns, joined with what it has said before."""
    turn = find_turn(connection, chat, opinion.turn)
    if turn is None:
        return  # forgotten meanwhile
    before = _opinion(connection, turn.id)
    joined = _joined(before, opinion)
    count_opinion(connection, turn.asked_at, before.good if before else None, joined.good)
    facts = {
        "good": joined.good,
        "reason": joined.reason,
        "comment": None if joined.comment is None else mask(joined.comment),
        "at": now,
    }
    stored = insert(connection, opinions).values(turn=opinion.turn, **facts)
    connection.execute(stored.on_conflict_do_update(index_elements=["turn"], set_=facts))
    if joined.good:
        take_back(connection, opinion.turn, Need.BAD)
    else:
        bring(connection, opinion.turn, Need.BAD)


def turn_from(row: RowMapping) -> Turn:
    """Return the turn that a row of the table holds."""
    return Turn(
        id=row["id"],
        asked_at=row["asked_at"],
        question=row["question"],
        reading=row["reading"],
        status=Status(row["status"]),
        place=place_from_json(row["place"]),
        cited=_CITED.validate_python(row["cited"]),
        passages=_PASSAGES.validate_python(row["passages"]),
        topics=tuple(row["topics"]),
        confidence=row["confidence"],
        timings_ms=row["timings_ms"],
        index_version=row["index_version"],
        thread=row["thread"],
    )


def _of(chat: str) -> Select[Any]:
    return select(turns).where(turns.c.chat == chat)


def _opinion(connection: Connection, turn: str) -> Opinion | None:
    wanted = select(opinions).where(opinions.c.turn == turn)
    row = connection.execute(wanted).mappings().first()
    return Opinion(turn, row["good"], row["reason"], row["comment"]) if row else None


def _joined(before: Opinion | None, after: Opinion) -> Opinion:
    """Return both in one; who changes their mind starts anew."""
    if before is None or before.good != after.good:
        return after
    comments = [comment for comment in (before.comment, after.comment) if comment]
    return replace(after, reason=after.reason or before.reason, comment="\n".join(comments) or None)
