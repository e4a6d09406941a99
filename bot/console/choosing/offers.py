"""The provisions that are offered to be chosen by clicking, beside those that are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answer.values import Answer
from bot.console.choosing.choices import ProvisionChoice, describe
from bot.console.choosing.gold import Gold
from bot.console.library.documents.reading import look_for
from bot.console.visits.visit import Visit
from bot.evaluation.asking import answer_or_refuse

_MOST_SOUGHT = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """What provisions are wanted for: a question from a place, and words to look for."""

    question: str
    place: str
    sought: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What is chosen, and what else there is: found by the bot for the question, and sought.

    `answer` is what the bot says now, None without a question.
    """

    chosen: tuple[ProvisionChoice, ...] = ()
    found: tuple[ProvisionChoice, ...] = ()
    sought: tuple[ProvisionChoice, ...] = ()
    answer: Answer | None = None


def offers_for(visit: Visit, wish: Wish, chosen: Iterable[Gold]) -> Offers:
    """Return what can be chosen, of the library as it is now; each stands in one place only."""
    answerer = visit.office.edition().answerer
    library, kept = answerer.library, tuple(chosen)
    answer = None
    if wish.question.strip():
        answer = answer_or_refuse(answerer, wish.question, wish.place.strip() or None, visit.today)
    found = tuple(Gold.of(hit.address) for hit in answer.passages) if answer else ()
    results = look_for(tuple(library.values()), wish.sought)[:_MOST_SOUGHT]
    sought = tuple(Gold.of(result.address) for result in results)
    return Offers(
        chosen=describe(kept, library),
        found=describe((one for one in found if one not in kept), library),
        sought=describe((one for one in sought if one not in {*kept, *found}), library),
        answer=answer,
    )
