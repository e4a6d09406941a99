"""The parts of an Official Account's channel, made of what the settings say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.declaration import ChannelState, Host
from bot.channels.zalo.account.oa_api import OfficialAccountApi
from bot.channels.zalo.account.oauth import OAuth
from bot.channels.zalo.account.official_account import ZaloOAChannel
from bot.channels.zalo.account.settings import NAME, ZaloAccountSettings
from bot.channels.zalo.account.signature import Signature
from bot.channels.zalo.account.tokens import Tokens, TokenVault
from knowledge.errors import DanBietError
from prompts.render import render

_NEEDED = ("zalo_oa_app_id", "zalo_oa_app_secret", "zalo_oa_secret_key")


def make_account(settings: ZaloAccountSettings, vault: TokenVault, locks: Path) -> ZaloOAChannel:
    """Return the account's channel, whose tokens are in `vault`."""
    return ZaloOAChannel(
        make_account_api(settings),
        make_tokens(vault, make_oauth(settings), locks),
        _signature(settings),
        timedelta(hours=settings.zalo_oa_window_hours),
        missing_for_account(settings),
    )


def make_account_api(settings: ZaloAccountSettings) -> OfficialAccountApi:
    """Return the interface of accounts."""
    return OfficialAccountApi(settings.zalo_oa_api_url, f"oa.query.{settings.zalo_oa_buttons}")


def make_oauth(settings: ZaloAccountSettings) -> OAuth:
    """Return the service that gives tokens."""
    secret = settings.zalo_oa_app_secret.get_secret_value()
    return OAuth(settings.zalo_oauth_url, settings.zalo_oa_app_id, secret, _now)


def make_tokens(vault: TokenVault, oauth: OAuth, locks: Path) -> Tokens:
    """Return the tokens in `vault`, which `oauth` renews for one process at a time."""
    return Tokens(vault, oauth, locks / "zalo-oa-tokens.lock", _now)


def missing_for_account(settings: ZaloAccountSettings) -> tuple[str, ...]:
    """Return the names of the settings without which an account cannot work."""
    needed = _NEEDED if settings.zalo_oa_signing_key == "account" else _NEEDED[:-1]
    given = {name: getattr(settings, name) for name in needed}
    return tuple(name.upper() for name, value in given.items() if not value)


async def inspect_account(settings: ZaloAccountSettings, host: Host) -> ChannelState:
    """Return how the account stands; where its webhook leads, only Zalo's pages show."""
    missing = missing_for_account(settings)
    if missing:
        return ChannelState(NAME, fault=render("zalo/fault", fault="oa_settings", missing=missing))
    store, api = host.store(), make_account_api(settings)
    vault = store.tokens(settings.zalo_oa_app_id)
    tokens = make_tokens(vault, make_oauth(settings), host.locks)
    try:
        return ChannelState(NAME, name=await api.name(await tokens.access()))
    except DanBietError as error:
        return ChannelState(NAME, fault=str(error))
    finally:
        await tokens.close()
        await api.close()
        store.close()


def _signature(settings: ZaloAccountSettings) -> Signature:
    by_account = settings.zalo_oa_signing_key == "account"
    key = settings.zalo_oa_secret_key if by_account else settings.zalo_oa_app_secret
    return Signature(
        settings.zalo_oa_app_id,
        key.get_secret_value(),
        settings.zalo_oa_timestamp_header,
        timedelta(minutes=settings.zalo_oa_replay_minutes),
    )


def _now() -> datetime:
    return datetime.now(UTC)
