"""Deleting what is kept of a chat."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.actions import ActionName, offer
from bot.conversation.situation import Situation
from bot.conversation.values import Chat, Outcome


def confirm(situation: Situation) -> Outcome:
    """Say what would be deleted, and ask whether it shall be."""
    return situation.say("deletion", (offer(ActionName.FORGET), offer(ActionName.KEEP)))


def forget(situation: Situation) -> Outcome:
    """Delete everything that is kept of the chat."""
    chat = Chat(situation.chat.key, situation.chat.channel)
    return replace(situation.say("forgotten"), chat=chat, forget=True)


def keep(situation: Situation) -> Outcome:
    """Leave everything as it is."""
    return situation.say("kept", (offer(ActionName.RIGHTS), offer(ActionName.HELP)))
