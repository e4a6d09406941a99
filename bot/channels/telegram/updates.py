"""The part of Telegram's updates that is read; the rest of them is let be."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt

READ = ("message", "edited_message", "callback_query")
"""The types of updates that Telegram is asked for."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True)


class User(_Part):
    """The writer, who may be a bot, too."""

    id: int
    is_bot: bool = False


class TelegramChat(_Part):
    """The chat in which it was written."""

    id: int
    type: str


class Entity(_Part):
    """A stretch of a text that means something; counted in UTF-16 code units."""

    type: str
    offset: NonNegativeInt
    length: NonNegativeInt
    user: User | None = None


class Sender(_Part):
    """A chat in whose name someone writes."""

    id: int


class RepliedTo(_Part):
    """The message that is replied to."""

    from_: User | None = Field(None, alias="from")


class TelegramMessage(_Part):
    """The message that was written; other fields name what it holds besides words."""

    model_config = ConfigDict(frozen=True, extra="allow")

    chat: TelegramChat
    from_: User | None = Field(None, alias="from")
    sender_chat: Sender | None = None
    text: str = ""
    caption: str = ""
    entities: tuple[Entity, ...] = ()
    caption_entities: tuple[Entity, ...] = ()
    reply_to_message: RepliedTo | None = None
    is_topic_message: bool = False
    message_thread_id: int | None = None
    media_group_id: str = ""

    @property
    def others(self) -> dict[str, Any]:
        """Return the fields that have no name here."""
        return self.model_extra or {}


class Press(_Part):
    """A button that was pressed; without a message it stood nowhere in a chat."""

    id: str
    from_: User | None = Field(None, alias="from")
    message: TelegramMessage | None = None
    data: str | None = None


class Update(_Part):
    """A thing that happened."""

    update_id: int
    message: TelegramMessage | None = None
    edited_message: TelegramMessage | None = None
    callback_query: Press | None = None
