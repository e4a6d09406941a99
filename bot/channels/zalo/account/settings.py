"""The name, abilities and settings of Official Accounts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr

from bot.channels.base import Abilities
from bot.channels.declaration import SettingsPart

NAME = "zalo-oa"
ABILITIES = Abilities(longest_text=2000, most_buttons=5, longest_label=100)


class ZaloAccountSettings(SettingsPart):
    """The settings that begin with ZALO_OA_, and the address of Zalo's OAuth."""

    zalo_oa_app_id: str = ""
    zalo_oa_secret_key: SecretStr = SecretStr("")
    zalo_oa_app_secret: SecretStr = SecretStr("")
    zalo_oa_api_url: str = "https://openapi.zalo.me"
    zalo_oauth_url: str = "https://oauth.zaloapp.com"
    zalo_oa_signing_key: Literal["account", "app"] = "account"
    zalo_oa_timestamp_header: str = ""
    zalo_oa_replay_minutes: int = Field(120, ge=1)
    zalo_oa_window_hours: int = Field(48, ge=1, le=168)
    zalo_oa_buttons: Literal["hide", "show"] = "hide"
