"""The table of steps that choices and commands ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation.actions import Name
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
from bot.conversation.values import Action, Outcome

_STEPS: Mapping[str, Callable[..., Outcome]] = {
    Name.START: start.start,
    Name.HELP: start.explain,
    Name.ASK_PLACE: places.ask_place,
    Name.SET_PLACE: places.set_place,
    Name.RIGHTS: rights.show_rights,
    Name.RIGHT: rights.show_right,
    Name.TOPIC: rights.show_topic,
    Name.DOCUMENTS: documents.show_documents,
    Name.ARTICLES: documents.show_articles,
    Name.CITED: show_cited,
    Name.PROVISION: show_provision,
    Name.RELATED: show_related,
    Name.GOOD: opinion.praise,
    Name.BAD: opinion.blame,
    Name.REASON: opinion.take_reason,
    Name.STAFF: ask_staff,
    Name.WRITE_STAFF: thread.write_staff,
    Name.STAFF_GOOD: thread.praise,
    Name.STAFF_BAD: thread.blame,
    Name.ASK_BOT: thread.ask_bot,
    Name.AGAIN: question.ask_again,
    Name.DELETION: deletion.confirm,
    Name.FORGET: deletion.forget,
    Name.KEEP: deletion.keep,
    Name.RESEND: resend,
}


def take(situation: Situation, action: Action) -> Outcome:
    """Return what the step leads to that `action` asks for."""
    return _STEPS[action.name](situation, *action.arguments)
