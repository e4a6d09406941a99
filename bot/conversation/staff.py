"""Handing a question to the staff."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.actions import Name, offer
from bot.conversation.situation import Situation
from bot.conversation.thread import more_words
from bot.conversation.values import Expects, Outcome


def ask_staff(situation: Situation, turn_id: str) -> Outcome:
    """Hand the question of a turn to the staff, or say that nobody is there to read it.

    Of somebody who was asked for words, the next ones go to the staff, too.
    """
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("outdated")
    place = turn.place or situation.chat.place
    if not situation.memory.has_staff():
        return situation.say("no_staff", place=place)
    asked = situation.in_thread or situation.chat.expects is Expects.COMMENT
    choice = offer(Name.ASK_BOT) if asked else more_words(turn.id)
    outcome = situation.say("staff", (choice,), question=turn.reading, asked=asked)
    chat = situation.expecting_words(turn.id) if asked else outcome.chat
    return replace(outcome, chat=chat, staff_question=turn.id)
