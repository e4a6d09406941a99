"""A console over three matters."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.store.store import Store
from tests.support.answers.matters import Desk, house_of_matters
from tests.support.console.console import House


@pytest.fixture
def desk() -> Desk:
    """What answers."""
    return Desk()


@pytest.fixture
def house(store: Store, desk: Desk, tmp_path: Path) -> House:
    """A console with an officer and an admin."""
    return house_of_matters(store, tmp_path, desk)
