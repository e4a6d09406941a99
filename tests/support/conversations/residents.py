"""Residents, who write, press, wait for what is shown, and read each message once, in order."""

from __future__ import annotations

import html
import json
import re
import time
from dataclasses import dataclass
from typing import Any, Protocol

from tests.servers.crabline import Crabline
from tests.servers.telegram import Telegram
from tests.support.running.waiting import until

PATIENCE = 30.0
"""Seconds after which what a resident waits for is held never to come."""
BOT = {"id": 424242, "is_bot": True, "first_name": "Crabline", "username": "crabline_bot"}

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A message of the bot's as it looks: its text, and its buttons' labels and payloads."""

    text: str
    buttons: tuple[tuple[tuple[str, str], ...], ...] = ()

    @property
    def whole(self) -> str:
        """Return all that can be read: the text, and below it the labels."""
        return "\n".join([self.text, *self.labels])

    @property
    def labels(self) -> list[str]:
        """Return what stands on the buttons."""
        return [label for row in self.buttons for label, _ in row]

    def payload(self, label: str) -> str | None:
        """Return what the button that bears `label` sends."""
        return next((sent for row in self.buttons for found, sent in row if found == label), None)


class Resident(Protocol):
    """Somebody who does what can be done on every platform."""

    def says(self, text: str) -> None:
        """Write a text."""

    def presses(self, label: str) -> None:
        """Choose what bears `label`, of the last message that has it."""

    def reads(self, count: int = 1, seconds: float = PATIENCE) -> list[Shown]:
        """Return the next `count` messages, once they are there."""


class Reader:
    """Reads what the bot sends to one chat."""

    def __init__(self, server: Crabline, chat: str) -> None:
        self._server, self._chat = server, chat
        self._read = 0

    def reads(self, count: int = 1, seconds: float = PATIENCE) -> list[Shown]:
        """Return the next `count` messages, once they are there."""
        end = self._read + count
        until(lambda: len(self.shown()) >= end, seconds, lambda: self.shown()[self._read :])
        read = self.shown()[self._read : end]
        self._read = end
        return read

    def unread(self) -> list[Shown]:
        """Return what is there already and was not read yet."""
        return self.reads(len(self.shown()) - self._read)

    def shown(self) -> list[Shown]:
        """Return all that the bot has sent to the chat."""
        calls = self._server.calls("sendMessage")
        return [_shown(call) for call in calls if str(call["chat_id"]) == self._chat]


class TelegramResident(Reader):
    """Somebody in a private chat, or in the group `chat`."""

    def __init__(self, telegram: Telegram, person: int, chat: int | None = None) -> None:
        super().__init__(telegram.server, str(chat or person))
        self._telegram = telegram
        self.person, self.chat = person, chat or person

    def says(self, text: str) -> None:
        """Write a text; a command is marked as Telegram marks it."""
        who = {"chatId": self.chat, "fromId": self.person, "fromName": "Cư dân"}
        self._telegram.receive(who | {"text": text} | _entities(text))

    def sends(self, copies: int = 1, update: str = "message", **content: Any) -> None:
        """Send anything else: `content` is what Telegram's message has beside who and when."""
        self._telegram.insert({update: self._message() | content}, copies)

    def sends_sticker(self) -> None:
        """Send a sticker."""
        size = {"width": 512, "height": 512}
        kinds = {"type": "regular", "is_animated": False, "is_video": False}
        self.sends(sticker={"file_id": "s", "file_unique_id": "s", **size, **kinds})

    def presses(self, label: str, shown: Shown | None = None, copies: int = 1) -> None:
        """Press the button that bears `label`: of `shown`, or of the last message that has it."""
        candidates = [shown] if shown else reversed(self.shown())
        payload = next(filter(None, (one.payload(label) for one in candidates)), None)
        assert payload, f"no button {label!r} below {self.shown()[-1:]}"
        self._telegram.insert({"callback_query": self._press(payload)}, copies)

    def _message(self) -> Content:
        return {
            "message_id": self._telegram.new_message_id(),
            "date": int(time.time()),
            "chat": {"id": self.chat, "type": "private" if self.chat > 0 else "supergroup"},
            "from": self._person(),
        }

    def _person(self) -> Content:
        return {"id": self.person, "is_bot": False, "first_name": "Cư dân"}

    def _press(self, payload: str) -> Content:
        return {
            "id": str(self._telegram.new_message_id()),
            "from": self._person(),
            "chat_instance": "1",
            "data": payload,
            "message": self._message() | {"from": BOT, "text": "…"},
        }


class ZaloResident(Reader):
    """Somebody on the Zalo Bot Platform, where choices are numbers to type."""

    def __init__(self, server: Crabline, person: str) -> None:
        super().__init__(server, person)
        self._person = person

    def says(self, text: str) -> None:
        """Write a text."""
        who = {"chatId": self._person, "senderId": self._person, "senderName": "Cư dân"}
        self._server.receive(who | {"text": text})

    def presses(self, label: str) -> None:
        """Type the number that `label` has in the last message, or the label's own words."""
        choice = re.compile(rf"^(\d+)\. {re.escape(label)}$", re.MULTILINE)
        found = choice.search(self.shown()[-1].text)
        self.says(found[1] if found else label)


def _shown(call: Content) -> Shown:
    markup = call.get("reply_markup") or {}
    keyboard = json.loads(markup) if isinstance(markup, str) else markup
    rows = keyboard.get("inline_keyboard", ())
    buttons = tuple(tuple((one["text"], one["callback_data"]) for one in row) for row in rows)
    text = call["text"]
    if call.get("parse_mode") == "HTML":
        text = html.unescape(re.sub(r"<[^<>]+>", "", text))
    return Shown(text, buttons)


def _entities(text: str) -> Content:
    if not text.startswith("/"):
        return {}
    command = text.split(maxsplit=1)[0]
    return {"entities": [{"type": "bot_command", "offset": 0, "length": len(command)}]}
