"""The accounts of the staff: who may sign in, and with which role."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection, delete, exists, select, update

from bot.store.database.database import Database, insert
from bot.store.database.errors import StoreError
from bot.store.database.tables import accounts
from bot.store.values import Account, Role
from prompts.render import render

_LONGEST_NAME = 64


class BadAccountName(StoreError):
    """No account can have this name."""

    def __init__(self) -> None:
        super().__init__(render("staff/accounts/bad_name", longest=_LONGEST_NAME))


class AccountTaken(StoreError):
    """There is an account of that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(render("staff/accounts/taken", name=name))


class UnknownAccount(StoreError):
    """There is no account of that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(render("staff/accounts/unknown", name=name))


class LastAdmin(StoreError):
    """Without this account nobody could manage accounts any more."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(render("console/accounts/last_admin", name=name))


def account_name(typed: str) -> str:
    """Return `typed` as the name of an account, composed (NFC); raise BadAccountName."""
    name = unicodedata.normalize("NFC", typed).strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise BadAccountName
    return name


class Accounts:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, account: Account, password: str) -> None:
        """Keep `account` with its hashed `password`; raise AccountTaken."""
        row = {
            "name": account.name,
            "role": account.role.value,
            "password": password,
            "created_at": account.created_at,
        }
        with self._database.writing() as connection:
            stored = insert(connection, accounts).values(row).on_conflict_do_nothing()
            if connection.execute(stored.returning(accounts.c.name)).scalar() is None:
                raise AccountTaken(account.name)

    def every(self) -> tuple[Account, ...]:
        """Return every account, by name."""
        with self._database.reading() as connection:
            rows = connection.execute(select(accounts).order_by(accounts.c.name)).all()
        return tuple(Account(row.name, Role(row.role), row.created_at) for row in rows)

    def has_any(self) -> bool:
        """Return True if there is an account."""
        with self._database.reading() as connection:
            return bool(connection.execute(select(exists().select_from(accounts))).scalar())

    def password(self, name: str) -> str | None:
        """Return the hashed password of the account `name`, None where there is none."""
        wanted = select(accounts.c.password).where(accounts.c.name == name)
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar()

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

    def remove(self, name: str, *, even_last_admin: bool = False) -> None:
        """Remove the account `name`; raise UnknownAccount, and LastAdmin unless told otherwise."""
        with self._database.writing() as connection:
            if not even_last_admin:
                _check_another_admin(connection, name)
            removed = delete(accounts).where(accounts.c.name == name)
            if not connection.execute(removed).rowcount:
                raise UnknownAccount(name)


def _change(connection: Connection, name: str, **values: str) -> None:
    changed = update(accounts).where(accounts.c.name == name).values(values)
    if not connection.execute(changed).rowcount:
        raise UnknownAccount(name)


def _check_another_admin(connection: Connection, name: str) -> None:
    admins = select(accounts.c.name).where(accounts.c.role == Role.ADMIN.value)
    if set(connection.execute(admins.with_for_update()).scalars()) == {name}:
        raise LastAdmin(name)
