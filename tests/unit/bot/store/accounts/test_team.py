"""Accounts, changed so that somebody always can change them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.store.accounts.staff import UnknownAccount
from bot.store.accounts.team import LastAdmin, Team
from bot.store.role import Role
from bot.store.store import Store
from bot.store.values import Account
from tests.support.running.stores import NOW

Change = Callable[[Team, str], None]
CHANGES = [
    pytest.param(lambda team, name: team.remove(name), id="removed"),
    pytest.param(lambda team, name: team.set_role(name, Role.STAFF), id="made an officer"),
]


@pytest.fixture
def team(store: Store) -> Team:
    store.add_account(Account("Minh", Role.ADMIN, NOW), "hashed")
    store.add_account(Account("Lan", Role.STAFF, NOW), "hashed")
    return Team(store.database)


@pytest.mark.parametrize("change", CHANGES)
def test_the_last_admin_stays_one(team: Team, store: Store, change: Change) -> None:
    with pytest.raises(LastAdmin, match="Minh"):
        change(team, "Minh")
    assert [one.role for one in store.accounts()] == [Role.STAFF, Role.ADMIN]


@pytest.mark.parametrize("change", CHANGES)
def test_one_of_several_admins_may_go(team: Team, store: Store, change: Change) -> None:
    team.set_role("Lan", Role.ADMIN)
    change(team, "Minh")
    assert [one.name for one in store.accounts() if one.role is Role.ADMIN] == ["Lan"]


@pytest.mark.parametrize(
    "change",
    [*CHANGES, pytest.param(lambda team, name: team.set_password(name, "x"), id="password")],
)
def test_who_is_not_there_cannot_be_changed(team: Team, change: Change) -> None:
    with pytest.raises(UnknownAccount):
        change(team, "Hòa")


def test_a_password_is_exchanged(team: Team) -> None:
    team.set_password("Lan", "another")
    assert team.password("Lan") == "another"
    assert team.password("Minh") == "hashed"
    assert team.password("Hòa") is None
