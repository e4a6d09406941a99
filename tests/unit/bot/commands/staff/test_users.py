from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.commands.staff import users
from bot.commands.wiring import Application
from bot.config import Settings
from bot.store.accounts.accounts import AccountTaken, BadAccountName, UnknownAccount
from bot.store.accounts.passwords import matches
from bot.store.values import Role
from prompts.render import tell
from tests.support.answers.hashing import hash_quickly

TYPED = "mật khẩu dài"


@pytest.fixture
def parts(tmp_path: Path) -> Application:
    return Application(Settings(data_dir=tmp_path, secret_key=SecretStr("for this test alone")))


@pytest.fixture(autouse=True)
def _typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the command hands the password over."""
    hash_quickly(monkeypatch)
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TYPED}\nmore"))


def test_an_account_is_made_and_listed(
    parts: Application, capsys: pytest.CaptureFixture[str]
) -> None:
    users.add("  Bích Lan ", Role.STAFF, parts)
    assert capsys.readouterr().out == "Đã thêm tài khoản “Bích Lan” (cán bộ).\n"

    users.show(parts)
    listed = capsys.readouterr().out
    for cell in ("Tên", "Vai trò", "Bích Lan", "cán bộ"):
        assert cell in listed


def test_with_an_account_there_is_somebody_to_ask(parts: Application) -> None:
    with closing(parts.store()) as store:
        assert not store.has_staff()
        users.add("lan", Role.ADMIN, parts)
        assert store.has_staff()
        users.remove("lan", parts)
        assert not store.has_staff()


def test_only_a_hash_of_the_password_is_kept(parts: Application, tmp_path: Path) -> None:
    users.add("lan", Role.STAFF, parts)
    with closing(sqlite3.connect(tmp_path / "danbiet.sqlite")) as connection:
        ((kept,),) = connection.execute("SELECT password FROM accounts").fetchall()

    assert kept.startswith("$argon2id$")
    assert matches(kept, TYPED)


def test_nobody_to_list(parts: Application, capsys: pytest.CaptureFixture[str]) -> None:
    users.show(parts)
    assert capsys.readouterr().out.startswith("Chưa có tài khoản nào")


def test_a_name_is_taken_once(parts: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    users.add("lan", Role.STAFF, parts)
    monkeypatch.setattr("sys.stdin", io.StringIO(TYPED))
    with pytest.raises(AccountTaken, match="“lan”"):
        users.add("lan", Role.ADMIN, parts)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(" ", id="nothing"),
        pytest.param("a" * 65, id="too long"),
        pytest.param("lan\x1b[31m", id="control characters"),
    ],
)
def test_a_name_has_to_be_one(parts: Application, name: str) -> None:
    with pytest.raises(BadAccountName):
        users.add(name, Role.STAFF, parts)


@pytest.mark.parametrize("password", ["", "\n", "123456789\n", "1" * 201])
def test_a_password_has_ten_characters_at_least(
    parts: Application, monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(password))
    with pytest.raises(users.BadPassword) as refused:
        users.add("lan", Role.STAFF, parts)
    assert "từ 10 đến 200 ký tự" in tell(refused.value)
    with closing(parts.store()) as store:
        assert store.accounts.every() == ()


def test_who_is_not_there_cannot_be_removed(parts: Application) -> None:
    with pytest.raises(UnknownAccount, match="“lan”"):
        users.remove("lan", parts)
