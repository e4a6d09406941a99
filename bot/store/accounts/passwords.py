"""Passwords: hashed with Argon2id (RFC 9106), compared in the same time whether or not one is."""

from __future__ import annotations

import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 10
LONGEST = 200
_HASHER = PasswordHasher()
_NOBODYS = _HASHER.hash(secrets.token_urlsafe())
_TURNS = BoundedSemaphore(2)
"""Each comparison takes 64 MiB: a flood of them waits rather than fills the memory."""


def hash_password(password: str) -> str:
    """Return `password` as the database holds it."""
    with _TURNS:
        return _HASHER.hash(password.encode("utf-8", "surrogatepass"))


def matches(hashed: str | None, password: str) -> bool:
    """Return True if `hashed` was made from `password`; for None as slow, and False."""
    with _TURNS:
        try:
            _HASHER.verify(hashed or _NOBODYS, password.encode("utf-8", "surrogatepass"))
        except (VerificationError, InvalidHashError):
            return False
    return hashed is not None
