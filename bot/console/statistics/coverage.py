"""What of a document was cited, and what nobody asks about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.resolution import Address, Part, Resolution

_LONGEST = 4
"""Steps of a path: article, clause, point, bullet."""
_Path = tuple[int | str | None, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the `total` innermost provisions of a document were never cited.

    `silent` are those, told by the widest provision in which nothing was cited.
    """

    document: Resolution
    total: int
    never: int
    silent: tuple[Address, ...]

    @property
    def share(self) -> float:
        """Return the share of the provisions that were never cited."""
        return self.never / self.total if self.total else 0.0


def coverage(documents: Mapping[str, Resolution], cited: Iterable[Address]) -> tuple[Coverage, ...]:
    """Return how `documents` were `cited`, the one with most that was not first."""
    paths: dict[str, set[_Path]] = defaultdict(set)
    for address in cited:
        paths[address.resolution].add(address.path)
    found = (_coverage(one, paths[name]) for name, one in documents.items())
    return tuple(sorted(found, key=lambda one: -one.never))


def _coverage(document: Resolution, cited: set[_Path]) -> Coverage:
    """Tell what was cited: with a provision, all that lies in it; what it lies in is not silent."""
    units = [unit.address for unit in document.provisions if unit.address.part is Part.ARTICLE]
    outer = {path for unit in units for path in _around(unit.path)}
    touched = {path for one in cited for path in _around(one)}
    silent = {
        unit.path: unit
        for unit in units
        if unit.path not in touched and cited.isdisjoint((unit.path, *_around(unit.path)))
    }
    innermost = [unit.path for unit in units if unit.path not in outer]
    return Coverage(
        document,
        total=len(innermost),
        never=sum(path in silent for path in innermost),
        silent=tuple(
            unit for path, unit in silent.items() if silent.keys().isdisjoint(_around(path))
        ),
    )


def _around(path: _Path) -> Iterator[_Path]:
    """Yield the paths of what a provision lies in."""
    for steps in range(1, _LONGEST):
        outer = (*path[:steps], *(None,) * (_LONGEST - steps))
        if outer != path:
            yield outer
