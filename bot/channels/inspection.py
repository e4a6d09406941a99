"""The look at a bot whose platform speaks as Telegram does: Zalo's Bot Platform does too."""

from __future__ import annotations

from bot.channels.declaration import ChannelState
from knowledge.errors import DanBietError


async def inspect_bot(channel: str, token: str, url: str) -> ChannelState:
    """Return how the bot of `token` stands."""
    from bot.channels.zalo.platform.bot_api import BotApi

    api = BotApi(token, url)
    try:
        me = await api.call("getMe")
        webhook = await api.call("getWebhookInfo")
    except DanBietError as error:
        return ChannelState(channel, fault=str(error))
    finally:
        await api.close()
    name = me.get("username") or me.get("account_name") or me.get("display_name") or ""
    return ChannelState(channel, name=str(name), webhook=str(webhook.get("url") or ""))
