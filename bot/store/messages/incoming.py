"""Messages that were taken in: sealed until they are answered, then only known again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.channels.base import Message
from bot.store.database.database import insert
from bot.store.database.tables import incoming
from bot.store.keys.codec import seal_message, unseal_message
from bot.store.keys.key import SecretKey
from bot.store.values import Receipt

_EMPTY = {"chat": None, "sealed": None}


def take_in(
    connection: Connection, key: SecretKey, message: Message, at: datetime
) -> Receipt | None:
    """Store `message`; return None if it was stored before."""
    row = {
        "channel": message.channel,
        "message": key.message(message.channel, message.id),
        "at": at,
        "chat": key.chat(message.channel, message.chat),
        "sealed": seal_message(key, message),
    }
    stored = insert(connection, incoming).values(row).on_conflict_do_nothing()
    number = connection.execute(stored.returning(incoming.c.number)).scalar()
    return None if number is None else Receipt(number, message, at)


def waiting(connection: Connection, key: SecretKey) -> tuple[Receipt, ...]:
    """Return what was not answered yet, oldest first."""
    wanted = select(incoming).where(incoming.c.chat.is_not(None)).order_by(incoming.c.number)
    return tuple(
        Receipt(row["number"], unseal_message(key, row["sealed"]), row["at"])
        for row in connection.execute(wanted).mappings()
    )


def empty(connection: Connection, number: int) -> bool:
    """Remove what was taken in under `number`; return False if that was done before."""
    full = (incoming.c.number == number, incoming.c.chat.is_not(None))
    return connection.execute(update(incoming).where(*full).values(_EMPTY)).rowcount == 1


def empty_before(connection: Connection, chat: str, number: int) -> None:
    """Remove what `chat` has sent before what was taken in under `number`."""
    earlier = (incoming.c.chat == chat, incoming.c.number < number)
    connection.execute(update(incoming).where(*earlier).values(_EMPTY))
