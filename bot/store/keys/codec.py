"""Messages, posts and addresses, sealed as bytes and unsealed again."""

from __future__ import annotations

import json
from dataclasses import asdict

from bot.channels.base import Button, ChannelKind, Message, Post
from bot.store.keys.key import SecretKey


def seal_message(key: SecretKey, message: Message) -> bytes:
    """Return `message` sealed; half a letter in its text is no hindrance."""
    return _seal(key, asdict(message))


def unseal_message(key: SecretKey, sealed: bytes) -> Message:
    """Return the message that was sealed; raise WrongKey."""
    facts = json.loads(key.unseal(sealed))
    return Message(**{**facts, "kind": ChannelKind(facts["kind"])})


def seal_post(key: SecretKey, chat: str, post: Post) -> bytes:
    """Return a post and the chat it goes to, sealed."""
    return _seal(key, {"chat": chat, **asdict(post)})


def unseal_post(key: SecretKey, sealed: bytes) -> tuple[str, Post]:
    """Return the chat and the post that were sealed; raise WrongKey."""
    facts = json.loads(key.unseal(sealed))
    buttons = tuple(tuple(Button(**button) for button in row) for row in facts["buttons"])
    return facts["chat"], Post(facts["text"], buttons)


def seal_address(key: SecretKey, channel: str, chat: str) -> bytes:
    """Return where a chat is, sealed."""
    return _seal(key, {"channel": channel, "chat": chat})


def unseal_address(key: SecretKey, sealed: bytes) -> tuple[str, str]:
    """Return the channel and the chat that were sealed; raise WrongKey."""
    facts = json.loads(key.unseal(sealed))
    return facts["channel"], facts["chat"]


def _seal(key: SecretKey, facts: object) -> bytes:
    return key.seal(json.dumps(facts).encode("ascii"))
