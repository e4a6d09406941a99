"""What the law of the whole country tells, in lines that fit wherever somebody lives."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.deciding.decision import Reason
from bot.answer.deciding.trace import Trace
from bot.answer.values import Answer, Question, Status
from bot.conversation.situation import Situation
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Resolution


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

    What an office tells everyone is for everyone.
    """
    if all(one.decision.reason is Reason.OFFICE for one in trace.explanations):
        return False
    reaches = [one.evidence.reach for one in trace.explanations]
    named = any(reach.place or reach.documents for reach in reaches)
    return trace.answer.status in (Status.ANSWERED, Status.NOT_FOUND) and not named


def told_in(situation: Situation, answer: Answer) -> LawAnswer:
    """Return `answer` with what it cites first."""
    known = situation.edition.answerer.known
    cited = [known[one.address.resolution] for one in answer.citations[:1]]
    return LawAnswer(answer, cited[0] if cited else None)


def told_by_law(situation: Situation, question: str, trace: Trace) -> tuple[LawAnswer, ...]:
    """Return what the law answers to each part of `question`, or else what the `trace` found."""
    found = [told_in(situation, one.answer) for one in trace.explanations]
    asks = any(one.decision.reason is Reason.OFFICE_PLACE for one in trace.explanations)
    if trace.settled or asks or all(one.of_law for one in found):
        return tuple(found)
    law = [told_in(situation, one.answer) for one in situation.asks_law(question).explanations]
    if len(law) != len(found):
        return tuple(found)
    return tuple(
        ours if not one.of_law and ours.of_law and ours.answer.short else one
        for one, ours in zip(found, law, strict=True)
    )


def answered_again(situation: Situation, question: str, place: Place | None) -> Trace:
    """Return the answer to `question`, asked before, as it is now; for no place by the law.

    What would be of several places is nobody's answer, unless the law has none.
    """
    asked = Question(question, situation.today, place, again=True)
    trace = situation.edition.answerer.trace(asked)
    if place is not None or not needs_place(trace):
        return trace
    law = situation.asks_law(question)
    return law if law.answer.status is Status.ANSWERED else trace
