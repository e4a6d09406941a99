"""The limit of questions that somebody may ask in a while: a sliding window, kept in memory."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from threading import Lock

_MOST_ASKERS = 50_000
"""People that are counted at a time; of more, the one silent for longest is let go."""


class QuestionLimit:
    """Lets each who asks have `most` questions in any `window`; for several threads."""

    def __init__(self, most: int, window: timedelta, most_askers: int = _MOST_ASKERS) -> None:
        self._most, self._window, self._most_askers = most, window, most_askers
        self._asked: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()

    def take(self, asker: str, now: datetime) -> timedelta | None:
        """Count a question of `asker`, a key; return how long it has to wait, None if not at all.

        A question that has to wait is not counted.
        """
        with self._lock:
            times = self._asked.setdefault(asker, deque())
            self._asked.move_to_end(asker)
            while times and now - times[0] >= self._window:
                times.popleft()
            if len(times) >= self._most:
                return self._window - (now - times[0])
            times.append(now)
            if len(self._asked) > self._most_askers:
                self._asked.popitem(last=False)
            return None
