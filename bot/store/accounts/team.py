"""The accounts of the staff, changed so that somebody always can change them."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from bot.store.accounts.staff import UnknownAccount, remove_account
from bot.store.database.database import Database
from bot.store.database.errors import StoreError
from bot.store.database.tables import accounts
from bot.store.role import Role
from prompts.render import render


class LastAdmin(StoreError):
    """Without this account nobody could manage accounts any more."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(render("console/accounts/last_admin", name=name))


class Team:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def password(self, name: str) -> str | None:
        """Return the hashed password of the account `name`, None where there is none."""
        asked = select(accounts.c.password).where(accounts.c.name == name)
        with self._database.reading() as connection:
            return connection.execute(asked).scalar()

    def set_password(self, name: str, hashed: str) -> None:
        """Give the account `name` another password; raise UnknownAccount."""
        with self._database.writing() as connection:
            _change(connection, name, password=hashed)

    def set_role(self, name: str, role: Role) -> None:
        """Give the account `name` another role; raise UnknownAccount, LastAdmin."""
        with self._database.writing() as connection:
            if role is not Role.ADMIN:
                _check_another_admin(connection, name)
            _change(connection, name, role=role.value)

    def remove(self, name: str) -> None:
        """Remove the account `name`; raise UnknownAccount, LastAdmin."""
        with self._database.writing() as connection:
            _check_another_admin(connection, name)
            remove_account(connection, name)


def _change(connection: Connection, name: str, **values: str) -> None:
    changed = update(accounts).where(accounts.c.name == name).values(values)
    if not connection.execute(changed).rowcount:
        raise UnknownAccount(name)


def _check_another_admin(connection: Connection, name: str) -> None:
    asked = select(accounts.c.name).where(accounts.c.role == Role.ADMIN.value)
    if set(connection.execute(asked.with_for_update()).scalars()) == {name}:
        raise LastAdmin(name)
