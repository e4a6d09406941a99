"""A console for question sets, with an officer and an admin."""

from __future__ import annotations

import pytest

from tests.support.console.console import ADMIN, STAFF, House, Visitor
from tests.support.console.standards import Workshop


@pytest.fixture
def workshop(house: House) -> Workshop:
    """The console, whose work in the background waits."""
    return Workshop(house)


@pytest.fixture
def officer(workshop: Workshop) -> Visitor:
    """An officer who is signed in."""
    return workshop.house.visitor(STAFF)


@pytest.fixture
def admin(workshop: Workshop) -> Visitor:
    """An admin who is signed in."""
    return workshop.house.visitor(ADMIN)
