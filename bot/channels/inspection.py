"""The look at a bot whose platform speaks as Telegram does: Zalo's Bot Platform does too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from bot.channels.declaration import ChannelState
from knowledge.errors import DanBietError


class BotInterface(Protocol):
    """The interface of such a platform, opened for one bot."""

    async def call(self, method: str) -> Mapping[str, Any]:
        """Return the platform's answer to `method`; raise DanBietError."""

    async def close(self) -> None:
        """Let go of connections."""


async def inspect_bot(channel: str, api: BotInterface) -> ChannelState:
    """Return how the bot of `api` stands, and close it."""
    try:
        me = await api.call("getMe")
        webhook = await api.call("getWebhookInfo")
    except DanBietError as error:
        return ChannelState(channel, fault=str(error))
    finally:
        await api.close()
    name = me.get("username") or me.get("account_name") or me.get("display_name") or ""
    return ChannelState(channel, name=str(name), webhook=str(webhook.get("url") or ""))
