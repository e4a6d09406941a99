"""The conversation: a message comes in, replies go out, and what is remembered between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.answer.edition import Edition
from bot.channels.base import Message
from bot.conversation.actions import ActionName
from bot.conversation.limit import QuestionLimit
from bot.conversation.routing.messages import reply_to
from bot.conversation.situation import Situation
from bot.conversation.values import Chat, Memory, Outcome, Reply

_OFFERED_IN_GROUPS = frozenset(
    {ActionName.CITED, ActionName.PROVISION, ActionName.RELATED, ActionName.FORGET, ActionName.KEEP}
)
"""Steps that may be chosen where everybody sees the choices."""


class Conversation:
    """Replies to messages, whatever the channel; for several threads, one message of a chat each.

    `edition` returns the version that answers now, `clock` the time with its zone.
    """

    def __init__(
        self,
        edition: Callable[[], Edition],
        memory: Memory,
        limit: QuestionLimit,
        clock: Callable[[], datetime],
    ) -> None:
        self._edition = edition
        self._memory = memory
        self._limit = limit
        self._clock = clock

    def respond(self, message: Message, chat: Chat) -> Outcome:
        """Return what `message` leads to in the `chat` that it came from."""
        situation = Situation(
            message, chat, self._edition(), self._memory, self._limit, self._clock()
        )
        outcome = reply_to(situation)
        if not message.in_group:
            return outcome
        return replace(outcome, replies=tuple(map(_for_group, outcome.replies)))


def _for_group(reply: Reply) -> Reply:
    """Return `reply` without the choices that are one person's own."""
    rows = (
        tuple(choice for choice in row if choice.action.name in _OFFERED_IN_GROUPS)
        for row in reply.choices
    )
    return replace(reply, choices=tuple(filter(None, rows)))
