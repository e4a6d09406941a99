from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from bot.store.keys.key import FILE, KeyUnreadable, SecretKey, WrongKey

KEY = SecretKey("one secret")


def test_a_chat_has_one_name_on_each_channel() -> None:
    names = {KEY.chat("telegram", "42"), KEY.chat("zalo", "42"), KEY.chat("telegram", "43")}
    assert len(names) == 3
    assert KEY.chat("telegram", "42") == SecretKey("one secret").chat("telegram", "42")
    assert KEY.chat("telegram", "42") != KEY.message("telegram", "42")
    assert all(re.fullmatch("[0-9a-f]{64}", name) for name in names)


def test_another_secret_names_chats_otherwise() -> None:
    assert KEY.chat("telegram", "42") != SecretKey("another").chat("telegram", "42")


def test_where_a_name_ends_counts() -> None:
    assert KEY.chat("ab", "c") != KEY.chat("a", "bc")
    assert KEY.person("telegram", "ab", "c") != KEY.person("telegram", "a", "bc")


def test_a_person_has_one_name_in_each_chat() -> None:
    name = KEY.person("telegram", "-42", "7")
    others = {KEY.person("telegram", "-42", "8"), KEY.person("telegram", "-43", "7")}
    assert name == SecretKey("one secret").person("telegram", "-42", "7")
    assert len({name, *others, SecretKey("another").person("telegram", "-42", "7")}) == 4
    assert re.fullmatch("[0-9a-f]{64}", name)


def test_only_the_key_opens_what_it_sealed() -> None:
    sealed = KEY.seal("loa phường".encode())
    assert KEY.unseal(sealed).decode() == "loa phường"
    assert b"loa" not in sealed
    with pytest.raises(WrongKey, match="SECRET_KEY"):
        SecretKey("another").unseal(sealed)
    with pytest.raises(WrongKey):
        KEY.unseal(sealed[:-4])


def test_derived_secrets_fit_into_a_header_and_differ() -> None:
    webhook = KEY.derive("telegram-webhook")
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", webhook)
    assert webhook == SecretKey("one secret").derive("telegram-webhook")
    assert (
        len({webhook, KEY.derive("zalo-webhook"), SecretKey("another").derive("zalo-webhook")}) == 3
    )


def test_a_secret_that_is_set_is_taken_and_nothing_is_written(tmp_path: Path) -> None:
    assert SecretKey.of("one secret", tmp_path).derive("x") == KEY.derive("x")
    assert list(tmp_path.iterdir()) == []


def test_a_secret_that_is_not_set_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    made = SecretKey.of("", folder)
    assert (folder / FILE).stat().st_mode & 0o777 == 0o600
    assert SecretKey.of("", folder).derive("x") == made.derive("x")
    assert SecretKey.of("", tmp_path / "elsewhere").derive("x") != made.derive("x")


def test_who_starts_at_once_agrees_on_the_key(tmp_path: Path) -> None:
    start = Barrier(8)

    def make(_: int) -> str:
        start.wait()
        return SecretKey.of("", tmp_path).derive("x")

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(make, range(8)))) == 1


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"short", id="cut off"),
        pytest.param("khóa bí mật của xã, dài đủ ký tự".encode(), id="not a key"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(KeyUnreadable, match=re.escape(str(tmp_path / FILE))):
        SecretKey.of("", tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    with pytest.raises(KeyUnreadable, match="taken"):
        SecretKey.of("", tmp_path / "taken")
