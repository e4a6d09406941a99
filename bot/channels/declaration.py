"""A channel as its folder declares it, so that everything else can go through all of them.

Begin here to add a channel; `registry` lists those that there are.
"""

from __future__ import annotations

import html
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.channels.base import Abilities, Channel

if TYPE_CHECKING:
    from pydantic import SecretStr

    from bot.store.store import Store


class SettingsPart(BaseSettings):
    """The settings of one channel, each named with the channel's own prefix.

    The field `telegram_bot_token` is TELEGRAM_BOT_TOKEN in the environment and in `.env`, or the
    content of the file that TELEGRAM_BOT_TOKEN_FILE names.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True)


@dataclass(frozen=True, slots=True)
class ChannelState:
    """A channel as its platform sees it.

    `name` is the public name, `fault` why it cannot be reached. `webhook` is the address that the
    platform calls, empty if none; None where the platform cannot be asked.
    """

    channel: str
    configured: bool = True
    name: str = ""
    fault: str = ""
    webhook: str | None = None


class Host(Protocol):
    """The running Dân Biết, as far as a channel needs it."""

    @property
    def locks(self) -> Path:
        """Return the folder of the locks between processes."""

    def webhook(self, path: str, secret: SecretStr) -> tuple[str | None, str]:
        """Return the address of the webhook at `path`, and the secret that its calls bear.

        The address is None without a public one; a secret that nobody set is derived.
        """

    def store(self) -> Store:
        """Return what is remembered; raise StoreError."""


SettingsT_contra = TypeVar("SettingsT_contra", bound=SettingsPart, contravariant=True)


@dataclass(frozen=True, slots=True)
class DeclaredChannel(Generic[SettingsT_contra]):
    """All that the rest of the project knows of a channel.

    `name` stands in the database, in logs and in the path of the webhook; what people read instead
    is in the template `channel/names/NAME`. `switch` is the setting that turns the channel on, and
    `switched` returns its value. `guide` is a template that tells an admin how to have the platform
    call, "" where `danbiet channels set-webhook` does it. `show` returns a post as HTML, the way
    the platform shows it; it `stacks_buttons` if each has a row of its own.
    """

    name: str
    switch: str
    switched: Callable[[SettingsT_contra], str]
    abilities: Abilities
    make: Callable[[SettingsT_contra, Host], Channel]
    inspect: Callable[[SettingsT_contra, Host], Awaitable[ChannelState]]
    guide: str = ""
    show: Callable[[str], str] = html.escape
    stacks_buttons: bool = False
