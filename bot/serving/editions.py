"""The version of the index that serves, exchanged for the next while questions go on."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from bot.answer.edition import Edition


class Editions:
    """Holds the edition that answers; opening the next takes seconds and disturbs nobody."""

    def __init__(self, opened: Callable[[], Edition], latest: Callable[[], str]) -> None:
        """Take how to open the latest version, which is done now, and how to learn its number."""
        self._opened, self._latest = opened, latest
        self._opening = Lock()
        self._current = opened()

    def current(self) -> Edition:
        """Return the edition that answers now."""
        return self._current

    def refresh(self) -> bool:
        """Open the latest version if another one answers; return whether it was exchanged.

        It may be called from several threads: who comes second waits, and opens nothing again.
        """
        with self._opening:
            if self._latest() == self._current.version:
                return False
            self._current = self._opened()
            return True
