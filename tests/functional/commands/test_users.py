"""`danbiet users` and `danbiet inbox`, as an admin runs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.running.danbiet import environment, refusal, run
from tests.support.running.terminals import Terminal, terminal

TYPED = "mật khẩu dài"


@contextmanager
def adding(data: Path) -> Iterator[Terminal]:
    command = ["users", "add", "lan", "--role", "can_bo"]
    with terminal(command, environment(data)) as screen:
        yield screen


def type_twice(screen: Terminal, first: str, second: str) -> None:
    screen.wait_for("Mật khẩu (ít nhất 10 ký tự):")
    screen.type(f"{first}\n")
    screen.wait_for("Nhập lại mật khẩu:")
    screen.type(f"{second}\n")


def test_the_password_is_typed_twice_and_not_shown(tmp_path: Path) -> None:
    with adding(tmp_path) as screen:
        type_twice(screen, TYPED, TYPED)
        assert screen.leave() == 0
    assert "Đã thêm tài khoản “lan”" in screen.screen
    assert TYPED not in screen.screen
    assert "lan" in run("users", "list", data=tmp_path).stdout


def test_two_passwords_that_differ_make_no_account(tmp_path: Path) -> None:
    with adding(tmp_path) as screen:
        type_twice(screen, TYPED, f"{TYPED}!")
        assert screen.leave() == 1
    assert "không giống nhau" in screen.screen
    assert "Chưa có tài khoản nào" in run("users", "list", data=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["users", "add", "lan", "--role", "can_bo"], "từ 10 đến", id="no password"),
        pytest.param(["users", "remove", "lan"], "Không có tài khoản", id="no account"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    tmp_path: Path, arguments: list[str], told: str
) -> None:
    assert told in refusal(run(*arguments, data=tmp_path))


def test_a_database_of_another_key_is_one_sentence(tmp_path: Path) -> None:
    assert run("inbox", data=tmp_path).returncode == 0
    refused = run("inbox", data=tmp_path, settings={"SECRET_KEY": "another key altogether"})
    assert "SECRET_KEY" in refusal(refused)
