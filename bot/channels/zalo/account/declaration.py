"""Official Accounts as a channel: their settings and abilities, and how they are made."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr

from bot.channels.base import Abilities, Channel
from bot.channels.declaration import ChannelState, DeclaredChannel, Host, SettingsPart


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


def _make(settings: ZaloAccountSettings, host: Host) -> Channel:
    from bot.channels.zalo.account.assembly import make_account

    return make_account(settings, host.store().tokens(settings.zalo_oa_app_id), host.locks)


async def _inspect(settings: ZaloAccountSettings, host: Host) -> ChannelState:
    from bot.channels.zalo.account.assembly import inspect_account

    return await inspect_account(settings, host)


ZALO_ACCOUNT = DeclaredChannel(
    name="zalo-oa",
    switch="ZALO_OA_APP_ID",
    switched=lambda settings: settings.zalo_oa_app_id,
    # The window for answers is a setting of the account's own.
    abilities=Abilities(longest_text=2000, most_buttons=5, longest_label=100),
    make=_make,
    inspect=_inspect,
    guide="zalo/webhook",
    stacks_buttons=True,
)
