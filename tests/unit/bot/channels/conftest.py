from __future__ import annotations

import pytest


@pytest.fixture
def anyio_backend() -> str:
    """Run the tests that await on the event loop that `danbiet serve` runs on."""
    return "asyncio"
