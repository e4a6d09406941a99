"""The faults of Telegram, told without the token, chats or words of anybody."""

from __future__ import annotations

import re
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.base import ChannelError, DeliveryError
from bot.channels.silence import SILENCE
from prompts.render import render

_HARMLESS = re.compile(r"[A-Za-z_.,:' -]{1,100}")
"""Words that hold no number, address or quotation: hence no token, no chat, nothing private."""
_FAULTS = (
    ((InvalidToken,), "token"),
    ((Conflict,), "conflict"),
    ((RetryAfter,), "flood"),
    ((BadRequest, Forbidden, ChatMigrated), "refused"),
    ((NetworkError,), "unreachable"),
)
"""Kinds of errors, the narrower first: a BadRequest is a NetworkError, too."""


def channel_error(error: TelegramError) -> ChannelError:
    """Return `error` as that of a channel that cannot listen."""
    permanent = isinstance(error, InvalidToken)
    return ChannelError(_told(error), permanent=permanent, retry_after=_wait(error))


def delivery_error(error: TelegramError) -> DeliveryError:
    """Return `error` as that of a post that did not arrive, as far as is known.

    A token that is refused is mended by an admin: until then the post waits.
    """
    return DeliveryError(
        _told(error),
        permanent=isinstance(error, (BadRequest, Forbidden, ChatMigrated)),
        uncertain=isinstance(error.__cause__, SILENCE),
        retry_after=_wait(error),
    )


def refuses_markup(error: BadRequest) -> bool:
    """Return True if the same text without HTML may be taken."""
    return "entit" in error.message.lower()


def refuses_topic(error: BadRequest) -> bool:
    """Return True if the chat may take what its topic does not, which is gone or closed.

    Telegram says "message thread not found", TOPIC_CLOSED or TOPIC_DELETED.
    """
    said = error.message.lower()
    return "thread" in said or "topic" in said


def gibberish() -> ChannelError:
    """Return the error for an answer that makes no sense."""
    return ChannelError(render("telegram/fault", fault="gibberish", said=""))


def _told(error: TelegramError) -> str:
    fault = next((name for kinds, name in _FAULTS if isinstance(error, kinds)), "gibberish")
    kind = type(error).__name__
    is_harmless = _HARMLESS.fullmatch(error.message) and fault in {"refused", "unreachable"}
    said = f"{kind}: {error.message}" if is_harmless else kind
    return render("telegram/fault", fault=fault, said=said)


def _wait(error: TelegramError) -> float | None:
    """Return for how many seconds Telegram wants to be left alone, None if it does not say."""
    if not isinstance(error, RetryAfter):
        return None
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
