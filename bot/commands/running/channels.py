"""`danbiet channels`: how every channel stands, and where the platforms call."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from bot.channels.base import Channel, ChannelError
from bot.channels.inspection import ChannelState, look_at_account, look_at_bot
from bot.channels.zalo.assembly import (
    make_account_api,
    make_oauth,
    make_tokens,
    missing_for_account,
)
from bot.commands.terminal import application, say, write_json
from bot.commands.wiring import Application
from bot.config import Settings
from knowledge.errors import DanBietError
from prompts.render import render

_TELEGRAM, _ZALO_BOT, _ZALO_OA = "telegram", "zalo-bot", "zalo-oa"


class NoPublicUrl(DanBietError):
    """Nobody said under which address the world reaches this machine."""

    def __init__(self) -> None:
        super().__init__(render("channel/webhook", step="no_public_url"))


class WebhookNotSet(DanBietError):
    """Channels could not be told where to call; `names` are theirs."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(render("channel/webhook", step="failed", names=names))


def show(as_json: bool, parts: Application | None = None) -> None:
    """Print how every channel stands; raise StoreError where tokens cannot be read."""
    parts = parts or application()
    states = asyncio.run(_look(parts))
    if as_json:
        write_json([asdict(state) for state in states], indent=2)
        return
    for state in states:
        wanted = parts.settings.address_of(f"/webhook/{state.channel}")
        say(render("channel/state", state=state, wanted=wanted))


def set_webhooks(parts: Application | None = None) -> None:
    """Tell the platforms of all configured channels where to call.

    Raises:
        NoPublicUrl: that is not known.
        WebhookNotSet: some could not be told.
    """
    parts = parts or application()
    if not parts.settings.public_url:
        raise NoPublicUrl
    asyncio.run(tell(parts.channels(), parts.settings))


async def tell(channels: Sequence[Channel], settings: Settings) -> None:
    """Open each of `channels`, which tells its platform, and print how that went.

    Raises:
        WebhookNotSet: it failed for some.
    """
    failed = []
    for channel in channels:
        url = settings.address_of(f"/webhook/{channel.name}")
        try:
            await channel.open()
        except ChannelError as error:
            failed.append(channel.name)
            fault = str(error)
        else:
            fault = ""
        finally:
            await channel.close()
        say(render("channel/webhook", step="told", channel=channel.name, url=url, fault=fault))
    if failed:
        raise WebhookNotSet(failed)


async def _look(parts: Application) -> list[ChannelState]:
    return list(await asyncio.gather(*_looks(parts)))


def _looks(parts: Application) -> Iterator[Coroutine[Any, Any, ChannelState]]:
    settings = parts.settings
    bots = {
        _TELEGRAM: (settings.telegram_bot_token, settings.telegram_api_url),
        _ZALO_BOT: (settings.zalo_bot_token, settings.zalo_bot_api_url),
    }
    for name, (token, url) in bots.items():
        configured = token.get_secret_value()
        yield look_at_bot(name, configured, url) if configured else _unconfigured(name)
    yield _look_at_account(parts) if settings.zalo_oa_app_id else _unconfigured(_ZALO_OA)


async def _unconfigured(name: str) -> ChannelState:
    return ChannelState(name, configured=False)


async def _look_at_account(parts: Application) -> ChannelState:
    settings = parts.settings
    missing = missing_for_account(settings)
    if missing:
        return ChannelState(
            _ZALO_OA, fault=render("zalo/fault", fault="oa_settings", missing=missing)
        )
    store = parts.store()
    try:
        tokens = make_tokens(settings, store.tokens(settings.zalo_oa_app_id), make_oauth(settings))
        return await look_at_account(_ZALO_OA, make_account_api(settings), tokens)
    finally:
        store.close()
