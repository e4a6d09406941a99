"""Official Accounts as a channel: their settings and abilities, and how they are made."""

from __future__ import annotations

from bot.channels.base import Channel
from bot.channels.declaration import ChannelState, DeclaredChannel, Host
from bot.channels.zalo.account.settings import ABILITIES, NAME, ZaloAccountSettings


def _make(settings: ZaloAccountSettings, host: Host) -> Channel:
    from bot.channels.zalo.account.assembly import make_account

    return make_account(settings, host.store().tokens(settings.zalo_oa_app_id), host.locks)


async def _inspect(settings: ZaloAccountSettings, host: Host) -> ChannelState:
    from bot.channels.zalo.account.assembly import inspect_account

    return await inspect_account(settings, host)


ZALO_ACCOUNT = DeclaredChannel(
    name=NAME,
    switch="ZALO_OA_APP_ID",
    switched=lambda settings: settings.zalo_oa_app_id,
    # The window for answers is a setting of the account's own.
    abilities=ABILITIES,
    make=_make,
    inspect=_inspect,
    guide="zalo/webhook",
    stacks_buttons=True,
)
