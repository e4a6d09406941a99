"""The name, abilities and settings of Zalo's Bot Platform."""

from __future__ import annotations

from pydantic import SecretStr

from bot.channels.base import Abilities
from bot.channels.declaration import SettingsPart

NAME = "zalo-bot"
ABILITIES = Abilities(longest_text=2000, most_buttons=0)


class ZaloBotSettings(SettingsPart):
    """The settings that begin with ZALO_BOT_."""

    zalo_bot_token: SecretStr = SecretStr("")
    zalo_bot_api_url: str = "https://bot-api.zaloplatforms.com"
    zalo_bot_webhook_secret: SecretStr = SecretStr("")
