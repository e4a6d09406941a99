"""The table of steps that choices and commands ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation.actions import ActionName
from bot.conversation.answering import question
from bot.conversation.browsing import documents, rights
from bot.conversation.browsing.provisions import show_cited, show_provision
from bot.conversation.browsing.related import show_related
from bot.conversation.places import places
from bot.conversation.routing import deletion, start
from bot.conversation.routing.interruption import resend
from bot.conversation.situation import Situation
from bot.conversation.talk import opinion, thread
from bot.conversation.talk.staff import ask_staff
from bot.conversation.values import ChoiceAction, Outcome

_STEPS: Mapping[str, Callable[..., Outcome]] = {
    ActionName.START: start.start,
    ActionName.HELP: start.explain,
    ActionName.ASK_PLACE: places.ask_place,
    ActionName.SET_PLACE: places.set_place,
    ActionName.RIGHTS: rights.show_rights,
    ActionName.RIGHT: rights.show_right,
    ActionName.TOPIC: rights.show_topic,
    ActionName.DOCUMENTS: documents.show_documents,
    ActionName.ARTICLES: documents.show_articles,
    ActionName.CITED: show_cited,
    ActionName.PROVISION: show_provision,
    ActionName.RELATED: show_related,
    ActionName.GOOD: opinion.praise,
    ActionName.BAD: opinion.blame,
    ActionName.REASON: opinion.take_reason,
    ActionName.STAFF: ask_staff,
    ActionName.WRITE_STAFF: thread.write_staff,
    ActionName.STAFF_GOOD: thread.praise,
    ActionName.STAFF_BAD: thread.blame,
    ActionName.ASK_BOT: thread.ask_bot,
    ActionName.AGAIN: question.ask_again,
    ActionName.DELETION: deletion.confirm,
    ActionName.FORGET: deletion.forget,
    ActionName.KEEP: deletion.keep,
    ActionName.RESEND: resend,
}


def take(situation: Situation, action: ChoiceAction) -> Outcome:
    """Return what the step leads to that `action` asks for."""
    return _STEPS[action.name](situation, *action.arguments)
