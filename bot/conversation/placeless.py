"""Answering somebody whose place nobody knows: in short, and by no other place's resolution."""

from __future__ import annotations

from bot.answer.trace import Trace
from bot.answer.values import Answer, Status
from bot.conversation.actions import Row
from bot.conversation.homes import place_rows
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Outcome, Reply, Turn
from prompts.render import render


def needs_place(trace: Trace) -> bool:
    """Return True if the answer is one for any place, since neither place nor document is named."""
    reaches = [one.evidence.reach for one in trace.explanations]
    named = any(reach.place or reach.documents for reach in reaches)
    return trace.answer.status in (Status.ANSWERED, Status.NOT_FOUND) and not named


def for_no_place(
    situation: Situation, answer: Answer, turn: Turn, rows: tuple[Row, ...]
) -> Outcome:
    """Ask first where the resident lives if places decide it; else, or asked before, say it short.

    What was asked is answered once the place is told.
    """
    known = situation.edition.answerer.known
    cited = [known[one.address.resolution] for one in answer.citations]
    asked_before = situation.chat.expects is Expects.PLACE and situation.chat.about is not None
    ask_first = not asked_before and not any(one.territory.nationwide for one in cited[:1])
    text = render("talk/short_place", answer=answer, resolution=cited[:1], ask_first=ask_first)
    below = place_rows(situation) if ask_first else (*rows, *place_rows(situation))
    return Outcome(situation.expecting(Expects.PLACE, turn.id), (Reply(text, below),), turn)
