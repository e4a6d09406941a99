"""The promises, checked in code: what fails here is not sent.

1. Every quoted sentence stands in the provision, character for character.
2. Every cited provision exists, and its document is in force on the day and applies to the place.
3. No answer without a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.answer.scope import Reach
from bot.answer.values import Citation
from knowledge.resolution import Address, Resolution
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
    return bool(resolution and resolution.find(address)) and address.resolution in reach.ids


def _breach(citation: Citation, reach: Reach, library: Mapping[str, Resolution]) -> Breach | None:
    resolution = library.get(citation.address.resolution)
    provision = resolution.find(citation.address) if resolution else None
    if provision is None:
        return Breach.UNKNOWN_PROVISION
    if citation.address.resolution not in reach.ids:
        return Breach.OUT_OF_REACH
    quote = normalise(citation.quote)
    stands = quote in normalise(provision.heading) or quote in normalise(provision.text)
    return None if quote and stands else Breach.ALTERED_QUOTE
