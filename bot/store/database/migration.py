"""Bringing the tables of a database up to date."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.store.database.errors import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabase(StoreError):
    """The tables are of a version that this one does not know."""

    def __init__(self) -> None:
        super().__init__(
            "the database was made by a newer version of Dân Biết:"
            " install that version or a newer one"
        )


def migrate(connection: Connection) -> None:
    """Bring the tables up to date, within the transaction of `connection`.

    Raises:
        NewerDatabase: they are of a newer version already.
    """
    present = frozenset(MigrationContext.configure(connection).get_current_heads())
    if not present <= {revision.revision for revision in _scripts().walk_revisions()}:
        raise NewerDatabase
    if present != frozenset(_scripts().get_heads()):
        command.upgrade(configuration(connection), "head")


def configuration(connection: Connection) -> Config:
    """Return where Alembic finds the steps, and the `connection` on which it takes them."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("recursive_version_locations", "true")
    return config


@cache
def _scripts() -> ScriptDirectory:
    """Return the steps that ship, read once: that takes longer than opening a database."""
    return ScriptDirectory(MIGRATIONS, recursive_version_locations=True)
