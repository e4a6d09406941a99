"""Opening a database, and what its tables are."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from bot.evaluation.question_set import Item
from bot.store.database.database import Database, DatabaseUnusable
from bot.store.database.errors import StoreError
from bot.store.database.migration import NewerDatabase
from bot.store.database.tables import METADATA
from bot.store.keys.key import SecretKey, WrongKey
from bot.store.store import Store
from bot.store.tasks import TaskState
from tests.support.running.stores import KEY, NOW, OWN_KEY, message, old_database, receive


def test_the_migrations_lead_to_the_tables(store: Store, url: str) -> None:  # noqa: ARG001 - made
    database = Database.connect(url)
    with closing(database), database.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert differences == []


def test_what_one_process_keeps_another_finds(store: Store, url: str) -> None:
    receipt = receive(store)
    other = Store.open(url, KEY)
    assert other.unanswered() == (receipt,)
    other.close()


def test_who_opens_a_new_database_at_once_does_not_collide(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    start = Barrier(6)

    def open_it(_: int) -> bool:
        start.wait()
        opened = Store.open(url, KEY)
        opened.close()
        return True

    with ThreadPoolExecutor(6) as threads:
        assert all(threads.map(open_it, range(6)))


def test_a_database_of_another_key_is_refused(store: Store, url: str) -> None:
    with pytest.raises(WrongKey, match=r"SECRET_KEY.*secret\.key"):
        Store.open(url, SecretKey("another"))
    assert store.unanswered() == ()


def test_a_database_of_a_newer_version_is_refused(store: Store, url: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "danbiet.sqlite") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerDatabase, match="newer version"):
        Store.open(url, KEY)
    assert store.unanswered() == ()


def test_questions_kept_before_there_were_facts_ask_for_none(
    tmp_path: Path,
) -> None:
    with old_database(tmp_path / "old.sqlite", "0006") as old:
        old.execute("INSERT INTO question_sets VALUES (1, 'Cũ', '', '2026-01-01')")
        kept = '(number, "set", id, question, expect, gold)'
        values = "(1, 1, 'q1', 'Gì?', 'answered', '[]')"
        old.execute(f"INSERT INTO set_questions {kept} VALUES {values}")  # noqa: S608
    with closing(Store.open(f"sqlite:///{tmp_path / 'old.sqlite'}", KEY)) as opened:
        (question,) = opened.question_sets.questions(1)
    assert question.item == Item(id="q1", question="Gì?")


def test_a_run_that_was_under_way_before_there_were_tasks_is_interrupted(tmp_path: Path) -> None:
    with old_database(tmp_path / "old.sqlite", "0011") as old:
        old.execute("INSERT INTO question_sets VALUES (1, 'Cũ', '', '2026-01-01')")
        run = "(1, 1, '3', 'Lan', ?, ?, 'running', 10, 25, NULL, NULL)"
        old.execute(f"INSERT INTO set_runs VALUES {run}", (str(NOW), str(NOW)))  # noqa: S608
    with closing(Store.open(f"sqlite:///{tmp_path / 'old.sqlite'}", KEY)) as opened:
        (kept,) = opened.set_runs.newest(1, NOW, most=1)
    assert (kept.state, kept.done, kept.total) == (TaskState.INTERRUPTED, 10, 25)


def test_turns_kept_before_there_were_threads_are_questions(tmp_path: Path) -> None:
    with old_database(tmp_path / "old.sqlite", "0007") as old:
        old.execute(
            "INSERT INTO chats (chat, channel, since, seen_at) VALUES (?, 'telegram', ?, ?)",
            (OWN_KEY, str(NOW), str(NOW)),
        )
        kept = "id, chat, channel, asked_at, question, reading, status, index_version"
        lists = "cited, passages, topics, timings_ms"
        values = ("t1", OWN_KEY, "telegram", str(NOW), "Gì?", "Gì?", "not_found", "1")
        old.execute(
            f"INSERT INTO turns ({kept}, {lists}) VALUES (?,?,?,?,?,?,?,?,'[]','[]','[]','{{}}')",  # noqa: S608
            values,
        )
    with closing(Store.open(f"sqlite:///{tmp_path / 'old.sqlite'}", KEY)) as opened:
        recalled = opened.recall(message(), NOW)
    assert [(one.id, one.thread) for one in recalled.turns] == [("t1", None)]
    assert recalled.until is None


def test_the_file_is_for_its_owner_alone_in_a_folder_that_is_made(tmp_path: Path) -> None:
    file = tmp_path / "var" / "data" / "danbiet.sqlite"
    Store.open(f"sqlite:///{file}", KEY).close()
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("danbiet", id="no URL"),
        pytest.param("sqlite://", id="in memory"),
        pytest.param("oracle://an:geheim@127.0.0.1/danbiet", id="another kind"),
        pytest.param("postgresql://an:geheim@127.0.0.1:1/danbiet", id="nobody there"),
        pytest.param("postgresql+nodriver://an:geheim@127.0.0.1:1/danbiet", id="no driver"),
        pytest.param("sqlite:////proc/none/danbiet.sqlite", id="a folder that cannot be made"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence_without_the_password(url: str) -> None:
    with pytest.raises(DatabaseUnusable, match="DATABASE_URL") as refused:
        Store.open(url, KEY)
    assert "geheim" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused(url: str, tmp_path: Path) -> None:
    (tmp_path / "danbiet.sqlite").write_text("not a database at all" * 50, encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        Store.open(url, KEY)


def test_opening_again_leaves_the_locks_of_the_first(store: Store, url: str) -> None:
    receive(store)
    Store.open(url, KEY).close()
    file = url.removeprefix("sqlite:///")
    reader = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT 1 FROM turns')"
    subprocess.run([sys.executable, "-c", reader, file], check=True)

    assert Path(f"{file}-shm").exists()
    assert receive(store).id
