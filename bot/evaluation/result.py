"""The result of a question of a set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answer.values import Answer, Citation, Status
from bot.evaluation.facts import unsaid
from bot.evaluation.question_set import Facts, Item
from index.metrics import rank_of_gold
from knowledge.language.text import normalise
from knowledge.law.resolution import Address, Resolution

SEVERAL = "several"
"""The resolution of a question that more than one answers."""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a question.

    `rank` is the place, from 1, of the first right passage among those found, `citation_rank` of
    the first right citation; None where there is no right one. `baselines` holds the rank for each
    plainer way of searching. `confidence` is the probability that the answer itself claimed for its
    first citation, None where it rests on no search. `resolution` is the one with the answer.
    `missing_facts` are those of the facts asked for that the answer does not say, None where the
    set asks for none.
    """

    id: str
    question: str
    expect: Status
    status: Status
    rank: int | None
    citation_rank: int | None
    style: str | None
    right: str | None
    milliseconds: float
    confidence: float | None = None
    resolution: str | None = None
    baselines: Mapping[str, int | None] | None = None
    missing_facts: Facts | None = None

    @property
    def is_right(self) -> bool:
        """Return True if the status is right and, for an answer, the first citation too."""
        if self.status is not self.expect:
            return False
        return self.expect is not Status.ANSWERED or self.citation_rank == 1

    @property
    def facts_said(self) -> bool | None:
        """Return whether the answer says the facts asked for, None where the set asks for none."""
        return None if self.missing_facts is None else not self.missing_facts


def run(
    item: Item, answer: Answer, plainer: Mapping[str, Sequence[Address]] | None = None
) -> Result:
    """Return what the `answer` to `item` is worth, and what `plainer` searches found, by name."""
    gold = item.addresses
    resolutions = {address.resolution for address in gold}
    return Result(
        id=item.id,
        question=item.question,
        expect=item.expect,
        status=answer.status,
        rank=rank_of_gold([hit.address for hit in answer.passages], gold),
        citation_rank=rank_of_gold([citation.address for citation in answer.citations], gold),
        style=item.style,
        right=item.right,
        milliseconds=answer.timings_ms.get("total", 0.0),
        confidence=answer.confidence,
        resolution=SEVERAL if len(resolutions) > 1 else next(iter(resolutions), None),
        baselines={name: rank_of_gold(found, gold) for name, found in (plainer or {}).items()},
        missing_facts=unsaid(item.must_say, answer.text) if item.must_say else None,
    )


def broken_promises(
    citations: Iterable[Citation], library: Mapping[str, Resolution]
) -> list[Citation]:
    """Return the citations whose provision does not exist or does not hold the quote.

    Of a document that `library` lacks nothing may be quoted.
    """
    return [citation for citation in citations if not _stands(citation, library)]


def _stands(citation: Citation, library: Mapping[str, Resolution]) -> bool:
    if citation.address.resolution not in library:
        return not citation.quote and not citation.lead
    quotes = [(citation.address, citation.quote)]
    quotes += [(lead.address, lead.quote) for lead in citation.lead]
    return all(_quotes(library, address, quote) for address, quote in quotes)


def _quotes(library: Mapping[str, Resolution], address: Address, quote: str) -> bool:
    resolution = library.get(address.resolution)
    provision = resolution.find(address) if resolution else None
    return provision is not None and normalise(quote) in normalise(provision.words)
