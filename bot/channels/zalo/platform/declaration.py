"""Zalo's Bot Platform as a channel: its settings and abilities, and how it is made."""

from __future__ import annotations

from bot.channels.base import Channel
from bot.channels.declaration import ChannelState, DeclaredChannel, Host
from bot.channels.inspection import inspect_bot
from bot.channels.zalo.platform.settings import ABILITIES, NAME, ZaloBotSettings


def _token(settings: ZaloBotSettings) -> str:
    return settings.zalo_bot_token.get_secret_value()


def _make(settings: ZaloBotSettings, host: Host) -> Channel:
    from bot.channels.zalo.platform.bot_platform import PATH, ZaloBotChannel

    url, secret = host.webhook(PATH, settings.zalo_bot_webhook_secret)
    return ZaloBotChannel(_token(settings), settings.zalo_bot_api_url, host.locks, url, secret)


async def _inspect(settings: ZaloBotSettings, _: Host) -> ChannelState:
    from bot.channels.zalo.platform.bot_api import BotApi

    return await inspect_bot(NAME, BotApi(_token(settings), settings.zalo_bot_api_url))


ZALO_BOT = DeclaredChannel(
    name=NAME,
    switch="ZALO_BOT_TOKEN",
    switched=_token,
    abilities=ABILITIES,
    make=_make,
    inspect=_inspect,
)
