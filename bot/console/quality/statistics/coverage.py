"""The provisions of a document that were cited, and those that nobody asks about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.law.resolution import RULING, Address, Resolution, parent


@dataclass(frozen=True, slots=True)
class AnswerCoverage:
    """The count of `total` innermost provisions of a document, and of those `never` cited.

    `silent` names these by the widest provisions in which nothing was cited.
    """

    document: Resolution
    total: int
    never: int
    silent: tuple[Address, ...]

    @property
    def share(self) -> float:
        """Return the share of the provisions that were never cited."""
        return self.never / self.total if self.total else 0.0


def coverage(
    documents: Mapping[str, Resolution], cited: Iterable[Address]
) -> tuple[AnswerCoverage, ...]:
    """Return the coverage of `documents`, the one with most uncited provisions first."""
    by_document: dict[str, set[Address]] = defaultdict(set)
    for address in cited:
        by_document[address.resolution].add(address)
    coverages = (_coverage(document, by_document[name]) for name, document in documents.items())
    return tuple(sorted(coverages, key=lambda covered: -covered.never))


def _coverage(document: Resolution, cited: set[Address]) -> AnswerCoverage:
    """Count a citation for all that lies in its provision; what it lies in is not silent."""
    units = [unit.address for unit in document.provisions if unit.address.part in RULING]
    outer = {address for unit in units for address in _around(unit)}
    touched = {address for citation in cited for address in _around(citation)}
    silent = {
        unit: None
        for unit in units
        if unit not in touched and cited.isdisjoint((unit, *_around(unit)))
    }
    innermost = [unit for unit in units if unit not in outer]
    return AnswerCoverage(
        document,
        total=len(innermost),
        never=sum(unit in silent for unit in innermost),
        silent=tuple(unit for unit in silent if silent.keys().isdisjoint(_around(unit))),
    )


def _around(address: Address) -> Iterator[Address]:
    """Yield the addresses of what a provision lies in."""
    above = parent(address)
    while above is not None:
        yield above
        above = parent(above)
