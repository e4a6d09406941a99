"""Handing a question to the staff."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.actions import ActionName, offer
from bot.conversation.answering.record import last_asked, turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.talk.contacts import tell_contacts
from bot.conversation.talk.thread import more_words
from bot.conversation.values import Expects, Outcome, Turn


def ask_staff(situation: Situation, turn_id: str) -> Outcome:
    """Hand the question of a turn to the staff, or say whom to turn to if nobody reads there.

    Of somebody who was asked for words, the next ones go to the staff, too.
    """
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("outdated")
    if not situation.memory.has_staff():
        return tell_contacts(situation, turn.place)
    asked = situation.in_thread or situation.chat.expects is Expects.COMMENT
    return _handed_over(situation, turn, asked=asked)


def call_staff(situation: Situation, text: str) -> Outcome:
    """Hand over what was asked last to whoever wants a person, and `text` if nothing was."""
    turn = turn_of_talk(situation, text)
    if not situation.memory.has_staff():
        return replace(tell_contacts(situation, None), turn=turn)
    if last := last_asked(situation):
        return replace(_handed_over(situation, last, asked=False), turn=turn)
    outcome = situation.say("staff_called", (offer(ActionName.ASK_BOT),))
    chat = situation.expecting_words(turn.id)
    return replace(outcome, chat=chat, turn=turn, staff_question=turn.id)


def _handed_over(situation: Situation, turn: Turn, *, asked: bool) -> Outcome:
    """Return the outcome that hands `turn` over; `asked` tells that more words are waited for."""
    choice = offer(ActionName.ASK_BOT) if asked else more_words(turn.id)
    outcome = situation.say("staff", (choice,), question=turn.reading, asked=asked)
    chat = situation.expecting_words(turn.id) if asked else outcome.chat
    return replace(outcome, chat=chat, staff_question=turn.id)
