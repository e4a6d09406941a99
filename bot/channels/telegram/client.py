"""The Bot API as the channel needs it, on top of python-telegram-bot."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.updates import READ

LONG_POLL = 30
"""Seconds that Telegram holds a poll before it says that there is nothing."""
_PATIENCE = 60.0
"""Seconds to wait for an answer: whoever sends a post again after less may send it twice."""
_CONNECTING = 10.0
_POLLING = 15.0
"""Seconds beyond a long poll after which the connection is held to be dead."""

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else every RetryAfter warns of what will change


class Client(ExtBot[int]):
    """A bot that gives updates as they came, and keeps to Telegram's limits when it sends."""

    __slots__ = ()

    async def raw_updates(self, offset: int | None) -> object:
        """Return what Telegram holds from the update `offset` on; it forgets those before.

        They come raw, so that one that cannot be read stands in the way of no other.
        """
        request = {"offset": offset, "timeout": LONG_POLL, "allowed_updates": list(READ)}
        return await self._post("getUpdates", request, read_timeout=LONG_POLL + _POLLING)


class _Limits(AIORateLimiter):
    """Telegram's limits for messages; what is no message takes nothing of them."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        if endpoint == "sendChatAction":
            return await callback(*args, **kwargs)
        return await super().process_request(
            callback, args, kwargs, endpoint, data, rate_limit_args
        )


def connect(token: str, api_url: str) -> Client:
    """Return a client for the bot with this `token`; it connects when it is initialised."""
    _silence("httpx", "httpcore", level=logging.WARNING)  # below, they log addresses with the token
    _silence("telegram", level=logging.CRITICAL)  # what goes wrong is raised, and told without it
    base = api_url.rstrip("/")
    return Client(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=_connections(256),
        get_updates_request=_connections(1),
        rate_limiter=_Limits(max_retries=0),
    )


def _connections(most: int) -> HTTPXRequest:
    return HTTPXRequest(
        most,
        read_timeout=_PATIENCE,
        write_timeout=_PATIENCE,
        connect_timeout=_CONNECTING,
        pool_timeout=_PATIENCE,
    )


def _silence(*libraries: str, level: int) -> None:
    for library in libraries:
        logging.getLogger(library).setLevel(level)
