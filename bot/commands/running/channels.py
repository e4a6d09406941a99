"""`danbiet channels`: how every channel stands, and where the platforms call."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import asdict

from bot.channels.base import Channel, ChannelError
from bot.channels.declaration import ChannelState, DeclaredChannel
from bot.channels.registry import CHANNELS
from bot.commands.terminal import application, say, write_json
from bot.commands.wiring import Application
from bot.config import Settings
from knowledge.errors import DanBietError
from prompts.render import render

_GUIDES = {channel.name: channel.guide for channel in CHANNELS}


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
    states = asyncio.run(_inspect(parts))
    if as_json:
        write_json([asdict(state) for state in states], indent=2)
        return
    for channel, state in zip(CHANNELS, states, strict=True):
        facts = {"switch": channel.switch, "guide": channel.guide, "step": "state"}
        url = parts.settings.address_of(f"/webhook/{channel.name}")
        say(render("channel/state", state=state, url=url, **facts))


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
        facts = {"channel": channel.name, "guide": _GUIDES[channel.name], "fault": fault}
        say(render("channel/webhook", step="told", url=url, **facts))
    if failed:
        raise WebhookNotSet(failed)


async def _inspect(parts: Application) -> list[ChannelState]:
    return list(await asyncio.gather(*(_state_of(channel, parts) for channel in CHANNELS)))


async def _state_of(channel: DeclaredChannel[Settings], parts: Application) -> ChannelState:
    if not channel.switched(parts.settings):
        return ChannelState(channel.name, configured=False)
    return await channel.inspect(parts.settings, parts)
