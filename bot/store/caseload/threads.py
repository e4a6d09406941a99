"""Threads: once an answer of the staff has arrived, what its resident writes goes to the staff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.conversation.values import THREAD_LASTS, Expects
from bot.store.caseload.replies import staff_deliveries
from bot.store.database.tables import chats, turns
from bot.store.values import Delivery


def open_thread(connection: Connection, delivery: str, now: datetime) -> None:
    """Expect words to the staff of the chat that got `delivery`, if it was the staff's answer."""
    wanted = (
        select(turns.c.chat, turns.c.id)
        .join_from(staff_deliveries, turns, turns.c.id == staff_deliveries.c.turn)
        .where(staff_deliveries.c.delivery == delivery)
    )
    row = connection.execute(wanted).first()
    if row is None:
        return
    until = now + THREAD_LASTS
    facts = {"expects": Expects.STAFF.value, "about": None, "thread": row.id, "until": until}
    connection.execute(update(chats).where(chats.c.chat == row.chat).values(facts))


def carry_over(connection: Connection, before: str, after: Sequence[Delivery]) -> None:
    """Let what is sent `after` all be the answer that the delivery `before` was."""
    for delivery in after:
        linked = update(staff_deliveries).where(staff_deliveries.c.delivery == before)
        connection.execute(linked.values(delivery=delivery.id))
