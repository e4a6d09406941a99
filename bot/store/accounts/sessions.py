"""The sessions of the staff, known by tokens of which only a hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import Column, ForeignKey, String, Table, delete, or_, select, update

from bot.store.database.database import Database
from bot.store.database.tables import METADATA, Moment, accounts
from bot.store.values import Account, Role

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
_SEEN_AGAIN = timedelta(minutes=1)
"""Time after which a sign of life is worth writing down."""

sessions = Table(
    "sessions",
    METADATA,
    Column("token", String(64), primary_key=True, comment="SHA-256 of the token."),
    Column(
        "account",
        ForeignKey("accounts.name", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("since", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
)


class Sessions:
    """The sessions of one database; each ends after `IDLE` without a call, or `LONGEST`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, account: str, now: datetime) -> str:
        """Return the token of a new session of `account`; those that have ended are removed."""
        token = new_token()
        row = {"token": _hashed(token), "account": account, "since": now, "seen_at": now}
        over = or_(sessions.c.seen_at <= now - IDLE, sessions.c.since <= now - LONGEST)
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(over))
            connection.execute(sessions.insert().values(row))
        return token

    def account(self, token: str, now: datetime) -> Account | None:
        """Return who is signed in with `token`, with the role of this moment, and keep them so."""
        wanted = select(sessions.c.since, sessions.c.seen_at, accounts).join(accounts)
        with self._database.reading() as connection:
            row = connection.execute(wanted.where(sessions.c.token == _hashed(token))).first()
        if row is None or now - row.seen_at >= IDLE or now - row.since >= LONGEST:
            return None
        if now - row.seen_at >= _SEEN_AGAIN:
            own = sessions.c.token == _hashed(token)
            with self._database.writing() as connection:
                connection.execute(update(sessions).where(own).values(seen_at=now))
        return Account(row.name, Role(row.role), row.created_at)

    def end(self, token: str) -> None:
        """End the session of `token`, if there is one."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.token == _hashed(token)))

    def end_all(self, account: str) -> None:
        """End every session of `account`."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.account == account))


def new_token() -> str:
    """Return 256 random bits as text."""
    return secrets.token_urlsafe(32)


def _hashed(token: str) -> str:
    """Return what stands for `token`: one that is random needs no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
