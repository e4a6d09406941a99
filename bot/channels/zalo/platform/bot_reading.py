"""Updates of the Bot Platform to messages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.channels.base import ChannelKind, Message
from bot.channels.zalo.platform.settings import NAME

_KINDS = {
    "message.text.received": ChannelKind.TEXT,
    "message.image.received": ChannelKind.PICTURE,
    "message.sticker.received": ChannelKind.STICKER,
    "message.voice.received": ChannelKind.VOICE,
    "message.unsupported.received": ChannelKind.OTHER,
}


class _Sender(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: str | None = None
    is_bot: bool = False


class _Chat(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: str = Field(min_length=1)
    chat_type: str = "PRIVATE"


class _Message(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True, populate_by_name=True)

    sender: _Sender = Field(_Sender(), alias="from")
    chat: _Chat
    id: str = Field(alias="message_id", min_length=1)
    text: str | None = None
    caption: str | None = None


class _Update(BaseModel):
    event_name: str
    message: _Message | None = None


def read(body: Mapping[str, Any], bot: str) -> Message | None:
    """Return the message in `body`, bare or in its envelope; None if it is not for the bot.

    In a group only what names `bot` is for it. Raise ValueError for what is no update at all.
    """
    update = _parse(body)
    sent = update.message
    if sent is None or sent.sender.is_bot or not update.event_name.startswith("message."):
        return None
    text = sent.text or sent.caption or ""
    in_group = sent.chat.chat_type.upper() != "PRIVATE"
    if in_group:
        named = _without_name(text, bot)
        if named is None:
            return None
        text = named
    kind = _KINDS.get(update.event_name, ChannelKind.OTHER)
    if kind is ChannelKind.TEXT and not text.strip():
        kind = ChannelKind.OTHER
    message_id = f"{sent.chat.id}:{sent.id}"
    sender = sent.sender.id or ""
    return Message(NAME, sent.chat.id, message_id, kind, text, in_group=in_group, sender=sender)


def _parse(body: Mapping[str, Any]) -> _Update:
    try:
        return _Update.model_validate(body.get("result", body))
    except ValidationError:
        # What pydantic says quotes what the person sent.
        raise ValueError from None


def _without_name(text: str, bot: str) -> str | None:
    """Return `text` without the mention of `bot`, None if it does not stand there."""
    mention = rf"[^\S\n]*@{re.escape(bot)}(?!\w)[,:]?"
    rest, count = re.subn(mention, "", text, flags=re.IGNORECASE)
    return rest.strip() if bot and count else None
