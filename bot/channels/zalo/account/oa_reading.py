"""Events of an Official Account to messages."""

from __future__ import annotations

import re

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.channels.base import ChannelKind, Message
from bot.channels.zalo.account.settings import NAME

_KINDS = {
    "user_send_text": ChannelKind.TEXT,
    "user_send_link": ChannelKind.TEXT,
    "user_send_image": ChannelKind.PICTURE,
    "user_send_gif": ChannelKind.PICTURE,
    "user_send_audio": ChannelKind.VOICE,
    "user_send_video": ChannelKind.VIDEO,
    "user_send_sticker": ChannelKind.STICKER,
    "user_send_location": ChannelKind.LOCATION,
    "user_send_business_card": ChannelKind.CONTACT,
    "user_send_file": ChannelKind.FILE,
}
_GROUP = "user_send_group"
"""The prefix of events of groups, which an account answers by other means than a person."""
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{12}:\d{1,3}")
"""The payload of a `Button`: a press comes as a text that says nothing else."""


class _Person(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: str = Field(min_length=1)


class _Content(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    text: str | None = None
    msg_id: str | None = None


class _Event(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    event_name: str
    timestamp: str = ""
    sender: _Person | None = None
    follower: _Person | None = None
    message: _Content = _Content()


def read(body: object) -> Message | None:
    """Return the message in `body`, as JSON has it; None if there is nobody to be answered.

    Raises:
        ValueError: this is no event at all.
    """
    try:
        event = _Event.model_validate(body)
    except ValidationError:
        # What pydantic says quotes what the person sent.
        raise ValueError from None
    if event.event_name == "follow" and event.follower:
        follower = event.follower.id
        identity = f"follow:{follower}:{event.timestamp}"
        return Message(NAME, follower, identity, ChannelKind.FOLLOW, sender=follower)
    if not event.event_name.startswith("user_send_") or event.event_name.startswith(_GROUP):
        return None
    return _sent(event, event.sender.id) if event.sender else None


def _sent(event: _Event, sender: str) -> Message:
    text = event.message.text or ""
    identity = event.message.msg_id or f"{sender}:{event.timestamp}"
    kind = _kind(event.event_name, text)
    return Message(NAME, sender, identity, kind, text.strip(), sender=sender)


def _kind(event_name: str, text: str) -> ChannelKind:
    kind = _KINDS.get(event_name, ChannelKind.OTHER)
    if kind is not ChannelKind.TEXT:
        return kind
    if _PAYLOAD.fullmatch(text.strip()):
        return ChannelKind.PRESS
    return ChannelKind.TEXT if text.strip() else ChannelKind.OTHER
