"""Passwords that are hashed in no time, where a test is not about how."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

_QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
_NOBODYS = _QUICK.hash("nobody's")


def hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passwords be hashed with the least that Argon2 takes, until the test ends."""
    monkeypatch.setattr("bot.store.accounts.passwords._HASHER", _QUICK)
    monkeypatch.setattr("bot.store.accounts.passwords._NOBODYS", _NOBODYS)
