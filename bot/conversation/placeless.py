"""Answering somebody whose place nobody knows: in short, and by no other place's resolution."""

from __future__ import annotations

from bot.answer.patterns import any_of, folded
from bot.answer.trace import Trace
from bot.answer.values import Answer, Status
from bot.conversation.actions import Row
from bot.conversation.homes import place_rows
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Outcome, Reply, Turn
from prompts.render import render

_ME = "(?:toi|tui|em|e|con|chau|minh|tao|t|ba|bac|co|chu|ong|nha (?:toi|tui|em|e|con|minh|bac))"
_HOME = any_of(
    rf"{_ME}(?: (?:dang|hien|song|tro|gio))? (?:o|ben|tai)",
    rf"(?:thon|ap|xom|buon|ban|xa|phuong|to|khu pho) (?:cua )?{_ME}",
)
"""What stands before a place that is one's own."""


def needs_place(trace: Trace) -> bool:
    """Return True if the answer is one for any place, since neither place nor document is named."""
    reaches = [one.evidence.reach for one in trace.explanations]
    named = any(reach.place or reach.documents for reach in reaches)
    return trace.answer.status in (Status.ANSWERED, Status.NOT_FOUND) and not named


def tells_home(question: str) -> bool:
    """Return True if whoever asks says that the place named in `question` is their own."""
    return _HOME.search(folded(question)) is not None


def for_no_place(
    situation: Situation, answer: Answer, turn: Turn, rows: tuple[Row, ...]
) -> Outcome:
    """Say in short what holds everywhere, and ask where the resident lives.

    Where only places decide it the place is asked for first, once. What was asked is answered once
    it is told.
    """
    known = situation.edition.answerer.known
    told = _of_law(situation, answer, turn)
    cited = [known[one.address.resolution] for one in told.citations[:1]]
    asked_before = situation.chat.expects is Expects.PLACE and situation.chat.about is not None
    ask_first = not asked_before and not any(one.territory.nationwide for one in cited)
    text = render("talk/short_place", answer=told, resolution=cited, ask_first=ask_first)
    below = place_rows(situation) if ask_first else (*rows, *place_rows(situation))
    return Outcome(situation.expecting(Expects.PLACE, turn.id), (Reply(text, below),), turn)


def _of_law(situation: Situation, answer: Answer, turn: Turn) -> Answer:
    """Return what the law of the whole country answers, or else the `answer` that was found."""
    answerer = situation.edition.answerer
    first = answer.citations[:1]
    if any(answerer.known[one.address.resolution].territory.nationwide for one in first):
        return answer
    law = situation.asks_law(turn.reading)
    return law if law.status is Status.ANSWERED and law.short else answer
