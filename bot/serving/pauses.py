"""Growing pauses between tries."""

from __future__ import annotations

from dataclasses import dataclass

_FIRST, _LONGEST = 1.0, 300.0
"""Seconds."""


@dataclass(slots=True)
class Pauses:
    """Doubles from a second to five minutes, until a try succeeds."""

    _next: float = _FIRST

    def after_failure(self, retry_after: float | None = None) -> float:
        """Return how many seconds to wait now: what the platform asks for, or the next pause."""
        pause, self._next = self._next, min(self._next * 2, _LONGEST)
        return pause if retry_after is None else retry_after

    def succeeded(self) -> None:
        """Begin anew."""
        self._next = _FIRST
