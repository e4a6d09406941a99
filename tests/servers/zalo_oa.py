"""An Official Account on Zalo as far as the project knows it: a stub of OURS, not Zalo's own.

No independent server exists to try this channel against, so what this stub shows is only that the
channel and the documents we have agree. Zalo itself may do otherwise.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from tests.servers.proxy import Proxy
from tests.servers.wire import Request, Response, told

APP_ID = "1234567890123456789"
APP_SECRET = "app-secret-Xy7"  # noqa: S105 - made up
KEY = "account-secret-Qz3"
CODE = "one-time-code"
FIRST_REFRESH = "refresh-0"
_LIFE = 90_000


@dataclass
class Account:
    """Gives tokens, each refresh token for one use, and takes messages for the newest token."""

    name: str = "UBND xã Tân Hội"
    sent: list[dict[str, Any]] = field(default_factory=list)
    refreshes: list[str] = field(default_factory=list)
    logins: list[dict[str, Any]] = field(default_factory=list)
    access: str = "access-0"
    refresh: str = FIRST_REFRESH
    numbers: count[int] = field(default_factory=lambda: count(1))

    def respond(self, request: Request) -> Response:
        """Return what the account's services answer."""
        services: Mapping[str, Callable[[Request], Response]] = {
            "getoa": self._tell_name,
            "cs": self._take,
            "access_token": self._give_tokens,
        }
        service = services.get(request.method)
        return service(request) if service else told(404, {})

    def replace_access(self) -> None:
        """Let the access token that was given last be of no use any longer."""
        self.access = f"access-{next(self.numbers)}-never-given"

    def _tell_name(self, request: Request) -> Response:
        if request.headers.get("access_token") != self.access:
            return refusal(-216, "Access token is invalid")
        return told(200, {"error": 0, "message": "Success", "data": {"name": self.name}})

    def _take(self, request: Request) -> Response:
        if request.headers.get("access_token") != self.access:
            return refusal(-216, "Access token is invalid")
        self.sent.append(request.fields)
        data = {"message_id": f"sent-{len(self.sent)}"}
        return told(200, {"error": 0, "message": "Success", "data": data})

    def _give_tokens(self, request: Request) -> Response:
        if request.headers.get("secret_key") != APP_SECRET:
            return _no_tokens(-14004, "Invalid secret key")
        if request.fields["grant_type"] == "authorization_code":
            self.logins.append(request.fields)
            return self._next_pair() if request.fields["code"] == CODE else _no_tokens(-14003)
        self.refreshes.append(request.fields["refresh_token"])
        if request.fields["refresh_token"] != self.refresh:
            return _no_tokens(-14014)
        return self._next_pair()

    def _next_pair(self) -> Response:
        number = next(self.numbers)
        self.access, self.refresh = f"access-{number}", f"refresh-{number}"
        pair = {"access_token": self.access, "refresh_token": self.refresh}
        return told(200, {**pair, "expires_in": str(_LIFE)})


class ZaloOA(Proxy):
    """The stub in a thread of its own, for processes that call it; faults as of any proxy."""

    def __init__(self) -> None:
        super().__init__("")
        self.account = Account()

    async def respond(self, request: Request) -> Response:
        """Return what the account's services answer."""
        return self.account.respond(request)


def refusal(code: int, message: str = "Injected") -> Response:
    """Return how the service for messages says no: the status is 200."""
    return told(200, {"error": code, "message": message})


def event(name: str, at: datetime, **more: object) -> bytes:
    """Return an event of a resident's, as the webhook gets it."""
    body = {
        "app_id": APP_ID,
        "sender": {"id": "7300112233"},
        "recipient": {"id": "555"},
        "event_name": name,
        "timestamp": str(int(at.timestamp() * 1000)),
        **more,
    }
    return json.dumps(body, ensure_ascii=False).encode()


def text_event(text: str, at: datetime, sender: str = "7300112233", msg_id: str = "m1") -> bytes:
    """Return the event of a text."""
    message = {"text": text, "msg_id": msg_id}
    return event("user_send_text", at, sender={"id": sender}, message=message)


def signed(body: bytes, key: str = KEY, timestamp: str | None = None) -> dict[str, str]:
    """Return the headers with which Zalo vouches for `body`."""
    stamp = timestamp or json.loads(body)["timestamp"]
    mac = hashlib.sha256(APP_ID.encode() + body + stamp.encode() + key.encode()).hexdigest()
    return {"x-zevent-signature": f"mac={mac}"}


def now() -> datetime:
    """Return the time on which a genuine event bears."""
    return datetime.now(UTC)


def _no_tokens(code: int, name: str = "Invalid refresh token") -> Response:
    return told(200, {"error": code, "error_name": name})
