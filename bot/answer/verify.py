"""The promises, checked in code: what fails here is not sent.

1. Every quoted sentence stands in the provision, character for character; so does what a quote is
   shown under, in a provision that encloses it.
2. Every cited provision exists, and its document is in force on the day and applies to the place.
   Of a document that is not here nothing is quoted.
3. No answer without a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.answer.scope import Reach
from bot.answer.values import Citation, Lead
from knowledge.resolution import Address, Provision, Resolution
from knowledge.text import normalise


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
