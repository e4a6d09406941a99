"""The provisions among which the right ones are chosen by clicking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.answer.asking import answer_or_refuse
from bot.answer.values import Answer
from bot.console.anchors import reading_link
from bot.console.reading import look_for
from bot.console.standards.draft import Draft
from bot.console.standards.gold import Gold
from bot.console.visit import Visit
from knowledge.resolution import Address, Resolution

_MOST_SOUGHT = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """A provision to choose; `value` is what the form sends for it, `words` what stands in it.

    Its `address` is None for all of a document that is no article, its document None where the
    library holds it no more.
    """

    value: str
    address: Address | None
    id: str
    document: Resolution | None
    words: str

    @property
    def link(self) -> str:
        """Return where the provision can be read."""
        return reading_link(self.address) if self.address else f"/nghi-quyet/{self.id}"


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen, and what else there is: found by the bot for the question, and `sought`.

    `answer` is what the bot says now, None without a question.
    """

    chosen: tuple[Choice, ...] = ()
    found: tuple[Choice, ...] = ()
    sought: tuple[Choice, ...] = ()
    answer: Answer | None = None


def choices_for(visit: Visit, draft: Draft) -> Choices:
    """Return what can be chosen for `draft`."""
    answerer = visit.office.edition().answerer
    library, chosen = answerer.library, draft.chosen
    answer = None
    if draft.cau_hoi.strip():
        answer = answer_or_refuse(answerer, draft.cau_hoi, draft.noi.strip() or None, visit.today)
    found = tuple(Gold.of(hit.address) for hit in answer.passages) if answer else ()
    results = look_for(tuple(library.values()), draft.tim)[:_MOST_SOUGHT]
    sought = tuple(Gold.of(result.address) for result in results)
    return Choices(
        chosen=describe(chosen, library),
        found=describe((one for one in found if one not in chosen), library),
        sought=describe((one for one in sought if one not in {*chosen, *found}), library),
        answer=answer,
    )


def describe(golds: Iterable[Gold], library: Mapping[str, Resolution]) -> tuple[Choice, ...]:
    """Return `golds` with what is known of them."""
    return tuple(_choice(gold, library.get(gold.resolution)) for gold in golds)


def _choice(gold: Gold, document: Resolution | None) -> Choice:
    address = gold.address
    unit = document.find(address) if document and address else None
    words = unit.words if unit else ""
    return Choice(gold.model_dump_json(), address, gold.resolution, document, words)
