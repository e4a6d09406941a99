"""Zalo's Bot Platform as a channel: its settings and abilities, and how it is made."""

from __future__ import annotations

from pydantic import SecretStr

from bot.channels.base import Abilities, Channel
from bot.channels.declaration import DeclaredChannel, Host, SettingsPart
from bot.channels.inspection import inspect_bot

_NAME = "zalo-bot"


class ZaloBotSettings(SettingsPart):
    """The settings that begin with ZALO_BOT_."""

    zalo_bot_token: SecretStr = SecretStr("")
    zalo_bot_api_url: str = "https://bot-api.zaloplatforms.com"
    zalo_bot_webhook_secret: SecretStr = SecretStr("")


def _token(settings: ZaloBotSettings) -> str:
    return settings.zalo_bot_token.get_secret_value()


def _make(settings: ZaloBotSettings, host: Host) -> Channel:
    from bot.channels.zalo.platform.bot_platform import PATH, ZaloBotChannel

    url, secret = host.webhook(PATH, settings.zalo_bot_webhook_secret)
    return ZaloBotChannel(_token(settings), settings.zalo_bot_api_url, host.locks, url, secret)


ZALO_BOT = DeclaredChannel(
    name=_NAME,
    switch="ZALO_BOT_TOKEN",
    switched=_token,
    abilities=Abilities(longest_text=2000, most_buttons=0),
    make=_make,
    inspect=lambda settings, _: inspect_bot(_NAME, _token(settings), settings.zalo_bot_api_url),
)
