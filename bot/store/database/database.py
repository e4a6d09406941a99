"""The database: a connection for reading or for writing, and how SQLite is set up for that."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from threading import Lock
from typing import Any

from filelock import FileLock
from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.store.database.errors import StoreError

_PATIENCE = 30.0
"""Seconds that a writer waits for another process to finish writing."""
_OWNER_ONLY = 0o600
_MIGRATION_LOCK = 7_295_471_830_114_202
"""An arbitrary number by which processes that open the same PostgreSQL database know each other."""


class DatabaseUnusable(StoreError):
    """The database cannot be opened."""

    def __init__(self, reason: object) -> None:
        self.reason = str(reason)
        super().__init__(f"the database (DATABASE_URL) cannot be opened: {reason}")


class DriverMissing(DatabaseUnusable):
    """The package that speaks to the database is not installed."""

    def __init__(self, package: str | None) -> None:
        self.package = package
        super().__init__(f"the package {package} is not installed")


class UnsuitableDatabase(DatabaseUnusable):
    """The URL names another kind of database, or one in memory."""

    def __init__(self) -> None:
        super().__init__("it has to be a file of SQLite (sqlite:///…) or PostgreSQL")


class DatabaseFailed(StoreError):
    """The database did not do what it was asked, such as on a full disk; nothing was changed."""

    def __init__(self, error: SQLAlchemyError) -> None:
        self.reason = reason_of(error)
        super().__init__(f"the database failed: {self.reason}")


def reason_of(error: SQLAlchemyError) -> str:
    """Return the first line of what the database says, without the statement and its values."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(cause).strip().partition("\n")[0] or type(cause).__name__


class Database:
    """A SQLite file or a PostgreSQL database; may be used by several threads at a time."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._is_file = engine.dialect.name == "sqlite"
        # threads take turns here rather than by asking SQLite again and again
        self._turn: AbstractContextManager[Any] = Lock() if self._is_file else nullcontext()

    @classmethod
    def connect(cls, url: str) -> Database:
        """Return the database at `url`, made if it is a file that is not there.

        Raises:
            DatabaseUnusable: the URL names no database that can be used.
        """
        try:
            parsed = make_url(url)
            if parsed.get_backend_name() == "sqlite":
                _make_file(parsed)
            return cls(_engine(parsed))
        except SQLAlchemyError as error:
            raise DatabaseUnusable(reason_of(error)) from error
        except ModuleNotFoundError as error:
            raise DriverMissing(error.name) from error
        except OSError as error:
            raise DatabaseUnusable(error) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection for looking things up; one to SQLite sees one state throughout."""
        with _translated(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, flushed: bool = True) -> Iterator[Connection]:
        """Give a connection whose changes are all kept, or none if the block fails.

        SQLite locks at once: a transaction that begins by reading could not go on to write once
        another has written meanwhile. A change that is not `flushed` outlives the process,
        but a fault of the machine only once a flushed change has followed it.
        """
        options = {"begin": "BEGIN IMMEDIATE", "synchronous": "FULL" if flushed else "NORMAL"}
        with (
            _translated(),
            self._turn,
            self._engine.connect().execution_options(**options) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Give a connection for changing tables; other processes that want one wait."""
        with self._alone(), self.writing() as connection:
            if not self._is_file:
                connection.execute(select(func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
            yield connection

    def scrub(self) -> None:
        """Let nothing of what was removed stay in the log of a SQLite file.

        If that cannot be done now, the log is overwritten in time.
        """
        if self._is_file:
            with suppress(SQLAlchemyError), self._turn:
                self._pragma("wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep others out of a SQLite file while it is made ready: switching to WAL needs that."""
        if not self._is_file:
            yield
            return
        with FileLock(f"{self._engine.url.database}.lock", mode=_OWNER_ONLY):
            with _translated():
                self._pragma("journal_mode=WAL")
            yield

    def _pragma(self, statement: str) -> None:
        """Run a statement that no transaction may enclose."""
        with self._engine.connect().execution_options(begin="") as connection:
            connection.exec_driver_sql(f"PRAGMA {statement}")


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return an insertion that can say what happens to a row that is there already."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def _engine(url: URL) -> Engine:
    """Return an engine whose errors hold no values: those are somebody's words."""
    backend = url.get_backend_name()
    if backend == "postgresql":
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    if backend != "sqlite":
        raise UnsuitableDatabase
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin as `_begin` says
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    statement = options.get("begin", "BEGIN")
    if "synchronous" in options:
        connection.exec_driver_sql(f"PRAGMA synchronous={options['synchronous']}")
    if statement:
        connection.exec_driver_sql(statement)


def _make_file(url: URL) -> None:
    """See that the file of a SQLite database is there, for its owner alone.

    The function does not touch a file that is there: closing it would drop the locks that another
    connection of this process holds (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    if not url.database or url.database == ":memory:":
        raise UnsuitableDatabase
    path = Path(url.database)
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, _OWNER_ONLY))


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise DatabaseFailed(error) from error
