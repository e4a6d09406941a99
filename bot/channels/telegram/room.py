"""The name of a chat, or of one topic in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """Where messages come from and answers go: a chat, and in a forum one of its topics."""

    chat: int
    topic: int | None = None

    @classmethod
    def named(cls, name: str) -> Room:
        """Return the room with this name."""
        chat, _, topic = name.partition("/")
        return cls(int(chat), int(topic) if topic else None)

    @property
    def name(self) -> str:
        """Return the name by which `named` finds the room: "-10042/7"."""
        return f"{self.chat}" if self.topic is None else f"{self.chat}/{self.topic}"
