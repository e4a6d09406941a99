"""The contract of every channel, so that the conversation is written once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from knowledge.errors import DanBietError


class ChannelKind(StrEnum):
    """The kind of thing that a person sent."""

    TEXT = "text"
    PRESS = "press"
    """A button: `Message.text` is the payload of the `Button`."""
    FOLLOW = "follow"
    """They opened the conversation without a word."""
    STICKER = "sticker"
    PICTURE = "picture"
    VOICE = "voice"
    VIDEO = "video"
    FILE = "file"
    LOCATION = "location"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Message:
    """A thing that a person sent; in a group it is meant for the bot, without the bot's name.

    `chat` is the platform's own name of the chat: personal, so it reaches no log, and no database
    unsealed. `id` is the same for every copy of the same message on the same `channel`. `text` is
    the caption of a picture, the payload of a press. A command begins with "/" and nothing follows
    its name but arguments. `ticket` is what the platform wants back to see a press taken note of.
    `sender` is the platform's own name of the person, "" where it does not tell: as personal as
    `chat`, and the same as that where nobody else is in the chat.
    """

    channel: str
    chat: str
    id: str
    kind: ChannelKind
    text: str = ""
    in_group: bool = False
    edited: bool = False
    forwarded: bool = False
    ticket: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """A label to press under a post; `payload` comes back: at most 64 bytes of ASCII."""

    label: str
    payload: str


@dataclass(frozen=True, slots=True)
class Post:
    """A message of the bot's: plain text, and rows of buttons."""

    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Abilities:
    """The limits of a platform. `longest_text` and `longest_label` count UTF-16 code units.

    Without buttons (`most_buttons` is 0) choices are numbered, and typed. `pause` is the least
    number of seconds between two posts to one chat. `window` is how long after a person's last
    message a post may still be sent; None: always.
    """

    longest_text: int
    most_buttons: int
    longest_label: int = 64
    pause: float = 0.0
    window: timedelta | None = None


class ChannelError(DanBietError):
    """A channel cannot listen. `permanent`: only an admin can mend it.

    `retry_after` is in seconds, None where the platform does not say. The message names no token
    and no chat.
    """

    def __init__(
        self, reason: str, *, permanent: bool = False, retry_after: float | None = None
    ) -> None:
        self.permanent, self.retry_after = permanent, retry_after
        super().__init__(reason)


class DeliveryError(DanBietError):
    """A post did not reach its chat. `permanent`: it never will.

    `uncertain`: it may have, and nobody can know; a second try may bring it twice. `retry_after` is
    in seconds, None where the platform does not say. The message names no token and no chat.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        uncertain: bool = False,
        retry_after: float | None = None,
    ) -> None:
        self.permanent, self.uncertain = permanent, uncertain
        self.retry_after = retry_after
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a webhook as it came: header names in lower case, raw body, time of arrival."""

    headers: Mapping[str, str]
    body: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class WebhookReply:
    """The answer to a call: the HTTP status, sent once the `messages` are stored."""

    status: int
    messages: tuple[Message, ...] = ()


class Channel(Protocol):
    """A platform. Either it polls, or (`webhook` is the path) it is called."""

    @property
    def name(self) -> str:
        """Return the name in settings, logs and the database: "telegram"."""

    @property
    def abilities(self) -> Abilities:
        """Return the limits of the platform."""

    @property
    def webhook(self) -> str | None:
        """Return the path of the webhook, None where the channel polls."""

    async def open(self) -> str:
        """Connect and prepare; return the bot's public name. Raise ChannelError."""

    async def poll(self) -> Sequence[Message]:
        """Wait for messages, some seconds at most; return them.

        Whoever calls again has stored what was returned before: only then the platform is told.
        An update that cannot be read is passed over. Raise ChannelError.
        """

    async def accept(self, call: Call) -> WebhookReply:
        """Return what becomes of `call`; its authenticity is checked before anything is read."""

    async def send(self, chat: str, post: Post) -> None:
        """Send one post that keeps to the `abilities`. Raise DeliveryError."""

    async def acknowledge(self, message: Message) -> None:
        """Let the person see that `message` is being worked on; a failure is passed over.

        Called again every few seconds until the answer is there.
        """

    async def close(self) -> None:
        """Let go of connections and locks."""
