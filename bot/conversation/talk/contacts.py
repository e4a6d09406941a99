"""Whom a resident turns to where nobody of the staff reads what is asked here."""

from __future__ import annotations

from bot.conversation.situation import Situation
from bot.conversation.values import Outcome
from knowledge.gazetteer.places import Place


def tell_contacts(situation: Situation, asked_for: Place | None) -> Outcome:
    """Tell the contacts of the place that was asked for, or of the resident's own."""
    place = asked_for or situation.chat.place
    contacts = situation.memory.contacts(place)
    return situation.say("no_staff", place=place, contacts=contacts)
