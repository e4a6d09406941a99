"""The provisions that are offered to be chosen by clicking, beside those that are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answer.values import Answer
from bot.console.choosing.choices import ProvisionChoice, describe
from bot.console.choosing.gold import Gold
from bot.console.library.documents.opened_document import look_for
from bot.console.visits.visit import Visit
from bot.evaluation.asking import answer_or_refuse

_MOST_RESULTS = 20


@dataclass(frozen=True, slots=True)
class OfferRequest:
    """A question from a place, and words to look for in the library."""

    question: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Offers:
    """The chosen provisions, the bot's `passages` for the question, and `results` for the words.

    `answer` is what the bot says now, None without a question.
    """

    chosen: tuple[ProvisionChoice, ...] = ()
    passages: tuple[ProvisionChoice, ...] = ()
    results: tuple[ProvisionChoice, ...] = ()
    answer: Answer | None = None


def offers_for(visit: Visit, request: OfferRequest, chosen: Iterable[Gold]) -> Offers:
    """Return the provisions that can be chosen now, each in a single list."""
    answerer = visit.office.edition().answerer
    library, kept = answerer.library, tuple(chosen)
    answer = None
    if request.question.strip():
        answer = answer_or_refuse(
            answerer, request.question, request.place.strip() or None, visit.today
        )
    passages = tuple(Gold.of(hit.address) for hit in answer.passages) if answer else ()
    results = look_for(tuple(library.values()), request.words)[:_MOST_RESULTS]
    others = tuple(Gold.of(result.address) for result in results)
    return Offers(
        chosen=describe(kept, library),
        passages=describe((gold for gold in passages if gold not in kept), library),
        results=describe((gold for gold in others if gold not in {*kept, *passages}), library),
        answer=answer,
    )
