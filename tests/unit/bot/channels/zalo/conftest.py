from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.conversations.fake_zalo import FakeZaloAccount, FakeZaloBot


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def bots(tmp_path: Path) -> AsyncIterator[FakeZaloBot]:
    async with FakeZaloBot(tmp_path) as running:
        yield running


@pytest.fixture
async def accounts(tmp_path: Path) -> AsyncIterator[FakeZaloAccount]:
    async with FakeZaloAccount(tmp_path) as running:
        yield running
