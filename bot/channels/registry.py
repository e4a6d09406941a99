"""The channels that there are: a new one is listed here, its settings and its declaration."""

from __future__ import annotations

from bot.channels.declaration import DeclaredChannel
from bot.channels.telegram.declaration import TELEGRAM
from bot.channels.telegram.settings import TelegramSettings
from bot.channels.zalo.account.declaration import ZALO_ACCOUNT
from bot.channels.zalo.account.settings import ZaloAccountSettings
from bot.channels.zalo.platform.declaration import ZALO_BOT
from bot.channels.zalo.platform.settings import ZaloBotSettings


class ChannelSettings(TelegramSettings, ZaloBotSettings, ZaloAccountSettings):
    """The settings of every channel."""


CHANNELS: tuple[DeclaredChannel[ChannelSettings], ...] = (TELEGRAM, ZALO_BOT, ZALO_ACCOUNT)
