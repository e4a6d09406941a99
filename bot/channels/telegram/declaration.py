"""Telegram as a channel: its settings, abilities and look; its library is loaded only when used."""

from __future__ import annotations

from pydantic import SecretStr

from bot.channels.base import Abilities, Channel
from bot.channels.declaration import DeclaredChannel, Host, SettingsPart
from bot.channels.inspection import inspect_bot

_NAME = "telegram"


class TelegramSettings(SettingsPart):
    """The settings that begin with TELEGRAM_."""

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_secret: SecretStr = SecretStr("")


def _token(settings: TelegramSettings) -> str:
    return settings.telegram_bot_token.get_secret_value()


def _make(settings: TelegramSettings, host: Host) -> Channel:
    from bot.channels.telegram.channel import PATH, TelegramChannel

    url, secret = host.webhook(PATH, settings.telegram_webhook_secret)
    return TelegramChannel(_token(settings), settings.telegram_api_url, host.locks, url, secret)


def _show(text: str) -> str:
    """Return `text` dressed; the end of a quote is the end of its line already."""
    from bot.channels.telegram.markup import dress

    return dress(text).replace("</blockquote>\n", "</blockquote>")


TELEGRAM = DeclaredChannel(
    name=_NAME,
    switch="TELEGRAM_BOT_TOKEN",
    switched=_token,
    abilities=Abilities(longest_text=4096, most_buttons=100, pause=1.0),
    make=_make,
    inspect=lambda settings, _: inspect_bot(_NAME, _token(settings), settings.telegram_api_url),
    show=_show,
)
