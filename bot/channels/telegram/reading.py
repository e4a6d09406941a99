"""Updates of Telegram to messages, and the rooms that they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pydantic import ValidationError

from bot.channels import base
from bot.channels.base import ChannelKind
from bot.channels.telegram.updates import READ, Entity, Press, TelegramMessage, Update, User
from knowledge.errors import DanBietError
from prompts.render import render


@dataclass(frozen=True, slots=True)
class Room:
    """A room for messages and answers: a chat, and in a forum one of its topics."""

    chat: int
    topic: int | None = None

    @classmethod
    def named(cls, name: str) -> Room:
        """Return the room with this name."""
        chat, _, topic = name.partition("/")
        return cls(int(chat), int(topic) if topic else None)

    @property
    def name(self) -> str:
        """Return the name by which `named` finds the room: "-10042/7"."""
        return f"{self.chat}" if self.topic is None else f"{self.chat}/{self.topic}"


_CONTENT = {
    "sticker": ChannelKind.STICKER,
    "photo": ChannelKind.PICTURE,
    "voice": ChannelKind.VOICE,
    "audio": ChannelKind.VOICE,
    "video_note": ChannelKind.VOICE,
    "video": ChannelKind.VIDEO,
    "animation": ChannelKind.VIDEO,
    "document": ChannelKind.FILE,
    "location": ChannelKind.LOCATION,
    "contact": ChannelKind.CONTACT,
    "poll": ChannelKind.OTHER,
    "dice": ChannelKind.OTHER,
    "game": ChannelKind.OTHER,
    "story": ChannelKind.OTHER,
    "checklist": ChannelKind.OTHER,
    "invoice": ChannelKind.OTHER,
    "paid_media": ChannelKind.OTHER,
}
"""The kind that a field holds, the telling field first: an animation is a document as well."""

_GROUPS = frozenset({"group", "supergroup"})
_FORWARDED = frozenset({"forward_origin", "forward_date"})
_COMMAND = re.compile(r"/([A-Za-z]\w*)(?:@(\w+))?(?=\s|$)")
_AROUND_NAME = " \t\n,:;-–"
"""The signs left at the ends of a text when the name of the bot is cut out of it."""


class BadUpdate(DanBietError):
    """An update that cannot be read; the message tells its number and type, nothing it says."""

    def __init__(self, raw: object) -> None:
        """Take the update as it came."""
        fields = raw if isinstance(raw, dict) else {}
        number = fields.get("update_id")
        self.number = number if isinstance(number, int) else None
        kinds = [name for name in READ if name in fields]
        super().__init__(render("telegram/bad_update", number=self.number, kinds=kinds))


@dataclass(frozen=True, slots=True)
class Identity:
    """The bot as Telegram knows it."""

    id: int
    username: str

    def is_named(self, name: str) -> bool:
        """Return True if `name`, with or without "@", is the bot's, in whatever case."""
        return name.removeprefix("@").casefold() == self.username.casefold()


def read(raw: object, channel: str, me: Identity) -> base.Message | None:
    """Return what a person sent with the update `raw`, None if that is nothing for the bot.

    Raises:
        BadUpdate: it has not the form that Telegram's updates have.
    """
    try:
        update = Update.model_validate(raw)
    except ValidationError:
        raise BadUpdate(raw) from None  # what pydantic says quotes the update
    if update.callback_query:
        return _press(update.callback_query, channel)
    written = update.message or update.edited_message
    if written is None or not _from_person(written):
        return None
    return _message(update, written, channel, me)


def _press(press: Press, channel: str) -> base.Message | None:
    if press.message is None or press.data is None:
        return None
    return base.Message(
        channel,
        _room(press.message),
        f"cb:{press.id}",
        ChannelKind.PRESS,
        press.data,
        in_group=press.message.chat.type in _GROUPS,
        ticket=press.id,
        sender=_name(press.from_),
    )


def _message(
    update: Update, written: TelegramMessage, channel: str, me: Identity
) -> base.Message | None:
    in_group = written.chat.type in _GROUPS
    kind = _kind(written)
    words = _words(written, me)
    edited = update.edited_message is not None
    is_album = written.media_group_id and not written.caption
    if kind is None or (in_group and not words.addressed) or (edited and not words.text):
        return None  # an edit without words is a location on the move
    if kind is ChannelKind.TEXT and not words.text:
        kind = ChannelKind.FOLLOW  # the bot was named, and no more
    return base.Message(
        channel,
        _room(written),
        # Pictures sent at once, without a word, count as one message.
        f"album:{written.media_group_id}" if is_album else f"u:{update.update_id}",
        kind,
        words.text,
        in_group=in_group,
        edited=edited,
        forwarded=not _FORWARDED.isdisjoint(written.others),
        sender=_name(written.from_),
    )


def _name(person: User | None) -> str:
    return f"{person.id}" if person else ""


def _room(written: TelegramMessage) -> str:
    return Room(
        written.chat.id, written.message_thread_id if written.is_topic_message else None
    ).name


def _kind(written: TelegramMessage) -> ChannelKind | None:
    """Return what was sent, None for what Telegram itself tells: that someone joined, and such."""
    if written.text:
        return ChannelKind.TEXT
    return next((kind for field, kind in _CONTENT.items() if field in written.others), None)


def _from_person(written: TelegramMessage) -> bool:
    """Return True if a person wrote this to a chat, and not by the hand of another bot."""
    writer, chat = written.from_, written.chat
    if writer is None or not (chat.type == "private" or chat.type in _GROUPS):
        return False
    if not {"via_bot", "is_automatic_forward"}.isdisjoint(written.others):
        return False
    hidden_admin = written.sender_chat is not None and written.sender_chat.id == chat.id
    return hidden_admin or not writer.is_bot


@dataclass(frozen=True, slots=True)
class _Words:
    """A text without the bot's name, and whether it is addressed to the bot."""

    text: str
    addressed: bool


def _words(written: TelegramMessage, me: Identity) -> _Words:
    whole = written.text or written.caption
    units = whole.encode("utf-16-le")
    entities = written.entities if written.text else written.caption_entities
    names = [entity for entity in entities if _is_name(units, entity, me)]
    text = _without(whole, names)
    command = _COMMAND.match(text)
    if command is None:
        replied = written.reply_to_message
        writer = replied.from_ if replied else None
        return _Words(text, bool(names) or (writer is not None and writer.id == me.id))
    bare = f"/{command[1]}{text[command.end() :]}"
    return _Words(bare, command[2] is None or me.is_named(command[2]))


def _is_name(units: bytes, entity: Entity, me: Identity) -> bool:
    if entity.type == "text_mention":
        return entity.user is not None and entity.user.id == me.id
    span = units[2 * entity.offset : 2 * (entity.offset + entity.length)]
    return entity.type == "mention" and me.is_named(span.decode("utf-16-le", "ignore"))


def _without(text: str, names: list[Entity]) -> str:
    if not names:
        return text
    units = text.encode("utf-16-le")
    for name in sorted(names, key=lambda name: name.offset, reverse=True):
        units = units[: 2 * name.offset] + units[2 * (name.offset + name.length) :]
    rest = units.decode("utf-16-le", "ignore").strip(_AROUND_NAME)
    return re.sub(r"  +", " ", rest)
