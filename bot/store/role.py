"""What an account may do."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What an account may do, by the names that commands and the database use."""

    STAFF = "can_bo"
    ADMIN = "quan_tri"
