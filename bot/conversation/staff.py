"""Handing a question to the staff."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.situation import Situation
from bot.conversation.values import Outcome


def ask_staff(situation: Situation, turn_id: str) -> Outcome:
    """Hand the question of a turn to the staff, or say that nobody is there to read it."""
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("outdated")
    place = turn.place or situation.chat.place
    if not situation.memory.has_staff():
        contacts = situation.memory.contacts(place)
        return situation.say("no_staff", place=place, contacts=contacts)
    return replace(situation.say("staff", question=turn.reading), staff_question=turn.id)
