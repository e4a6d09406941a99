"""The provisions among which the right ones are chosen by clicking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.console.anchors import reading_link
from bot.console.choosing.gold import Gold
from knowledge.law.resolution import Address, Resolution


@dataclass(frozen=True, slots=True)
class ProvisionChoice:
    """A provision to choose; `value` is what the form sends for it, `words` what stands in it.

    `address` is None for the parts of a document that are no article; `document` is None if the
    library no longer holds it.
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


def describe(
    golds: Iterable[Gold], library: Mapping[str, Resolution]
) -> tuple[ProvisionChoice, ...]:
    """Return `golds` with what is known of them."""
    return tuple(_choice(gold, library.get(gold.resolution)) for gold in golds)


def _choice(gold: Gold, document: Resolution | None) -> ProvisionChoice:
    address = gold.address
    unit = document.find(address) if document and address else None
    words = unit.words if unit else ""
    return ProvisionChoice(gold.model_dump_json(), address, gold.resolution, document, words)
