"""The interface of Zalo's Bot Platform, and the least time between two of its calls."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from time import monotonic
from typing import Any

from bot.channels.zalo.web import Web, ZaloAnswer
from knowledge.errors import DanBietError
from prompts.render import render


class Pace:
    """Lets calls begin no closer together than `seconds`."""

    def __init__(
        self,
        seconds: float,
        now: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._seconds, self._now, self._sleep = seconds, now, sleep
        self._earliest = now()

    async def keep(self) -> None:
        """Return as soon as the next call may begin."""
        wait = self._earliest - self._now()
        if wait > 0:
            await self._sleep(wait)
        self._earliest = self._now() + self._seconds


LONG_POLL = 30
"""Seconds that the platform holds a poll before it says that there is nothing."""
_LONGEST_DESCRIPTION = 200
_INTERNAL = "internal server error"


class BotRefusal(DanBietError):
    """The platform said no; `code` is an HTTP status, though it may stand in a body only."""

    def __init__(self, code: int, description: str, retry_after: float | None = None) -> None:
        self.code, self.retry_after = code, retry_after
        self._internal = _INTERNAL in (description.lower() or _INTERNAL)
        super().__init__(
            render("zalo/fault", fault="bot_refusal", code=code, description=description)
        )

    @property
    def idle(self) -> bool:
        """Return True if a poll ended because nothing came."""
        return self.code == HTTPStatus.REQUEST_TIMEOUT

    @property
    def token_refused(self) -> bool:
        """Return True if the platform does not know the token."""
        return self.code == HTTPStatus.UNAUTHORIZED

    @property
    def undeliverable(self) -> bool:
        """Return True if the same post would be refused again; some 403 are passing troubles."""
        if self.code == HTTPStatus.FORBIDDEN:
            return not self._internal
        return self.code in {HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND}


class BotApi:
    """The platform's methods, for one bot."""

    def __init__(self, token: str, url: str) -> None:
        self._token, self._base = token, f"{url.rstrip('/')}/bot{token}"
        self._web = Web()

    async def call(self, method: str, **body: Any) -> Mapping[str, Any]:
        """Return the result of `method`; raise BotRefusal or Unanswered.

        A result may come bare, without the envelope of `ok` and `result`.
        """
        answer = await self._web.post(f"{self._base}/{method}", body, {})
        if not answer.body.get("ok", "event_name" in answer.body):
            raise self._refusal(answer, str(body.get("chat_id", "")))
        result = answer.body.get("result", answer.body)
        return result if isinstance(result, dict) else {}

    async def close(self) -> None:
        """Let go of the connections."""
        await self._web.close()

    def _refusal(self, answer: ZaloAnswer, chat: str) -> BotRefusal:
        code = answer.body.get("error_code")
        description = str(answer.body.get("description") or "")
        for secret in filter(None, (self._token, chat)):
            description = description.replace(secret, "…")
        return BotRefusal(
            code if isinstance(code, int) else answer.status,
            description[:_LONGEST_DESCRIPTION],
            answer.retry_after,
        )
