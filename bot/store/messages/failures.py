"""Posts that were given up: what the staff sees of them, and can have tried again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update

from bot.store.database.database import Database
from bot.store.database.tables import deliveries
from bot.store.keys.codec import unseal_post
from bot.store.keys.key import SecretKey
from bot.store.keys.masking import mask
from bot.store.messages.outbox import EMPTY, PostState, delivery_from
from bot.store.values import Delivery


@dataclass(frozen=True, slots=True)
class Failure:
    """A post that did not reach its chat, and why; `text` is what it says, masked."""

    id: str
    channel: str
    at: datetime
    reason: str
    text: str


class Failures:
    """The posts of one database that were given up and can still be tried again."""

    def __init__(self, database: Database, key: SecretKey) -> None:
        self._database, self._key = database, key

    def count(self) -> int:
        """Return how many there are."""
        with self._database.reading() as connection:
            counted = select(func.count()).select_from(deliveries).where(*_kept())
            return int(connection.execute(counted).scalar_one())

    def newest(self, most: int) -> tuple[Failure, ...]:
        """Return the `most` newest, newest first."""
        newest = select(deliveries).where(*_kept()).order_by(deliveries.c.number.desc()).limit(most)
        with self._database.reading() as connection:
            rows = connection.execute(newest).all()
        posts = [unseal_post(self._key, row.sealed)[1] for row in rows]
        return tuple(
            Failure(row.id, row.channel, row.at, row.reason or "", mask(post.text))
            for row, post in zip(rows, posts, strict=True)
        )

    def retry(self, ids: Collection[str]) -> tuple[Delivery, ...]:
        """Let those of `ids` wait to be sent again; return them in the order of their making."""
        again = update(deliveries).where(*_kept(), deliveries.c.id.in_(ids))
        changed = {"state": PostState.WAITING.value, "reason": None}
        with self._database.writing() as connection:
            rows = connection.execute(again.values(changed).returning(deliveries)).all()
        ordered = sorted(rows, key=lambda row: int(row.number))
        return tuple(delivery_from(self._key, row) for row in ordered)

    def drop(self, ids: Collection[str]) -> int:
        """Remove what those of `ids` hold; that they failed, and why, stays. Return how many."""
        dropped = update(deliveries).where(*_kept(), deliveries.c.id.in_(ids)).values(EMPTY)
        with self._database.writing() as connection:
            return connection.execute(dropped).rowcount


def _kept() -> tuple[ColumnElement[bool], ...]:
    return deliveries.c.state == PostState.FAILED.value, deliveries.c.sealed.is_not(None)
