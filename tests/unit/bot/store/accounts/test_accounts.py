"""Accounts, changed so that somebody always can change them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.store.accounts.accounts import Accounts, LastAdmin, UnknownAccount
from bot.store.store import Store
from bot.store.values import Account, Role
from tests.support.running.stores import NOW

Change = Callable[[Accounts, str], None]
CHANGES = [
    pytest.param(lambda accounts, name: accounts.remove(name), id="removed"),
    pytest.param(lambda accounts, name: accounts.set_role(name, Role.STAFF), id="made an officer"),
]


@pytest.fixture
def accounts(store: Store) -> Accounts:
    store.accounts.add(Account("Minh", Role.ADMIN, NOW), "hashed")
    store.accounts.add(Account("Lan", Role.STAFF, NOW), "hashed")
    return store.accounts


@pytest.mark.parametrize("change", CHANGES)
def test_the_last_admin_stays_one(accounts: Accounts, store: Store, change: Change) -> None:
    with pytest.raises(LastAdmin, match="Minh"):
        change(accounts, "Minh")
    assert [one.role for one in store.accounts.every()] == [Role.STAFF, Role.ADMIN]


@pytest.mark.parametrize("change", CHANGES)
def test_one_of_several_admins_may_go(accounts: Accounts, store: Store, change: Change) -> None:
    accounts.set_role("Lan", Role.ADMIN)
    change(accounts, "Minh")
    assert [one.name for one in store.accounts.every() if one.role is Role.ADMIN] == ["Lan"]


@pytest.mark.parametrize(
    "change",
    [
        *CHANGES,
        pytest.param(lambda accounts, name: accounts.set_password(name, "x"), id="password"),
    ],
)
def test_who_is_not_there_cannot_be_changed(accounts: Accounts, change: Change) -> None:
    with pytest.raises(UnknownAccount):
        change(accounts, "Hòa")


def test_a_password_is_exchanged(accounts: Accounts) -> None:
    accounts.set_password("Lan", "another")
    assert accounts.password("Lan") == "another"
    assert accounts.password("Minh") == "hashed"
    assert accounts.password("Hòa") is None
