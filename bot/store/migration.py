"""Bringing the tables of a database up to date."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.store.errors import StoreError

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
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    known = {revision.revision for revision in script.walk_revisions()}
    present = set(MigrationContext.configure(connection).get_current_heads())
    if not present <= known:
        raise NewerDatabase
    if present != set(script.get_heads()):
        command.upgrade(config, "head")
