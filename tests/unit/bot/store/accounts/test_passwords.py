"""Passwords as the database holds them."""

from __future__ import annotations

import pytest

from bot.store.accounts.passwords import hash_password, matches

PASSWORD = "một câu dễ nhớ"  # noqa: S105 - of nobody


def test_only_the_password_matches() -> None:
    hashed = hash_password(PASSWORD)
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=4$")  # RFC 9106, low memory
    assert PASSWORD not in hashed
    assert matches(hashed, PASSWORD)
    assert not matches(hashed, f"{PASSWORD} ")


@pytest.mark.parametrize("hashed", [None, "", "no hash"])
def test_nothing_matches_what_is_no_hash(hashed: str | None) -> None:
    assert not matches(hashed, PASSWORD)
