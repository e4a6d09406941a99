"""How many questions a chat may ask in a while: a sliding window, kept in memory."""

from __future__ import annotations

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from threading import Lock

_MOST_CHATS = 50_000
"""Chats that are counted at a time; of more, the one that has been silent longest is let go."""


class QuestionLimit:
    """Lets each chat ask `most` questions in any `window`; for several threads."""

    def __init__(self, most: int, window: timedelta, most_chats: int = _MOST_CHATS) -> None:
        self._most, self._window, self._most_chats = most, window, most_chats
        self._asked: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._lock = Lock()

    def take(self, chat: str, now: datetime) -> timedelta | None:
        """Count a question of `chat`, a key; return how long it has to wait, None if not at all.

        A question that has to wait is not counted.
        """
        with self._lock:
            asked = self._asked.setdefault(chat, deque())
            self._asked.move_to_end(chat)
            while asked and now - asked[0] >= self._window:
                asked.popleft()
            if len(asked) >= self._most:
                return self._window - (now - asked[0])
            asked.append(now)
            if len(self._asked) > self._most_chats:
                self._asked.popitem(last=False)
            return None
