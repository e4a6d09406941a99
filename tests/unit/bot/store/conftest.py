"""A store on a file of its own."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.store import Store
from tests.support.running.stores import KEY


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with tables and nothing in them: making them takes longer than most tests."""
    file = tmp_path_factory.mktemp("database") / "empty.sqlite"
    Store.open(f"sqlite:///{file}", KEY).close()
    return file


@pytest.fixture
def url(empty: Path, tmp_path: Path) -> str:
    """Where the database of the test is."""
    return f"sqlite:///{shutil.copy(empty, tmp_path / 'danbiet.sqlite')}"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """What the test remembers."""
    with closing(Store.open(url, KEY)) as store:
        yield store


@pytest.fixture
def kept(url: str) -> Iterator[sqlite3.Connection]:
    """The tables of the store as they are, for counting."""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        connection.execute("PRAGMA query_only=ON")
        yield connection
