"""What every test of a unit has: a folder in memory."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_MEMORY = Path("/dev/shm")  # noqa: S108 - folders below it have names of their own
_ENOUGH = 1 << 30
"""Bytes: many times what the tests of a unit write."""


@pytest.fixture(scope="session")
def memory() -> Iterator[Path]:
    """A folder in memory, where there is enough: no file in it has to reach a disk."""
    with TemporaryDirectory(prefix="danbiet-", dir=_MEMORY if _is_usable() else None) as folder:
        yield Path(folder)


def _is_usable() -> bool:
    if not os.access(_MEMORY, os.W_OK):
        return False
    state = os.statvfs(_MEMORY)
    return state.f_bavail * state.f_frsize >= _ENOUGH and not state.f_flag & os.ST_NOEXEC


@pytest.fixture
def tmp_path(memory: Path) -> Iterator[Path]:
    """A folder of the test's own."""
    with TemporaryDirectory(dir=memory, ignore_cleanup_errors=True) as folder:
        yield Path(folder)
