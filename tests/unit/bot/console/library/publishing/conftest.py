"""A console that publishes small documents, with an officer and an admin."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.store import Store
from tests.support.answers.publishing import Hall
from tests.support.console.console import ADMIN, STAFF, House, Visitor


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """Where publishing goes on."""
    return Hall(tmp_path)


@pytest.fixture
def house(hall: Hall, store: Store) -> House:
    """The console."""
    return hall.house(store)


@pytest.fixture
def officer(house: House) -> Visitor:
    """An officer who is signed in."""
    return house.visitor(STAFF)


@pytest.fixture
def admin(house: House) -> Visitor:
    """An admin who is signed in."""
    return house.visitor(ADMIN)
