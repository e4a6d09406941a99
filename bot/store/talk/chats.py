"""Chats in the database: where somebody lives, what is expected, what was offered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, select

from bot.conversation.values import LOOKING_BACK, MOST_TURNS, Chat, Choice, Expects, Menu
from bot.store.database.database import insert
from bot.store.database.tables import chats, menus
from bot.store.talk.turns import last_turns, place_from_json, place_to_json

_CHOICES: TypeAdapter[tuple[Choice, ...]] = TypeAdapter(tuple[Choice, ...])


def recall(connection: Connection, key: str, channel: str, now: datetime) -> Chat:
    """Return what is remembered of the chat `key`, which may be new."""
    menu = _last_menu(connection, key)
    row = connection.execute(select(chats).where(chats.c.chat == key)).mappings().first()
    if row is None:
        return Chat(key, channel, menu=menu)
    return Chat(
        key=key,
        channel=channel,
        place=place_from_json(row["place"]),
        expects=Expects(row["expects"]) if row["expects"] else None,
        about=row["about"],
        thread=row["thread"],
        until=row["until"],
        declined=row["declined"],
        turns=last_turns(connection, key, now - LOOKING_BACK, MOST_TURNS),
        menu=menu,
        since=row["since"],
    )


def remember(connection: Connection, key: str, chat: Chat, now: datetime) -> None:
    """Store the place of the chat `key` and what is expected of it."""
    facts = {
        "channel": chat.channel,
        "place": place_to_json(chat.place),
        "expects": chat.expects.value if chat.expects else None,
        "about": chat.about,
        "thread": chat.thread,
        "until": chat.until,
        "declined": chat.declined,
        "seen_at": now,
    }
    stored = insert(connection, chats).values(chat=key, since=now, **facts)
    connection.execute(stored.on_conflict_do_update(index_elements=["chat"], set_=facts))


def last_heard(connection: Connection, key: str) -> datetime | None:
    """Return when the chat `key` wrote last, None where nothing is known of it."""
    return connection.execute(select(chats.c.seen_at).where(chats.c.chat == key)).scalar()


def add_menus(
    connection: Connection, key: str, offered: Iterable[Menu | None], now: datetime
) -> None:
    """Store what was offered to the chat `key`."""
    rows = [
        {
            "id": menu.id,
            "chat": key,
            "choices": _CHOICES.dump_python(menu.choices, mode="json"),
            "at": now,
        }
        for menu in offered
        if menu
    ]
    if rows:
        connection.execute(menus.insert(), rows)


def find_menu(connection: Connection, key: str, menu: str) -> Menu | None:
    """Return the menu `menu` that was offered to the chat `key`, None if there is none."""
    wanted = select(menus.c.id, menus.c.choices).where(menus.c.chat == key, menus.c.id == menu)
    return _menu(connection.execute(wanted).mappings().first())


def _last_menu(connection: Connection, key: str) -> Menu | None:
    wanted = select(menus.c.id, menus.c.choices).where(menus.c.chat == key)
    return _menu(
        connection.execute(wanted.order_by(menus.c.number.desc()).limit(1)).mappings().first()
    )


def _menu(row: RowMapping | None) -> Menu | None:
    return Menu(row["id"], _CHOICES.validate_python(row["choices"])) if row else None
