"""A console with an officer and an admin, on a database of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from anyio.from_thread import start_blocking_portal

from bot.store.store import Store
from bot.store.values import Role
from tests.support.answers.hashing import hash_quickly
from tests.support.console.console import ADMIN, STAFF, House, Visitor
from tests.support.running.stores import KEY


@pytest.fixture(scope="session", autouse=True)
def one_loop() -> Iterator[None]:
    """Let all requests of visitors run in one event loop: each would begin one of its own."""
    with start_blocking_portal() as portal:
        Visitor.portal = portal
        yield
        Visitor.portal = None


@pytest.fixture(autouse=True)
def _quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    hash_quickly(monkeypatch)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with tables and nothing in them: making them takes longer than most tests."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite"
    Store.open(f"sqlite:///{file}", KEY).close()
    return file


@pytest.fixture
def store(empty: Path, tmp_path: Path) -> Iterator[Store]:
    """What the test remembers."""
    url = f"sqlite:///{shutil.copy(empty, tmp_path / 'danbiet.sqlite')}"
    with closing(Store.open(url, KEY)) as store:
        yield store


@pytest.fixture
def new_house(store: Store, tmp_path: Path) -> House:
    """A console without an account."""
    return House(store, tmp_path)


@pytest.fixture
def house(new_house: House) -> House:
    """A console with an officer and an admin."""
    new_house.open_to(STAFF, Role.STAFF)
    new_house.open_to(ADMIN, Role.ADMIN)
    return new_house


@pytest.fixture
def anyone(house: House) -> Visitor:
    """Somebody who is not signed in."""
    return house.visitor()


@pytest.fixture
def officer(house: House) -> Visitor:
    """An officer who is signed in."""
    return house.visitor(STAFF)


@pytest.fixture
def admin(house: House) -> Visitor:
    """An admin who is signed in."""
    return house.visitor(ADMIN)


@pytest.fixture
def secure_house(store: Store, tmp_path: Path) -> House:
    """A console that is reached through HTTPS alone."""
    return House(store, tmp_path, secure_cookies=True)
