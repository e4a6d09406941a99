"""Answering somebody whose place nobody knows: by the law of the whole country, and in short."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import TypeAdapter

from bot.answer.deciding.decision import Reason
from bot.answer.deciding.trace import Trace
from bot.answer.values import Answer, Question, Status
from bot.conversation.actions import ActionName, Row, offer
from bot.conversation.situation import Situation
from bot.conversation.values import Choice, Expects, Outcome, Reply, Turn
from knowledge.gazetteer.places import Place
from knowledge.language.patterns import any_of, folded
from knowledge.language.persons import SPEAKER
from knowledge.law.resolution import Resolution
from knowledge.law.territory import applies_to
from prompts.render import render


@dataclass(frozen=True, slots=True)
class LawAnswer:
    """An answer and the document that it cites first, if it cites any."""

    answer: Answer
    document: Resolution | None

    @property
    def of_law(self) -> bool:
        """Return True if the law of the whole country answers."""
        return self.document is not None and self.document.territory.nationwide


def needs_place(trace: Trace) -> bool:
    """Return True if the answer is one for any place, since neither place nor document is named.

    The words of an office are for everyone.
    """
    if all(part.decision.reason is Reason.OFFICE for part in trace.explanations):
        return False
    reaches = [part.evidence.reach for part in trace.explanations]
    named = any(reach.place or reach.documents for reach in reaches)
    return trace.answer.status in (Status.ANSWERED, Status.NOT_FOUND) and not named


def told_in(situation: Situation, answer: Answer) -> LawAnswer:
    """Return `answer` with what it cites first."""
    known = situation.edition.answerer.known
    cited = [known[citation.address.resolution] for citation in answer.citations[:1]]
    return LawAnswer(answer, cited[0] if cited else None)


def told_by_law(situation: Situation, question: str, trace: Trace) -> tuple[LawAnswer, ...]:
    """Return what the law answers to each part of `question`, or else what the `trace` found."""
    answers = [told_in(situation, part.answer) for part in trace.explanations]
    asks = any(part.decision.reason is Reason.OFFICE_PLACE for part in trace.explanations)
    if trace.settled or asks or all(answer.of_law for answer in answers):
        return tuple(answers)
    law = [told_in(situation, part.answer) for part in situation.asks_law(question).explanations]
    if len(law) != len(answers):
        return tuple(answers)
    return tuple(
        ours if not answer.of_law and ours.of_law and ours.answer.short else answer
        for answer, ours in zip(answers, law, strict=True)
    )


def answered_again(situation: Situation, question: str, place: Place | None) -> Trace:
    """Return the answer to `question`, asked before, as it is now; for no place by the law.

    An answer of several places is nobody's, unless the law has none.
    """
    request = Question(question, situation.today, place, again=True)
    trace = situation.edition.answerer.trace(request)
    if place is not None or not needs_place(trace):
        return trace
    law = situation.asks_law(question)
    return law if law.answer.status is Status.ANSWERED else trace


MOST_OFFERED = 8
_PLACE = TypeAdapter(Place)


def place_rows(situation: Situation) -> tuple[Row, ...]:
    """Return choices of the places that have resolutions in force, two a row."""
    places = [
        _place_of(resolution, situation) for resolution in situation.scope_of(None).resolutions
    ]
    offered = [place_choice(place) for place in dict.fromkeys(filter(None, places))][:MOST_OFFERED]
    return tuple(tuple(offered[start : start + 2]) for start in range(0, len(offered), 2))


def place_choice(place: Place) -> Choice:
    """Return the choice to live in `place`."""
    return offer(ActionName.SET_PLACE, written_home(place), label=render("chat/place", place=place))


def written_home(place: Place) -> str:
    """Return `place` as a choice remembers it."""
    return _PLACE.dump_json(place).decode()


def read_home(text: str) -> Place:
    """Return the place that a choice remembers as `text`."""
    return _PLACE.validate_json(text)


def _place_of(resolution: Resolution, situation: Situation) -> Place | None:
    """Return the place whose people `resolution` binds."""
    unit = resolution.territory
    name = ", ".join(filter(None, (unit.commune, unit.province)))
    places = situation.edition.answerer.gazetteer.parse(name)
    return next((place for place in places if applies_to(resolution, place)), None)


_HOME = any_of(
    rf"{SPEAKER}(?: (?:dang|hien|song|tro|gio))? (?:o|ben|tai)",
    rf"(?:thon|ap|xom|buon|ban|xa|phuong|to|khu pho) (?:cua )?{SPEAKER}",
)
"""The words before a place that is one's own."""


class PlaceQuestion(StrEnum):
    """The way in which the place is asked for beside an answer."""

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

    The place is asked for first if only places decide. The question is answered once it is told.
    """
    answers = told_by_law(situation, turn.reading, trace)
    asking = _asking(situation, answers, trace)
    text = render(
        "talk/short_place",
        told=answers,
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


def _asking(situation: Situation, answers: tuple[LawAnswer, ...], trace: Trace) -> PlaceQuestion:
    chat = situation.chat
    if chat.declined:
        return PlaceQuestion.NEVER
    if trace.settled or (chat.expects is Expects.PLACE and chat.about is not None):
        return PlaceQuestion.NOT_AGAIN
    return PlaceQuestion.TOO if any(answer.of_law for answer in answers) else PlaceQuestion.FIRST
