"""The channel for Telegram."""

from __future__ import annotations

import hmac
import logging
import re
from collections import deque
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from aiolimiter import AsyncLimiter
from pydantic_core import from_json
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, ChatMigrated, TelegramError

from bot.channels.base import (
    Call,
    ChannelError,
    ChannelKind,
    Message,
    Post,
    WebhookReply,
)
from bot.channels.lock import PollingLock
from bot.channels.telegram.client import connect
from bot.channels.telegram.faults import (
    channel_error,
    delivery_error,
    gibberish,
    refuses_markup,
    refuses_topic,
)
from bot.channels.telegram.markup import dress
from bot.channels.telegram.reading import BadUpdate, Identity, Room, read
from bot.channels.telegram.settings import ABILITIES, NAME
from bot.channels.telegram.updates import READ
from prompts.render import render

PATH = "/webhook/telegram"
"""The path at which Telegram's calls arrive, under whatever address the outside knows."""

_LOG = logging.getLogger(__name__)
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""The secrets that Telegram takes."""
_TYPING = 10.0
"""Most "is typing" a second: they are forgone before answers have to wait for them."""
_HASTE = 5.0
"""Seconds after which an acknowledgement comes too late to be of use."""
_REMEMBERED = 1000


class TelegramChannel:
    """A bot on Telegram, called at `webhook_url` where there is one, else polling."""

    name = NAME
    abilities = ABILITIES

    def __init__(
        self, token: str, api_url: str, locks: Path, webhook_url: str | None, secret: str
    ) -> None:
        """Take the bot's `token`; `locks` is a folder, `secret` what the calls of Telegram bear."""
        self._bot = connect(token, api_url)
        self._lock = PollingLock(locks, self.name, token)
        self._webhook_url, self._secret = webhook_url, secret
        self._opened = False
        self._offset: int | None = None
        self._typing = AsyncLimiter(_TYPING, 1)
        self._answered_presses: deque[str] = deque(maxlen=_REMEMBERED)

    @property
    def webhook(self) -> str | None:
        """Return the path of the webhook, None where the channel polls."""
        return PATH if self._webhook_url else None

    async def open(self) -> str:
        """Connect and prepare; return the bot's public name. Raise ChannelError."""
        if self._webhook_url and not _SECRET.fullmatch(self._secret):
            raise ChannelError(render("telegram/fault", fault="no_secret", said=""), permanent=True)
        if not self._webhook_url:
            self._lock.take()
        try:
            await self._bot.initialize()
            await self._tell_commands()
            await self._choose_way()
        except TelegramError as error:
            await self.close()
            raise channel_error(error) from None
        self._opened = True
        return f"@{self._bot.username}"

    async def poll(self) -> Sequence[Message]:
        """Wait for messages; return them. Raise ChannelError."""
        try:
            updates = await self._bot.raw_updates(self._offset)
        except TelegramError as error:
            raise channel_error(error) from None
        if not isinstance(updates, list):
            raise gibberish()
        return self._heard(updates)

    async def accept(self, call: Call) -> WebhookReply:
        """Return what becomes of `call`."""
        secret = call.headers.get(_SECRET_HEADER, "")
        if not self._secret or not hmac.compare_digest(secret.encode(), self._secret.encode()):
            return WebhookReply(403)
        if not self._opened:
            return WebhookReply(503)  # Telegram calls again
        try:
            update = from_json(call.body)
        except ValueError:
            return WebhookReply(400)
        return WebhookReply(200, tuple(self._read([update])))

    async def send(self, chat: str, post: Post) -> None:
        """Send one post. Raise DeliveryError."""
        room = Room.named(chat)
        try:
            try:
                await self._send_to(room, post)
            except ChatMigrated as moved:
                await self._send_to(replace(room, chat=moved.new_chat_id), post)
        except TelegramError as error:
            raise delivery_error(error) from None

    async def acknowledge(self, message: Message) -> None:
        """Take note of a press, show that an answer is being typed; a failure is passed over."""
        with suppress(TelegramError):
            if message.kind is ChannelKind.PRESS and message.ticket not in self._answered_presses:
                self._answered_presses.append(message.ticket)
                await self._bot.answer_callback_query(message.ticket, read_timeout=_HASTE)
            elif self._typing.has_capacity():
                await self._typing.acquire()
                room = Room.named(message.chat)
                await self._bot.send_chat_action(
                    room.chat, ChatAction.TYPING, message_thread_id=room.topic, read_timeout=_HASTE
                )

    async def close(self) -> None:
        """Let go of connections and the lock."""
        self._opened = False
        try:
            await self._bot.shutdown()
        finally:
            self._lock.release()

    async def _tell_commands(self) -> None:
        """Tell Telegram the commands: a convenience, without which the bot works as well."""
        commands = (line.partition(": ") for line in render("telegram/commands").splitlines())
        try:
            await self._bot.set_my_commands([(name, meaning) for name, _, meaning in commands])
        except TelegramError as error:
            _LOG.warning(render("telegram/no_commands", reason=str(channel_error(error))))

    async def _choose_way(self) -> None:
        """Tell Telegram whether to call or to be asked; what waits there is kept."""
        if self._webhook_url:
            await self._bot.set_webhook(
                self._webhook_url,
                allowed_updates=READ,
                drop_pending_updates=False,
                secret_token=self._secret,
            )
        else:
            await self._bot.delete_webhook(drop_pending_updates=False)

    def _heard(self, updates: list[object]) -> list[Message]:
        """Return the messages among `updates`; the next poll asks for what comes after them."""
        numbers = [
            number
            for update in updates
            if isinstance(update, dict) and isinstance(number := update.get("update_id"), int)
        ]
        if updates and not numbers:
            raise gibberish()
        if numbers:
            self._offset = max(numbers) + 1
        return self._read(updates)

    def _read(self, updates: Iterable[object]) -> list[Message]:
        me = Identity(self._bot.id, self._bot.username)
        messages = []
        for update in updates:
            try:
                message = read(update, self.name, me)
            except BadUpdate as error:
                _LOG.warning(str(error))
            else:
                messages += [message] if message else []
        return messages

    async def _send_to(self, room: Room, post: Post) -> None:
        """Send to `room`; where its topic takes nothing any more, to the chat around it."""
        try:
            await self._send_dressed(room, post)
        except BadRequest as error:
            if room.topic is None or not refuses_topic(error):
                raise
            await self._send_dressed(replace(room, topic=None), post)

    async def _send_dressed(self, room: Room, post: Post) -> None:
        try:
            await self._send(room, dress(post.text), post, ParseMode.HTML)
        except BadRequest as error:
            if not refuses_markup(error):
                raise
            await self._send(room, post.text, post)

    async def _send(
        self, room: Room, text: str, post: Post, parse_mode: ParseMode | None = None
    ) -> None:
        await self._bot.send_message(
            room.chat,
            text,
            parse_mode,
            message_thread_id=room.topic,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=_keyboard(post),
        )


def _keyboard(post: Post) -> InlineKeyboardMarkup | None:
    if not post.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.payload) for button in row]
            for row in post.buttons
        ]
    )
