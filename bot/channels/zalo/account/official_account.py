"""Official Accounts: called by webhook, writing through the interface for answers to people."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.channels.base import (
    Call,
    ChannelError,
    DeliveryError,
    Message,
    Post,
    WebhookReply,
)
from bot.channels.zalo.account.oa_api import OfficialAccountApi, TokenRefused
from bot.channels.zalo.account.oa_reading import read
from bot.channels.zalo.account.settings import ABILITIES, NAME
from bot.channels.zalo.account.signature import Signature, SignatureFault
from bot.channels.zalo.account.tokens import Tokens
from knowledge.errors import DanBietError
from prompts.render import render

PATH = "/webhook/zalo-oa"
"""The path at which Zalo calls."""
_PROBES = {b"", b"{}"}
"""The bodies that Zalo sends to see whether anyone is there."""
_SILENCE = timedelta(minutes=1)
_LOG = logging.getLogger(__name__)


class ZaloOAChannel:
    """An account, for whom Zalo calls at an address that its admin enters on Zalo's pages."""

    name = NAME
    webhook = PATH

    def __init__(
        self,
        api: OfficialAccountApi,
        tokens: Tokens,
        signature: Signature,
        window: timedelta,
        missing: Sequence[str] = (),
    ) -> None:
        """Take the parts, the `window` for answers, and the settings that are `missing`."""
        self.abilities = replace(ABILITIES, window=window)
        self._missing = missing
        self._api, self._tokens, self._signature = api, tokens, signature
        self._refusals: dict[SignatureFault, datetime] = {}
        self._keeper: asyncio.Task[None] | None = None

    async def open(self) -> str:
        """Connect and prepare; return the account's name. Raise ChannelError."""
        if self._missing:
            reason = render("zalo/fault", fault="oa_settings", missing=self._missing)
            raise ChannelError(reason, permanent=True)
        try:
            name = await self._name()
        except DanBietError as error:  # a missing login too: it takes effect as soon as it is done
            raise ChannelError(str(error)) from None
        self._keeper = self._keeper or asyncio.create_task(self._tokens.keep_fresh())
        return name

    async def poll(self) -> Sequence[Message]:
        """Return nothing: Zalo calls."""
        return ()

    async def accept(self, call: Call) -> WebhookReply:
        """Return what becomes of `call`; its signature is checked before its words are read."""
        if call.body.strip() in _PROBES:
            return WebhookReply(200)
        fault = self._signature.fault(call)
        if fault:
            self._log(fault, call.at)
            return WebhookReply(403)
        try:
            event = json.loads(call.body)
        except (ValueError, RecursionError):
            return WebhookReply(400)
        return WebhookReply(200, _read(event))

    async def send(self, chat: str, post: Post) -> None:
        """Send one post. Raise DeliveryError."""
        try:
            await self._send(chat, post)
        except DeliveryError:
            raise
        except DanBietError as error:  # of the tokens or the connection: both can be mended
            raise DeliveryError(str(error)) from None

    async def acknowledge(self, message: Message) -> None:
        """Do nothing: an account cannot show that it is typing."""

    async def close(self) -> None:
        """Let go of connections; a refresh that is under way is finished first."""
        if self._keeper:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
            self._keeper = None
        await self._tokens.close()
        await self._api.close()

    async def _name(self) -> str:
        access = await self._tokens.access()
        try:
            return await self._api.name(access)
        except TokenRefused:
            return await self._api.name(await self._tokens.renew(access))

    async def _send(self, chat: str, post: Post) -> None:
        access = await self._tokens.access()
        try:
            await self._api.send(access, chat, post)
        except TokenRefused:
            await self._api.send(await self._tokens.renew(access), chat, post)

    def _log(self, fault: SignatureFault, at: datetime) -> None:
        """Log that a call was refused; the same again only after a minute, as anyone can call."""
        last = self._refusals.get(fault)
        if last is None or at - last >= _SILENCE:
            self._refusals[fault] = at
            _LOG.warning(render("zalo/event", event="refused_call", reason=fault.value))


def _read(event: object) -> tuple[Message, ...]:
    try:
        message = read(event)
    except ValueError:
        _LOG.warning(render("zalo/event", event="unreadable", channel=NAME))
        return ()
    return (message,) if message else ()
