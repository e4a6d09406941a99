"""A chat as the platforms show it, made with the code that sends it there."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.channels.base import Abilities, Post
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.markup import dress
from bot.channels.zalo.account.official_account import ABILITIES as OF_ACCOUNTS
from bot.channels.zalo.platform.bot_platform import ZaloBotChannel
from bot.console.quality.trial.talk import Exchange, TrialTalk
from bot.conversation.chats.shaping import shape


class Platform(StrEnum):
    """What a resident may write with, by the name of the channel."""

    TELEGRAM = "telegram"
    ACCOUNT = "zalo_oa"
    BOT = "zalo_bot"


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
    """The chat on one platform."""

    platform: Platform
    bubbles: tuple[Bubble, ...]


def phones_of(talk: TrialTalk) -> tuple[Phone, ...]:
    """Return the chat as every platform shows it."""
    return tuple(Phone(platform, tuple(_bubbles(talk, platform))) for platform in _ABILITIES)


def _bubbles(talk: TrialTalk, platform: Platform) -> Iterator[Bubble]:
    abilities, show = _ABILITIES[platform], _WORDS.get(platform, html.escape)
    live = talk.menu.id if talk.menu else ""
    for exchange in talk.exchanges:
        newest = exchange is talk.exchanges[-1]
        yield replace(_said(exchange, abilities), newest=newest)
        for reply in exchange.replies:
            for post in shape(reply, abilities):
                yield Bubble(show(post.text), keys=tuple(_rows(post, platform, live)))


def _said(exchange: Exchange, abilities: Abilities) -> Bubble:
    if exchange.chosen and abilities.most_buttons:
        return Bubble(html.escape(exchange.chosen), pressed=True)
    return Bubble(html.escape(exchange.said), own=True)


def _rows(post: Post, platform: Platform, live: str) -> Iterator[tuple[PhoneKey, ...]]:
    """Yield the rows of buttons below `post`; an account shows each in a row of its own."""
    for row in post.buttons:
        keys = tuple(PhoneKey(one.label, _number(one.payload, live)) for one in row)
        yield from _one_a_row(keys) if platform is Platform.ACCOUNT else (keys,)


def _one_a_row(keys: Iterable[PhoneKey]) -> Iterator[tuple[PhoneKey, ...]]:
    return ((key,) for key in keys)


def _number(payload: str, live: str) -> str:
    """Return what chooses the same as the button, as long as its menu is the last one."""
    menu, _, index = payload.rpartition(":")
    return str(int(index) + 1) if menu == live else ""


def _dressed(text: str) -> str:
    """Return `text` dressed; the end of a quote is the end of its line already."""
    return dress(text).replace("</blockquote>\n", "</blockquote>")


_ABILITIES = {
    Platform.TELEGRAM: TelegramChannel.abilities,
    Platform.ACCOUNT: OF_ACCOUNTS,
    Platform.BOT: ZaloBotChannel.abilities,
}
_WORDS: dict[Platform, Callable[[str], str]] = {Platform.TELEGRAM: _dressed}
