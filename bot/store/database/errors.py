"""The base of what can go wrong with the store."""

from __future__ import annotations

from knowledge.errors import DanBietError


class StoreError(DanBietError):
    """Nothing can be kept or found; the message names no person, secret or password."""
