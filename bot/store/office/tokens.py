"""The tokens of Official Accounts, sealed: whoever has them writes in the account's name."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Column, LargeBinary, String, Table, select

from bot.channels.zalo.account.oauth import Pair
from bot.store.database.database import Database, insert
from bot.store.database.tables import METADATA, Moment
from bot.store.keys.key import SecretKey

zalo_tokens = Table(
    "zalo_tokens",
    METADATA,
    Column("app", String(64), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
)


class TokenTable:
    """A `TokenVault` in the database: the pair of one app."""

    def __init__(self, database: Database, key: SecretKey, app: str) -> None:
        self._database, self._key, self._app = database, key, app

    def read(self) -> Pair | None:
        """Return the pair that was kept last; raise StoreError."""
        wanted = select(zalo_tokens.c.sealed).where(zalo_tokens.c.app == self._app)
        with self._database.reading() as connection:
            sealed = connection.execute(wanted).scalar()
        return None if sealed is None else _pair(self._key.unseal(sealed))

    def keep(self, pair: Pair) -> None:
        """Put `pair` in the place of the one before; raise StoreError."""
        facts = {
            **asdict(pair),
            "due": pair.due.isoformat(),
            "expires": pair.expires.isoformat(),
        }
        sealed = self._key.seal(json.dumps(facts).encode())
        row = {"sealed": sealed, "at": datetime.now(UTC)}
        with self._database.writing() as connection:
            connection.execute(
                insert(connection, zalo_tokens)
                .values(app=self._app, **row)
                .on_conflict_do_update(index_elements=["app"], set_=row)
            )


def _pair(unsealed: bytes) -> Pair:
    facts = json.loads(unsealed)
    return Pair(
        facts["access"],
        facts["refresh"],
        datetime.fromisoformat(facts["due"]),
        datetime.fromisoformat(facts["expires"]),
    )
