"""Telegram as a channel: its settings, abilities and look; its library is loaded only when used."""

from __future__ import annotations

from bot.channels.base import Channel
from bot.channels.declaration import ChannelState, DeclaredChannel, Host
from bot.channels.inspection import inspect_bot
from bot.channels.telegram.settings import ABILITIES, NAME, TelegramSettings


def _token(settings: TelegramSettings) -> str:
    return settings.telegram_bot_token.get_secret_value()


def _make(settings: TelegramSettings, host: Host) -> Channel:
    from bot.channels.telegram.channel import PATH, TelegramChannel

    url, secret = host.webhook(PATH, settings.telegram_webhook_secret)
    return TelegramChannel(_token(settings), settings.telegram_api_url, host.locks, url, secret)


async def _inspect(settings: TelegramSettings, _: Host) -> ChannelState:
    from bot.channels.zalo.platform.bot_api import BotApi  # Zalo's platform speaks as Telegram does

    return await inspect_bot(NAME, BotApi(_token(settings), settings.telegram_api_url))


def _show(text: str) -> str:
    """Return `text` dressed; the end of a quote is the end of its line already."""
    from bot.channels.telegram.markup import dress

    return dress(text).replace("</blockquote>\n", "</blockquote>")


TELEGRAM = DeclaredChannel(
    name=NAME,
    switch="TELEGRAM_BOT_TOKEN",
    switched=_token,
    abilities=ABILITIES,
    make=_make,
    inspect=_inspect,
    show=_show,
)
