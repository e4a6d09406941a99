"""Forgetting: because somebody asks for it, or because it was kept long enough."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete

from bot.store.database.tables import chats, deliveries, incoming, menus, turns
from bot.store.messages.incoming import empty_before
from bot.store.messages.outbox import PostState
from bot.store.talk.cases import tidy
from bot.store.tasks import tasks


def forget_chat(connection: Connection, chat: str, receipt: int) -> None:
    """Remove all that is kept of `chat`; what it has sent after `receipt` is yet to be answered.

    Opinions, questions for the staff and cases go with the turns, and those with the chat.
    """
    for table in (chats, menus, deliveries):
        connection.execute(delete(table).where(table.c.chat == chat))
    empty_before(connection, chat, receipt)
    tidy(connection)


def forget_before(connection: Connection, when: datetime) -> int:
    """Remove what was kept before `when` and waits for nothing; return the number of rows."""
    ended = deliveries.c.state.in_([PostState.ASIDE.value, PostState.FAILED.value])
    old = (
        delete(turns).where(turns.c.asked_at < when),
        delete(menus).where(menus.c.at < when),
        delete(incoming).where(incoming.c.at < when, incoming.c.chat.is_(None)),
        delete(deliveries).where(deliveries.c.at < when, ended),
        delete(chats).where(chats.c.seen_at < when),
        # a rehearsal keeps the questions that residents waited with
        delete(tasks).where(tasks.c.seen_at < when),
    )
    removed = sum(connection.execute(removal).rowcount for removal in old)
    tidy(connection)
    return removed
