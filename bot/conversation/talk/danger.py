"""What is done where somebody may be in danger: numbers to call, and an officer told at once."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.acts import Act, hear
from bot.answer.understand.sentences import asks
from bot.conversation.answering.record import turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Outcome
from knowledge.language.text import syllables
from prompts.render import render

_OVER = (Act.THANKS, Act.FAREWELL, Act.ACKNOWLEDGE)
"""What is said once the worst is over."""
_SHORT = 6
"""Syllables up to which whoever told of danger still speaks of that."""


def help_in_danger(situation: Situation, text: str) -> Outcome:
    """Tell whom to call, and hand `text` to the staff if anybody reads there."""
    return _helped(situation, text, "danger")


def stay_with(situation: Situation, text: str) -> Outcome | None:
    """Go on with somebody who told of danger lately; None once they ask about something else."""
    chat = situation.chat
    told = chat.expects is Expects.SAFETY and any(turn.id == chat.about for turn in chat.turns)
    if not told or _asks_anew(situation, text):
        return None
    over = hear(text).act in _OVER
    return _helped(situation, text, "danger_over" if over else "danger_still")


def _helped(situation: Situation, text: str, template: str) -> Outcome:
    place = situation.chat.place
    contacts = situation.memory.contacts(place)
    told = situation.memory.has_staff()
    turn = turn_of_talk(situation, text)
    said = render(f"answer/{template}", contacts=contacts, place=place, told_staff=told)
    outcome = situation.tell(said)
    handed = replace(outcome, turn=turn, staff_question=turn.id if told else None)
    if situation.message.in_group:
        return handed
    first = situation.chat.expects is Expects.SAFETY and situation.chat.about
    return replace(handed, chat=situation.expecting(Expects.SAFETY, first or turn.id))


def _asks_anew(situation: Situation, text: str) -> bool:
    """Return True if `text` is a question about the life of the commune, of some length."""
    reading = situation.edition.answerer.read(text)
    return reading.civic and asks(text) and len(syllables(text)) > _SHORT
