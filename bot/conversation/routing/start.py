"""The first words, help, and what is said to what is no question."""

from __future__ import annotations

from bot.channels.base import ChannelKind
from bot.conversation.actions import ActionName, offer
from bot.conversation.answering.homes import place_rows
from bot.conversation.browsing.rights import right_row
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Outcome, Reply
from prompts.render import render


def start(situation: Situation) -> Outcome:
    """Greet; ask for the place, or offer to change the one that is known."""
    if situation.chat.place:
        rows = (right_row(), (offer(ActionName.ASK_PLACE),))
        return situation.say("welcome_back", *rows, place=situation.chat.place)
    greeting = Reply(render("chat/start"), (*place_rows(situation), right_row()))
    return Outcome(situation.expecting(Expects.PLACE), (greeting,))


def explain(situation: Situation) -> Outcome:
    """Say what can be asked and done here."""
    rows = (
        (offer(ActionName.RIGHTS), offer(ActionName.DOCUMENTS)),
        (offer(ActionName.ASK_PLACE), offer(ActionName.DELETION)),
    )
    return situation.say("help", *rows, place=situation.chat.place)


def wordless(situation: Situation, kind: ChannelKind) -> Outcome:
    """Say that a message without words of the `kind` cannot be read."""
    return Outcome(situation.chat, (Reply(render("chat/wordless", kind=kind.value)),))
