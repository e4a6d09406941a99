"""Answering somebody whose place nobody knows: in short, and by no other place's resolution."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from bot.answer.deciding.trace import Trace
from bot.conversation.actions import Row
from bot.conversation.answering.homes import place_rows
from bot.conversation.answering.law import LawAnswer, told_by_law
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Outcome, Reply, Turn
from knowledge.language.patterns import any_of, folded
from knowledge.language.persons import SPEAKER
from prompts.render import render

_HOME = any_of(
    rf"{SPEAKER}(?: (?:dang|hien|song|tro|gio))? (?:o|ben|tai)",
    rf"(?:thon|ap|xom|buon|ban|xa|phuong|to|khu pho) (?:cua )?{SPEAKER}",
)
"""What stands before a place that is one's own."""


class PlaceQuestion(StrEnum):
    """How the place is asked for beside an answer."""

    FIRST = "first"
    """Before anything is answered: only places decide it."""
    TOO = "too"
    """After what holds everywhere."""
    NOT_AGAIN = "not_again"
    NEVER = "never"
    """The resident does not want to tell it."""


def tells_home(question: str) -> bool:
    """Return True if whoever asks says that the place named in `question` is their own."""
    return _HOME.search(folded(question)) is not None


def for_no_place(situation: Situation, trace: Trace, turn: Turn, rows: tuple[Row, ...]) -> Outcome:
    """Say in short what holds everywhere, and ask where the resident lives, once.

    Where only places decide it the place is asked for first. What was asked is answered once it is
    told.
    """
    told = told_by_law(situation, turn.reading, trace)
    asking = _asking(situation, told, trace)
    text = render(
        "talk/short_place",
        told=told,
        asking=asking.value,
        about=turn.reading if trace.settled else "",
        english=situation.english,
    )
    if asking is PlaceQuestion.NEVER:
        return replace(situation.tell(text, *rows), turn=turn)
    below = (
        place_rows(situation) if asking is PlaceQuestion.FIRST else (*rows, *place_rows(situation))
    )
    return Outcome(situation.expecting(Expects.PLACE, turn.id), (Reply(text, below),), turn)


def _asking(situation: Situation, told: tuple[LawAnswer, ...], trace: Trace) -> PlaceQuestion:
    chat = situation.chat
    if chat.declined:
        return PlaceQuestion.NEVER
    if trace.settled or (chat.expects is Expects.PLACE and chat.about is not None):
        return PlaceQuestion.NOT_AGAIN
    return PlaceQuestion.TOO if any(one.of_law for one in told) else PlaceQuestion.FIRST
