"""The provisions that are offered to be chosen by clicking, beside those that are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answer.asking import answer_or_refuse
from bot.console.reading import look_for
from bot.console.standards.choices import Choice, describe
from bot.console.standards.gold import Gold
from bot.console.visit import Visit

_MOST_SOUGHT = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """What provisions are wanted for: a question from a place, and words to look for."""

    question: str
    place: str
    sought: str


@dataclass(frozen=True, slots=True)
class Offers:
    """What is chosen, what the bot finds for the question, and where the words stand."""

    chosen: tuple[Choice, ...] = ()
    found: tuple[Choice, ...] = ()
    sought: tuple[Choice, ...] = ()


def offers_for(visit: Visit, wish: Wish, chosen: Iterable[Gold]) -> Offers:
    """Return what can be chosen; of the library as it is now, and only what has words."""
    answerer = visit.office.edition().answerer
    library, kept = answerer.library, tuple(chosen)
    found: tuple[Gold, ...] = ()
    if wish.question.strip():
        place = wish.place.strip() or None
        answer = answer_or_refuse(answerer, wish.question, place, visit.today)
        found = tuple(Gold.of(hit.address) for hit in answer.passages)
    results = look_for(tuple(library.values()), wish.sought)[:_MOST_SOUGHT]
    sought = tuple(Gold.of(result.address) for result in results)

    def offered(golds: Iterable[Gold], *before: Gold) -> tuple[Choice, ...]:
        others = (gold for gold in golds if gold not in before)
        return tuple(one for one in describe(others, library) if one.words)

    return Offers(offered(kept), offered(found, *kept), offered(sought, *kept, *found))
