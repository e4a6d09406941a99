"""What is done where somebody may be in danger: numbers to call, and an officer told at once."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.record import turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome
from prompts.render import render


def help_in_danger(situation: Situation, text: str) -> Outcome:
    """Tell whom to call, and hand `text` to the staff if anybody reads there."""
    contacts = situation.memory.contacts(situation.chat.place)
    told = situation.memory.has_staff()
    turn = turn_of_talk(situation, text)
    outcome = situation.tell(render("answer/danger", contacts=contacts, told_staff=told))
    return replace(outcome, turn=turn, staff_question=turn.id if told else None)
