"""Zalo's two platforms as their channels see them, played by a test: stubs of ours, not Zalo's."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections import deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from bot.channels.base import Call
from bot.channels.zalo.account.oa_api import OfficialAccountApi
from bot.channels.zalo.account.oauth import OAuth, Pair
from bot.channels.zalo.account.official_account import ZaloOAChannel
from bot.channels.zalo.account.signature import Signature
from bot.channels.zalo.account.tokens import Tokens
from bot.channels.zalo.platform.bot_api import Pace
from bot.channels.zalo.platform.bot_platform import ZaloBotChannel
from tests.servers import zalo_oa
from tests.servers.faults import Cut, Fault, Refused
from tests.servers.wire import Request, Response, told
from tests.servers.zalo_oa import APP_ID, APP_SECRET, KEY, Account
from tests.support.conversations.channels import NOW, FakeServer, Says

TOKEN = "1459232241:secret-Token_of-the-bot"  # noqa: S105 - made up
SECRET = "the-webhook-Secret_1"  # noqa: S105 - made up
WEBHOOK = "https://dan-biet.example/webhook/zalo-bot"
NAME = "Bot Dân Biết"
WINDOW = timedelta(hours=48)
_HEADER = "x-bot-api-secret-token"
_STAMP_HEADER = "x-stamp"


class FakeZaloBot(FakeServer):
    """Gives each update once, one a poll; says 408 at once where there is none."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.chat = "6ede9afa66b88fe6d6a9"
        self.secrets: tuple[str, ...] = (TOKEN, SECRET, self.chat)
        self.folder = folder
        self.updates: deque[object] = deque()
        self._numbers = count(1)

    @property
    def sent(self) -> list[str]:
        return [call["text"] for call in self.called("sendMessage")]

    def channel(
        self, *, called: bool = False, secret: str = SECRET, pace: Pace | None = None
    ) -> ZaloBotChannel:
        url = WEBHOOK if called else None
        return ZaloBotChannel(TOKEN, self.url, self.folder, url, secret, pace or Pace(0))

    def writes(self, text: str) -> None:
        self.updates.append(self.update(text, f"m{next(self._numbers)}"))

    def garbles(self) -> None:
        self.updates.append({"event_name": "message.text.received", "message": self.chat})

    def call(self, text: str) -> Call:
        body = {"ok": True, "result": self.update(text, str(zlib.crc32(text.encode())))}
        return self.genuine(json.dumps(body).encode())

    def genuine(self, body: bytes) -> Call:
        return Call({_HEADER: SECRET}, body, NOW)

    def forged(self, body: bytes) -> Call:
        return Call({_HEADER: "guessed"}, body, NOW)

    def refuses(self, fault: str) -> None:
        faults: Mapping[str, Fault] = {
            "flood": Refused(429, "Quota exceeded", 7),
            "gone": Refused(400, f"Bad request: no chat {self.chat}"),
            "broken": Refused(403, "Internal server error"),
            "cut": Cut(),
        }
        self.expect("sendMessage", faults[fault])

    def goes_down(self) -> None:
        self._refuse_all(Refused(403, "Internal server error"))

    def forgets_the_bot(self) -> None:
        self._refuse_all(Refused(401, f"Unauthorized: {TOKEN}"))

    def respond(self, request: Request) -> Response:
        if request.method == "getUpdates" and not self.updates:
            return told(408, {"ok": False, "error_code": 408, "description": "Request timeout"})
        results: Mapping[str, Callable[[], object]] = {
            "getMe": lambda: {"id": "145", "account_name": NAME, "account_type": "BASIC"},
            "getUpdates": self.updates.popleft,
            "getWebhookInfo": lambda: {"url": WEBHOOK, "updated_at": 1750316131602},
            "sendMessage": lambda: {"message_id": "s1", "date": 1750316131602},
        }
        result = results.get(request.method)
        return told(200, {"ok": True, **({"result": result()} if result else {})})

    def update(self, text: str, number: str, **more: object) -> dict[str, Any]:
        """Return what a person wrote, as the platform tells it."""
        message = {
            "from": {"id": self.chat, "display_name": "An", "is_bot": False},
            "chat": {"id": self.chat, "chat_type": "PRIVATE"},
            "text": text,
            "message_id": number,
            "date": 1750316131602,
            **more,
        }
        return {"event_name": "message.text.received", "message": message}

    def _refuse_all(self, fault: Fault) -> None:
        for method in ("getMe", "getUpdates", "sendChatAction"):
            self.expect(method, fault)


class MemoryVault:
    """Keeps a pair as long as the test lasts."""

    def __init__(self, pair: Pair | None = None) -> None:
        self.pair = pair
        self.kept: list[Pair] = []

    def read(self) -> Pair | None:
        return self.pair

    def keep(self, pair: Pair) -> None:
        self.pair = pair
        self.kept.append(pair)


class FakeZaloAccount(FakeServer):
    """The account's services and its webhook; the timestamp of a call stands in a header."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.account = Account()
        self.chat = "7300112233"
        self.secrets: tuple[str, ...] = (KEY, APP_SECRET, "access-0", "refresh-0", self.chat)
        self.folder = folder
        later = datetime.now(UTC) + timedelta(hours=20)
        self.vault = MemoryVault(Pair("access-0", "refresh-0", later, later))

    @property
    def sent(self) -> list[str]:
        return [call.fields["message"]["text"] for call in self.calls if call.method == "cs"]

    def channel(
        self,
        *,
        called: bool = False,  # noqa: ARG002 - it always is
        signature: Signature | None = None,
    ) -> ZaloOAChannel:
        api = OfficialAccountApi(self.url, "oa.query.hide")
        by_header = Signature(APP_ID, KEY, timestamp_header=_STAMP_HEADER)
        return ZaloOAChannel(api, self.tokens(), signature or by_header, WINDOW)

    def tokens(self) -> Tokens:
        """Return the tokens as a process of its own would have them."""
        oauth = OAuth(self.url, APP_ID, APP_SECRET, lambda: datetime.now(UTC))
        lock = self.folder / "tokens.lock"
        return Tokens(self.vault, oauth, lock, lambda: datetime.now(UTC))

    def writes(self, text: str) -> None:
        raise NotImplementedError

    def garbles(self) -> None:
        raise NotImplementedError

    def call(self, text: str) -> Call:
        return self.genuine(
            zalo_oa.text_event(text, NOW, self.chat, str(zlib.crc32(text.encode())))
        )

    def genuine(self, body: bytes) -> Call:
        return self._call(body, KEY)

    def forged(self, body: bytes) -> Call:
        return self._call(body, "guessed")

    def refuses(self, fault: str) -> None:
        faults: Mapping[str, Fault] = {
            "flood": Says(zalo_oa.refusal(-32, f"Out of limit: {self.chat}").body),
            "gone": Says(zalo_oa.refusal(-213, f"User {self.chat} has not followed").body),
            "broken": Refused(502, "Bad Gateway"),
            "cut": Cut(),
        }
        self.expect("cs", faults[fault])

    def goes_down(self) -> None:
        for method in ("getoa", "cs", "access_token"):
            self.expect(method, Refused(500))

    def forgets_the_bot(self) -> None:
        self.account.replace_access()
        self.account.refresh = "used up"

    def respond(self, request: Request) -> Response:
        return self.account.respond(request)

    def _call(self, body: bytes, key: str) -> Call:
        stamp = str(int(NOW.timestamp() * 1000))
        signed = APP_ID.encode() + body + stamp.encode() + key.encode()
        mac = hashlib.sha256(signed).hexdigest()
        return Call({"x-zevent-signature": f"mac={mac}", _STAMP_HEADER: stamp}, body, NOW)
