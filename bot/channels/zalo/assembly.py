"""The parts of an Official Account's channel, made of what the settings say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.channels.zalo.account.oa_api import OfficialAccountApi
from bot.channels.zalo.account.oauth import OAuth
from bot.channels.zalo.account.official_account import ZaloOAChannel
from bot.channels.zalo.account.signature import Signature
from bot.channels.zalo.account.tokens import Tokens, TokenVault
from bot.config import Settings

_NEEDED = ("zalo_oa_app_id", "zalo_oa_app_secret", "zalo_oa_secret_key")


def make_account(settings: Settings, vault: TokenVault) -> ZaloOAChannel:
    """Return the account's channel, whose tokens are in `vault`."""
    return ZaloOAChannel(
        make_account_api(settings),
        make_tokens(settings, vault, make_oauth(settings)),
        _signature(settings),
        timedelta(hours=settings.zalo_oa_window_hours),
        missing_for_account(settings),
    )


def make_account_api(settings: Settings) -> OfficialAccountApi:
    """Return the interface of accounts."""
    return OfficialAccountApi(settings.zalo_oa_api_url, f"oa.query.{settings.zalo_oa_buttons}")


def make_oauth(settings: Settings) -> OAuth:
    """Return the service that gives tokens."""
    secret = settings.zalo_oa_app_secret.get_secret_value()
    return OAuth(settings.zalo_oauth_url, settings.zalo_oa_app_id, secret, _now)


def make_tokens(settings: Settings, vault: TokenVault, oauth: OAuth) -> Tokens:
    """Return the tokens in `vault`, which `oauth` renews."""
    return Tokens(vault, oauth, _locks(settings) / "zalo-oa-tokens.lock", _now)


def missing_for_account(settings: Settings) -> tuple[str, ...]:
    """Return the names of the settings without which an account cannot work."""
    needed = _NEEDED if settings.zalo_oa_signing_key == "account" else _NEEDED[:-1]
    given = {name: getattr(settings, name) for name in needed}
    return tuple(name.upper() for name, value in given.items() if not value)


def _signature(settings: Settings) -> Signature:
    by_account = settings.zalo_oa_signing_key == "account"
    key = settings.zalo_oa_secret_key if by_account else settings.zalo_oa_app_secret
    return Signature(
        settings.zalo_oa_app_id,
        key.get_secret_value(),
        settings.zalo_oa_timestamp_header,
        timedelta(minutes=settings.zalo_oa_replay_minutes),
    )


def _locks(settings: Settings) -> Path:
    return settings.data / "locks"


def _now() -> datetime:
    return datetime.now(UTC)
