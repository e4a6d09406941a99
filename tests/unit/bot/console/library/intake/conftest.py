"""A console to which documents are brought; what is done in the background waits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.console.console import House, Visitor
from tests.support.documents.intake import Desk


@pytest.fixture
def desk(house: House, admin: Visitor, tmp_path: Path) -> Desk:
    """The console with an admin at it."""
    return Desk(house, admin, tmp_path)
