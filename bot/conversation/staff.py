"""Handing a question to the staff."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.record import last_asked, turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome
from knowledge.places import Place


def ask_staff(situation: Situation, turn_id: str) -> Outcome:
    """Hand the question of a turn to the staff, or say whom to turn to if nobody reads there."""
    turn = situation.memory.turn(situation.chat.key, turn_id)
    if turn is None:
        return situation.say("outdated")
    if not situation.memory.has_staff():
        return _whom_to_ask(situation, turn.place)
    return replace(situation.say("staff", question=turn.reading), staff_question=turn.id)


def call_staff(situation: Situation, text: str) -> Outcome:
    """Hand over what was asked last to whoever wants a person, and `text` if nothing was."""
    turn = turn_of_talk(situation, text)
    if not situation.memory.has_staff():
        return replace(_whom_to_ask(situation, None), turn=turn)
    if last := last_asked(situation):
        outcome = situation.say("staff", question=last.reading)
        return replace(outcome, turn=turn, staff_question=last.id)
    return replace(situation.say("staff_called"), turn=turn, staff_question=turn.id)


def _whom_to_ask(situation: Situation, asked_for: Place | None) -> Outcome:
    place = asked_for or situation.chat.place
    contacts = situation.memory.contacts(place)
    return situation.say("no_staff", place=place, contacts=contacts)
