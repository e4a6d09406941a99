"""Posts on their way: sealed until they have arrived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from bot.channels.base import Post
from bot.conversation.values import new_id
from bot.store.database.tables import deliveries
from bot.store.keys.codec import seal_post, unseal_post
from bot.store.keys.key import SecretKey
from bot.store.values import Delivery


class PostState(StrEnum):
    """The state of a delivery; a delivery that arrived is removed."""

    WAITING = "waiting"
    SENDING = "sending"
    ASIDE = "aside"
    """It may have arrived; kept until somebody asks for it again."""
    FAILED = "failed"
    """Given up; kept until the staff tries it again or drops it."""


EMPTY = {"chat": None, "sealed": None}
"""The columns of the chat and the words, emptied once a delivery is dropped."""
_UNDER_WAY = [PostState.WAITING.value, PostState.SENDING.value]


@dataclass(frozen=True, slots=True)
class Addressee:
    """The chat that posts go to, by the platform's name of it, which is personal."""

    channel: str
    chat: str


def put(
    connection: Connection, key: SecretKey, to: Addressee, posts: Iterable[Post], now: datetime
) -> tuple[Delivery, ...]:
    """Store `posts`, to be sent in this order."""
    added = tuple(Delivery(new_id(), to.channel, to.chat, post) for post in posts)
    rows = [
        {
            "id": delivery.id,
            "channel": to.channel,
            "state": PostState.WAITING.value,
            "at": now,
            "chat": key.chat(to.channel, to.chat),
            "sealed": seal_post(key, to.chat, delivery.post),
        }
        for delivery in added
    ]
    if rows:
        connection.execute(deliveries.insert(), rows)
    return added


def under_way(connection: Connection, key: SecretKey) -> tuple[Delivery, ...]:
    """Return what has not certainly arrived, oldest first."""
    wanted = select(deliveries).where(deliveries.c.state.in_(_UNDER_WAY))
    rows = connection.execute(wanted.order_by(deliveries.c.number))
    return tuple(delivery_from(key, row) for row in rows)


def mark(connection: Connection, delivery: str, state: PostState) -> None:
    """Note how far `delivery` has come."""
    own = deliveries.c.id == delivery
    connection.execute(update(deliveries).where(own).values(state=state.value))


def give_up(connection: Connection, delivery: str, reason: str) -> None:
    """Note that `delivery` is sent no more, and why."""
    failed = {"state": PostState.FAILED.value, "reason": reason}
    connection.execute(update(deliveries).where(deliveries.c.id == delivery).values(failed))


def remove(connection: Connection, delivery: str) -> None:
    """Remove `delivery`."""
    connection.execute(delete(deliveries).where(deliveries.c.id == delivery))


def take_again(
    connection: Connection, key: SecretKey, chat: str, delivery: str, now: datetime
) -> tuple[Delivery, ...]:
    """Put what was set aside for `chat` behind all else; return it, nothing if it is gone."""
    aside = (deliveries.c.id == delivery, deliveries.c.chat == chat)
    row = connection.execute(
        delete(deliveries)
        .where(*aside, deliveries.c.state == PostState.ASIDE.value)
        .returning(deliveries)
    ).first()
    if row is None:
        return ()
    kept = delivery_from(key, row)
    return put(connection, key, Addressee(kept.channel, kept.chat), (kept.post,), now)


def delivery_from(key: SecretKey, row: Row[Any]) -> Delivery:
    """Return the delivery that a row of the table holds."""
    chat, post = unseal_post(key, row.sealed)
    return Delivery(row.id, row.channel, chat, post, row.state == PostState.SENDING.value)
