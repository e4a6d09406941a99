"""How the channels stand, as far as the platforms tell."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.zalo.account.oa_api import OfficialAccountApi
from bot.channels.zalo.account.tokens import Tokens
from bot.channels.zalo.platform.bot_api import BotApi
from knowledge.errors import DanBietError


@dataclass(frozen=True, slots=True)
class ChannelState:
    """A channel as its platform sees it.

    `name` is the public name, `fault` why it cannot be reached. `webhook` is the address that the
    platform calls, empty if none; None where the platform cannot be asked.
    """

    channel: str
    configured: bool = True
    name: str = ""
    fault: str = ""
    webhook: str | None = None


async def look_at_bot(channel: str, token: str, url: str) -> ChannelState:
    """Return how a bot stands: Telegram and Zalo's Bot Platform answer in the same form."""
    api = BotApi(token, url)
    try:
        me = await api.call("getMe")
        told = await api.call("getWebhookInfo")
    except DanBietError as error:
        return ChannelState(channel, fault=str(error))
    finally:
        await api.close()
    name = me.get("username") or me.get("account_name") or me.get("display_name") or ""
    return ChannelState(channel, name=str(name), webhook=str(told.get("url") or ""))


async def look_at_account(channel: str, api: OfficialAccountApi, tokens: Tokens) -> ChannelState:
    """Return how an Official Account stands; where its webhook leads, only Zalo's pages show."""
    try:
        return ChannelState(channel, name=await api.name(await tokens.access()))
    except DanBietError as error:
        return ChannelState(channel, fault=str(error))
    finally:
        await tokens.close()
        await api.close()
