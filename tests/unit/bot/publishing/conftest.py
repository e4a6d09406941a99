"""Publishing without pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.answers.publishing import Hall


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """Where publishing goes on."""
    return Hall(tmp_path)
