"""The promises, checked in code: what fails here is not sent.

1. Every quoted sentence stands in the provision, character for character; so does what a quote is
   shown under, in a provision that encloses it.
2. Every cited provision exists, and its document is in force on the day and applies to the place.
   Of a document that is not here nothing is quoted.
3. No answer without a source.
4. Every amount and every body that a plain answer names stands in what it rests on, wherever the
   text of that is here.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.answer.selection.scope import Reach
from bot.answer.values import Citation, Lead
from knowledge.language.text import normalise
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Address, Provision, Resolution
from knowledge.matters.claims.grounds import unfounded_claims
from knowledge.matters.topic import PlainAnswer

_LOG = logging.getLogger(__name__)


class Breach(StrEnum):
    """A promise that a citation breaks."""

    UNKNOWN_PROVISION = "unknown_provision"
    OUT_OF_REACH = "out_of_reach"
    ALTERED_QUOTE = "altered_quote"


@dataclass(frozen=True, slots=True)
class Check:
    """A checked citation; `breach` is None where it keeps every promise."""

    citation: Citation
    breach: Breach | None


def check(
    citations: Iterable[Citation], reach: Reach, library: Mapping[str, Resolution]
) -> tuple[Check, ...]:
    """Return every citation with the promise that it breaks, if any."""
    return tuple(Check(citation, _breach(citation, reach, library)) for citation in citations)


class LineCheck:
    """Tells which plain answers keep their promise; what fails is told to the staff once."""

    def __init__(self, library: Mapping[str, Resolution]) -> None:
        """Take the documents whose text is here."""
        self._library = library
        self._known: dict[PlainAnswer, bool] = {}

    def holds(self, answer: PlainAnswer) -> bool:
        """Return True if `answer` names nothing that its provisions do not."""
        if answer not in self._known:
            claims = unfounded_claims(answer, self._library)
            self._known[answer] = not claims
            if claims:
                where = provision_label(answer.basis[0])
                _LOG.warning(
                    "a plain answer on %s of %s names what does not stand there: %s",
                    where, answer.document, "; ".join(claims),
                )  # fmt: skip
        return self._known[answer]


def may_be_named(address: Address, reach: Reach, library: Mapping[str, Resolution]) -> bool:
    """Return True if the provision exists and its document applies: named, even without a quote."""
    resolution = library.get(address.resolution)
    stands = resolution is not None and resolution.find(address) and not resolution.is_summary
    return bool(stands) and address.resolution in reach.ids


def _breach(citation: Citation, reach: Reach, library: Mapping[str, Resolution]) -> Breach | None:
    resolution = library.get(citation.address.resolution)
    if resolution and resolution.is_summary:
        return _breach_of_summary(citation, reach)
    provision = resolution.find(citation.address) if resolution else None
    if resolution is None or provision is None:
        return Breach.UNKNOWN_PROVISION
    if citation.address.resolution not in reach.ids:
        return Breach.OUT_OF_REACH
    if not stands(citation.quote, provision):
        return Breach.ALTERED_QUOTE
    breaches = (_breach_of_lead(lead, citation.address, resolution) for lead in citation.lead)
    return next(filter(None, breaches), None)


def _breach_of_summary(citation: Citation, reach: Reach) -> Breach | None:
    if citation.address.resolution not in reach.ids:
        return Breach.OUT_OF_REACH
    return Breach.ALTERED_QUOTE if citation.quote or citation.lead else None


def _breach_of_lead(lead: Lead, cited: Address, resolution: Resolution) -> Breach | None:
    provision = resolution.find(lead.address) if lead.address.covers(cited) else None
    if provision is None:
        return Breach.UNKNOWN_PROVISION
    return None if stands(lead.quote, provision) else Breach.ALTERED_QUOTE


def stands(quote: str, provision: Provision) -> bool:
    """Return True if `quote` has words, and all are in the heading or all in the text."""
    words = normalise(quote)
    heading, text = normalise(provision.heading), normalise(provision.text)
    return bool(words) and (words in heading or words in text)
