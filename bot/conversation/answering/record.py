"""What is remembered of a message that is about the talk itself, and the last answer before it."""

from __future__ import annotations

from bot.answer.values import Status
from bot.conversation.situation import Situation
from bot.conversation.values import Turn, new_id


def turn_of_talk(situation: Situation, text: str) -> Turn:
    """Return the turn of a message that asked for no provision."""
    return Turn(
        id=new_id(),
        asked_at=situation.now,
        question=text,
        reading=text,
        status=Status.SMALL_TALK,
        place=situation.chat.place,
        index_version=situation.edition.version,
    )


def last_asked(situation: Situation) -> Turn | None:
    """Return the last turn in which something was asked, whatever was said of it since."""
    turns = reversed(situation.chat.turns)
    return next((one for one in turns if one.status is not Status.SMALL_TALK), None)
