"""A chat as the platforms show it, made with the code that sends it there."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.channels.base import Abilities, Post
from bot.channels.declaration import DeclaredChannel
from bot.channels.registry import CHANNELS, ChannelSettings
from bot.console.quality.trial.talk import Exchange, TrialTalk
from bot.conversation.chats.shaping import shape

PLATFORMS = {channel.name.replace("-", "_"): channel for channel in CHANNELS}
"""The channels, as the links to a trial call them."""


@dataclass(frozen=True, slots=True)
class PhoneKey:
    """A button in a phone; `number` is what it sends, "" if it leads to an older menu."""

    label: str
    number: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """One thing on the screen: `html` is markup of the bot's own, all else in it escaped.

    It is `own` if the resident said it; `pressed` if they pressed a button, which shows nothing.
    `newest` is what was said last.
    """

    html: str
    own: bool = False
    pressed: bool = False
    newest: bool = False
    keys: tuple[tuple[PhoneKey, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Phone:
    """The chat on one platform; `channel` is the name of the channel that leads there."""

    platform: str
    channel: str
    bubbles: tuple[Bubble, ...]


def phones_of(talk: TrialTalk) -> tuple[Phone, ...]:
    """Return the chat as every platform shows it."""
    return tuple(
        Phone(platform, channel.name, tuple(_bubbles(talk, channel)))
        for platform, channel in PLATFORMS.items()
    )


def _bubbles(talk: TrialTalk, channel: DeclaredChannel[ChannelSettings]) -> Iterator[Bubble]:
    live = talk.menu.id if talk.menu else ""
    for exchange in talk.exchanges:
        newest = exchange is talk.exchanges[-1]
        yield replace(_said(exchange, channel.abilities), newest=newest)
        for reply in exchange.replies:
            for post in shape(reply, channel.abilities):
                keys = tuple(_rows(post, live, stacked=channel.stacks_buttons))
                yield Bubble(channel.show(post.text), keys=keys)


def _said(exchange: Exchange, abilities: Abilities) -> Bubble:
    if exchange.chosen and abilities.most_buttons:
        return Bubble(html.escape(exchange.chosen), pressed=True)
    return Bubble(html.escape(exchange.said), own=True)


def _rows(post: Post, live: str, *, stacked: bool) -> Iterator[tuple[PhoneKey, ...]]:
    """Yield the rows of buttons below `post`; `stacked`: each button in a row of its own."""
    for row in post.buttons:
        keys = tuple(PhoneKey(button.label, _number(button.payload, live)) for button in row)
        if stacked:
            yield from ((key,) for key in keys)
        else:
            yield keys


def _number(payload: str, live: str) -> str:
    """Return what chooses the same as the button, as long as its menu is the last one."""
    menu, _, index = payload.rpartition(":")
    return str(int(index) + 1) if menu == live else ""
