"""Telegram as its channel sees it, played by a test."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from bot.channels.base import Call
from bot.channels.telegram.channel import TelegramChannel
from tests.servers.faults import Cut, Fault, Refused
from tests.servers.wire import Request, Response, told
from tests.support.conversations.channels import NOW, FakeServer

TOKEN = "123456:AAE-secret-Token_of-the-bot"  # noqa: S105 - made up
SECRET = "the-webhook-Secret_1"  # noqa: S105 - made up
WEBHOOK = "https://dan-biet.example/webhook/telegram"
BOT = {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "DanBietBot"}
DATE = 1782864000

_HEADER = "x-telegram-bot-api-secret-token"


class FakeTelegram(FakeServer):
    """Gives the updates that are not confirmed, at once, and takes what is sent."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.chat = "4200017"
        self.secrets: tuple[str, ...] = (TOKEN, SECRET, self.chat)
        self.folder = folder
        self.updates: list[object] = []
        self._numbers = count(1)

    @property
    def sent(self) -> list[str]:
        return [call["text"] for call in self.called("sendMessage")]

    def channel(self, *, called: bool = False, token: str = TOKEN) -> TelegramChannel:
        return TelegramChannel(token, self.url, self.folder, WEBHOOK if called else None, SECRET)

    def writes(self, text: str) -> None:
        self.updates.append(self._update(next(self._numbers), text))

    def garbles(self) -> None:
        self.updates.append({"update_id": next(self._numbers), "message": {"chat": self.chat}})

    def call(self, text: str) -> Call:
        return self.genuine(json.dumps(self._update(zlib.crc32(text.encode()), text)).encode())

    def genuine(self, body: bytes) -> Call:
        return Call({_HEADER: SECRET}, body, NOW)

    def forged(self, body: bytes) -> Call:
        return Call({_HEADER: "guessed"}, body, NOW)

    def refuses(self, fault: str) -> None:
        faults: Mapping[str, Fault] = {
            "flood": Refused(429, "Too Many Requests: retry after 7", 7),
            "gone": Refused(403, f"Forbidden: bot was blocked by the user {self.chat}"),
            "broken": Refused(502, f"Bad Gateway: bot{TOKEN}"),
            "cut": Cut(),
        }
        self.expect("sendMessage", faults[fault])

    def goes_down(self) -> None:
        self._refuse_all(Refused(500, f"Internal Server Error: bot{TOKEN}"))

    def forgets_the_bot(self) -> None:
        self._refuse_all(Refused(401, "Unauthorized"))

    def respond(self, request: Request) -> Response:
        results: Mapping[str, Callable[[], object]] = {
            "getMe": lambda: BOT,
            "getUpdates": lambda: self._unconfirmed(int(request.fields.get("offset") or 0)),
            "sendMessage": lambda: self._sent(int(request.fields["chat_id"])),
        }
        result = results.get(request.method, lambda: True)()
        return told(200, {"ok": True, "result": result})

    def _refuse_all(self, fault: Fault) -> None:
        for method in ("getMe", "getUpdates", "sendChatAction"):
            self.expect(method, fault)

    def _update(self, number: int, text: str) -> dict[str, Any]:
        person = {"id": int(self.chat), "is_bot": False, "first_name": "An"}
        chat = {"id": int(self.chat), "type": "private", "first_name": "An"}
        message = {"message_id": number, "date": DATE, "from": person, "chat": chat, "text": text}
        return {"update_id": number, "message": message}

    def _unconfirmed(self, offset: int) -> list[object]:
        def confirmed(update: object) -> bool:
            return isinstance(update, dict) and update.get("update_id", offset) < offset

        self.updates = [one for one in self.updates if not confirmed(one)]
        return self.updates

    def _sent(self, chat: int) -> dict[str, Any]:
        return {
            "message_id": len(self.calls),
            "date": DATE,
            "chat": {"id": chat, "type": "private"},
        }
