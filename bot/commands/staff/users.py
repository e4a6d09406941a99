"""`danbiet users`: the accounts of the staff."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime
from getpass import getpass

from bot.commands.table import print_table
from bot.commands.terminal import application, write
from bot.commands.wiring import Application
from bot.store.accounts.accounts import account_name
from bot.store.accounts.passwords import LONGEST, SHORTEST, hash_password
from bot.store.values import Account, Role
from knowledge.errors import DanBietError
from prompts.render import render


class BadPassword(DanBietError):
    """A password is too short, or so long that hashing it takes too long."""

    def __init__(self) -> None:
        self.shortest, self.longest = SHORTEST, LONGEST
        super().__init__(f"a password has {SHORTEST} to {LONGEST} characters")


class PasswordsDiffer(DanBietError):
    """A new password was typed twice, and not alike."""

    def __init__(self) -> None:
        super().__init__("the passwords differ")


def add(name: str, role: Role, parts: Application | None = None) -> None:
    """Make the account `name`; its password is typed twice, or is the first line of the input.

    Raises:
        BadAccountName, AccountTaken: there can be no account of that name.
        PasswordsDiffer, BadPassword: the password cannot be taken.
        StoreError: the database cannot be used.
    """
    account = Account(account_name(name), role, datetime.now(UTC))
    password = _new_password()
    if not SHORTEST <= len(password) <= LONGEST:
        raise BadPassword
    with closing((parts or application()).store()) as store:
        store.accounts.add(account, hash_password(password))
    write(render("staff/accounts/added", account=account))


def show(parts: Application | None = None) -> None:
    """Print every account, by name; raise StoreError."""
    with closing((parts or application()).store()) as store:
        accounts = store.accounts.every()
    if accounts:
        print_table("staff/accounts/headings", [_cells(account) for account in accounts])
    else:
        write(render("staff/accounts/none"))


def remove(name: str, parts: Application | None = None) -> None:
    """Remove the account `name`; raise UnknownAccount, StoreError."""
    with closing((parts or application()).store()) as store:
        store.accounts.remove(account_name(name), even_last_admin=True)
    write(render("staff/accounts/removed", name=account_name(name)))


def _new_password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass(f"{render('staff/accounts/password', shortest=SHORTEST)} ")
    if getpass(f"{render('staff/accounts/password_again')} ") != typed:
        raise PasswordsDiffer
    return typed


def _cells(account: Account) -> tuple[str, ...]:
    role = render("staff/accounts/role", role=account.role)
    return account.name, role, render("staff/moment", at=account.created_at)
