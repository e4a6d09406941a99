"""The rules for new names and new passwords."""

from __future__ import annotations

from enum import StrEnum

from bot.store.accounts.accounts import BadAccountName, account_name
from bot.store.accounts.passwords import LONGEST, SHORTEST


class CredentialFault(StrEnum):
    """The fault of a field; `prompts/templates/console/fault.j2` words it."""

    NAME = "name"
    NAME_TAKEN = "name_taken"
    PASSWORD_SHORT = "password_short"  # noqa: S105 - the name of a fault
    PASSWORD_LONG = "password_long"  # noqa: S105 - the name of a fault
    PASSWORD_DIFFERS = "password_differs"  # noqa: S105 - the name of a fault
    PASSWORD_WRONG = "password_wrong"  # noqa: S105 - the name of a fault
    TRIES = "tries"
    ROLE = "role"
    LAST_ADMIN = "last_admin"
    ONESELF = "oneself"
    NOT_SURE = "not_sure"


Faults = dict[str, CredentialFault]
"""The faults of a form by the names of its fields."""


def clean_name(typed: str) -> str:
    """Return `typed` as the name of an account, "" if no account can have it."""
    try:
        return account_name(typed)
    except BadAccountName:
        return ""


def faults_of_account(name: str, password: str, again: str) -> Faults:
    """Return what is wrong with the name and the password, typed twice, of a new account."""
    faults = faults_of_password(password, again)
    return faults if clean_name(name) else {"ten": CredentialFault.NAME, **faults}


def faults_of_password(password: str, again: str) -> Faults:
    """Return what is wrong with a new password that was typed twice."""
    if len(password) < SHORTEST:
        return {"mat_khau": CredentialFault.PASSWORD_SHORT}
    if len(password) > LONGEST:
        return {"mat_khau": CredentialFault.PASSWORD_LONG}
    if password != again:
        return {"lai": CredentialFault.PASSWORD_DIFFERS}
    return {}
