"""Bots of the Bot Platform: by polling, or by webhook; words only, no buttons."""

from __future__ import annotations

import hmac
import json
import logging
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.channels.base import (
    Call,
    ChannelError,
    DeliveryError,
    Message,
    Post,
    WebhookReply,
)
from bot.channels.lock import PollingLock
from bot.channels.zalo.platform.bot_api import LONG_POLL, BotApi, BotRefusal, Pace
from bot.channels.zalo.platform.bot_reading import read
from bot.channels.zalo.platform.settings import ABILITIES, NAME
from bot.channels.zalo.web import Unanswered
from prompts.render import render

PATH = "/webhook/zalo-bot"
"""The path at which the platform calls."""
_SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105 - the name of a header
_SECRET = re.compile(r"[!-~]{8,256}")
"""The secrets that the platform takes and a header can carry."""
_LOG = logging.getLogger(__name__)


class ZaloBotChannel:
    """A bot; it is called at `webhook_url`, or polls where there is none.

    Nobody knows if a poll takes an update away or shows it again: either way each message comes
    with an id by which the store drops copies.
    """

    name = NAME
    abilities = ABILITIES

    def __init__(
        self,
        token: str,
        api_url: str,
        locks: Path,
        webhook_url: str | None,
        secret: str,
        pace: Pace | None = None,
    ) -> None:
        """Take the bot's `token`; `locks` is a folder, `secret` what the calls of Zalo bear."""
        self._api = BotApi(token, api_url)
        self._url, self._secret = webhook_url, secret
        self._lock = PollingLock(locks, self.name, token)
        self._pace = pace or Pace(1.0)
        self._called = ""

    @property
    def webhook(self) -> str | None:
        """Return the path of the webhook, None where the channel polls."""
        return PATH if self._url else None

    async def open(self) -> str:
        """Connect and prepare; return the bot's public name. Raise ChannelError."""
        if self._url and not _SECRET.fullmatch(self._secret):
            raise ChannelError(render("zalo/fault", fault="webhook_secret"), permanent=True)
        me = await self._listening("getMe")
        self._called = str(me.get("account_name") or me.get("display_name") or "")
        if self._url:
            await self._listening("setWebhook", url=self._url, secret_token=self._secret)
        else:
            self._lock.take()
            await self._stop_calls()
        return self._called

    async def poll(self) -> Sequence[Message]:
        """Wait for a message, half a minute at most. Raise ChannelError."""
        await self._pace.keep()
        update = await self._listening("getUpdates", timeout=LONG_POLL)
        return self._read(update) if update else ()

    async def accept(self, call: Call) -> WebhookReply:
        """Return what becomes of `call`; the secret is compared before anything is read."""
        given = call.headers.get(_SECRET_HEADER, "")
        if not self._secret or not hmac.compare_digest(given.encode(), self._secret.encode()):
            return WebhookReply(403)
        try:
            body = json.loads(call.body)
        except (ValueError, RecursionError):
            return WebhookReply(400)
        return WebhookReply(200, self._read(body) if isinstance(body, dict) else ())

    async def send(self, chat: str, post: Post) -> None:
        """Send one post. Raise DeliveryError."""
        try:
            await self._api.call("sendMessage", chat_id=chat, text=post.text)
        except Unanswered as error:
            raise DeliveryError(str(error), uncertain=error.uncertain) from None
        except BotRefusal as error:
            raise DeliveryError(
                _reason(error), permanent=error.undeliverable, retry_after=error.retry_after
            ) from None

    async def acknowledge(self, message: Message) -> None:
        """Let the person see that the bot is typing; a failure is passed over."""
        with suppress(Unanswered, BotRefusal):
            await self._api.call("sendChatAction", chat_id=message.chat, action="typing")

    async def close(self) -> None:
        """Let go of connections and the lock."""
        await self._api.close()
        self._lock.release()

    async def _stop_calls(self) -> None:
        """Have polls answered; what a bot without a webhook is told is not known, so go on."""
        try:
            await self._listening("deleteWebhook")
        except ChannelError as error:
            _LOG.warning(render("zalo/event", event="delete_webhook", reason=error))

    async def _listening(self, method: str, **body: Any) -> Mapping[str, Any]:
        """Return the result of `method`, nothing where a poll was idle. Raise ChannelError."""
        try:
            return await self._api.call(method, **body)
        except Unanswered as error:
            raise ChannelError(str(error)) from None
        except BotRefusal as error:
            if error.idle and method == "getUpdates":
                return {}
            raise ChannelError(
                _reason(error), permanent=error.token_refused, retry_after=error.retry_after
            ) from None

    def _read(self, body: Mapping[str, Any]) -> tuple[Message, ...]:
        try:
            message = read(body, self._called)
        except ValueError:
            _LOG.warning(render("zalo/event", event="unreadable", channel=self.name))
            return ()
        return (message,) if message else ()


def _reason(refusal: BotRefusal) -> str:
    return render("zalo/fault", fault="bot_token") if refusal.token_refused else str(refusal)
