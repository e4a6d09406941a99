"""The table of steps that choices and commands ask for, and the steps that are small."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.channels.base import ChannelKind
from bot.conversation.actions import ActionName, offer
from bot.conversation.answering.placeless import place_rows
from bot.conversation.answering.question import ask_again
from bot.conversation.browsing.overviews import (
    right_row,
    show_articles,
    show_documents,
    show_right,
    show_rights,
    show_topic,
)
from bot.conversation.browsing.provisions import show_cited, show_provision, show_related
from bot.conversation.places.places import ask_place, set_place
from bot.conversation.situation import Situation
from bot.conversation.talk import about_answer, thread
from bot.conversation.values import Chat, ChoiceAction, Expects, Outcome, Reply
from prompts.render import render


def start(situation: Situation) -> Outcome:
    """Greet; ask for the place, or offer to change the one that is known."""
    if situation.chat.place:
        rows = (right_row(), (offer(ActionName.ASK_PLACE),))
        return situation.say("steps/welcome_back", *rows, place=situation.chat.place)
    greeting = Reply(render("chat/steps/start"), (*place_rows(situation), right_row()))
    return Outcome(situation.expecting(Expects.PLACE), (greeting,))


def explain(situation: Situation) -> Outcome:
    """Say what can be asked and done here."""
    rows = (
        (offer(ActionName.RIGHTS), offer(ActionName.DOCUMENTS)),
        (offer(ActionName.ASK_PLACE), offer(ActionName.DELETION)),
    )
    return situation.say("steps/help", *rows, place=situation.chat.place)


def wordless(situation: Situation, kind: ChannelKind) -> Outcome:
    """Say that a message without words of the `kind` cannot be read."""
    return Outcome(situation.chat, (Reply(render("chat/steps/wordless", kind=kind.value)),))


def ask_deletion(situation: Situation) -> Outcome:
    """Say what would be deleted, and ask whether it shall be."""
    return situation.say("steps/deletion", (offer(ActionName.FORGET), offer(ActionName.KEEP)))


def forget(situation: Situation) -> Outcome:
    """Delete everything that is kept of the chat."""
    chat = Chat(situation.chat.key, situation.chat.channel)
    return replace(situation.say("steps/forgotten"), chat=chat, forget=True)


def keep(situation: Situation) -> Outcome:
    """Leave everything as it is."""
    return situation.say("steps/kept", (offer(ActionName.RIGHTS), offer(ActionName.HELP)))


def interrupted(delivery_id: str) -> Reply:
    """Return what is said instead of a delivery that was under way when the process ended."""
    return Reply(render("chat/steps/interrupted"), ((offer(ActionName.RESEND, delivery_id),),))


def resend(situation: Situation, delivery_id: str) -> Outcome:
    """Send the delivery again; it says everything itself."""
    return replace(Outcome(situation.chat), resend=delivery_id)


_STEPS: Mapping[str, Callable[..., Outcome]] = {
    ActionName.START: start,
    ActionName.HELP: explain,
    ActionName.ASK_PLACE: ask_place,
    ActionName.SET_PLACE: set_place,
    ActionName.RIGHTS: show_rights,
    ActionName.RIGHT: show_right,
    ActionName.TOPIC: show_topic,
    ActionName.DOCUMENTS: show_documents,
    ActionName.ARTICLES: show_articles,
    ActionName.CITED: show_cited,
    ActionName.PROVISION: show_provision,
    ActionName.RELATED: show_related,
    ActionName.GOOD: about_answer.praise,
    ActionName.BAD: about_answer.blame,
    ActionName.REASON: about_answer.take_reason,
    ActionName.STAFF: thread.ask_staff,
    ActionName.WRITE_STAFF: thread.write_staff,
    ActionName.STAFF_GOOD: thread.praise,
    ActionName.STAFF_BAD: thread.blame,
    ActionName.ASK_BOT: thread.ask_bot,
    ActionName.AGAIN: ask_again,
    ActionName.DELETION: ask_deletion,
    ActionName.FORGET: forget,
    ActionName.KEEP: keep,
    ActionName.RESEND: resend,
}


def take(situation: Situation, action: ChoiceAction) -> Outcome:
    """Return what the step leads to that `action` asks for."""
    return _STEPS[action.name](situation, *action.arguments)
