"""The name, abilities and settings of Telegram."""

from __future__ import annotations

from pydantic import SecretStr

from bot.channels.base import Abilities
from bot.channels.declaration import SettingsPart

NAME = "telegram"
ABILITIES = Abilities(longest_text=4096, most_buttons=100, pause=1.0)


class TelegramSettings(SettingsPart):
    """The settings that begin with TELEGRAM_."""

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_secret: SecretStr = SecretStr("")
