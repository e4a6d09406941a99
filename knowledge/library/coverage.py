"""The communes whose people have a resolution of their own place in the library."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.gazetteer.mergers import FORMER_PROVINCES
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Resolution
from knowledge.law.territory import applies_to, province_of_today
from knowledge.validity.standing import USABLE, standing


@dataclass(frozen=True, slots=True)
class Region:
    """The communes of today in one former province, None where nothing tells in which they lie.

    `total` is their number, `unserved` those that no resolution binds.
    """

    former_province: str | None
    total: int
    unserved: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """A province of today by its former ones."""

    province: str
    regions: tuple[Region, ...]

    @property
    def total(self) -> int:
        """Return the number of its communes."""
        return sum(region.total for region in self.regions)

    @property
    def unserved(self) -> int:
        """Return the number of its communes that no resolution binds."""
        return sum(len(region.unserved) for region in self.regions)

    @property
    def is_empty(self) -> bool:
        """Return True if no commune of it is served."""
        return self.unserved == self.total


def cover(
    communes: Iterable[Place], library: Iterable[Resolution], day: date
) -> tuple[Coverage, ...]:
    """Return for every province which of `communes` no resolution in `library` binds on `day`.

    Only what a province or a commune decided counts, not what the state's centre did. A document of
    a former commune binds a part of a commune of today, and serves no whole one.
    """
    binding = _by_province(document for document in library if standing(document, day) in USABLE)
    by_region: defaultdict[str, defaultdict[str | None, list[Place]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for place in communes:
        by_region[place.province][place.former_province].append(place)
    return tuple(
        Coverage(
            province,
            tuple(
                _region(former, places, binding[province])
                for former, places in _in_order(province, by_region[province])
            ),
        )
        for province in FORMER_PROVINCES
        if province in by_region
    )


def _by_province(resolutions: Iterable[Resolution]) -> defaultdict[str, list[Resolution]]:
    """Return the resolutions of places by province of today; those of no known one bind nobody."""
    by_province: defaultdict[str, list[Resolution]] = defaultdict(list)
    for document in resolutions:
        if province := document.territory.province:
            by_province[province_of_today(province)].append(document)
    return by_province


def _in_order(
    province: str, regions: dict[str | None, list[Place]]
) -> Iterator[tuple[str | None, list[Place]]]:
    """Yield the former provinces, the namesake first, and last what lies in none that is known."""
    for former in (*FORMER_PROVINCES[province], None):
        if former in regions:
            yield former, regions[former]


def _region(
    former: str | None, places: Sequence[Place], resolutions: Sequence[Resolution]
) -> Region:
    unserved = (
        place.commune or place.province
        for place in places
        if not any(applies_to(resolution, place) for resolution in resolutions)
    )
    return Region(former, len(places), tuple(unserved))
