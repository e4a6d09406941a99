"""The provinces in which a unit of a name lies, by the lists alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from knowledge.gazetteer.lists.sources import read_changes, read_communes
from knowledge.gazetteer.mergers import PROVINCES
from knowledge.gazetteer.spelling import solid

_PROVINCES = frozenset(map(solid, PROVINCES))


def provinces_with(unit: str, *, former: bool) -> frozenset[str]:
    """Return the provinces that have a `unit` such as "xã Tân Thành", none where nobody knows one.

    Of today, communes count; with `former` the districts and communes of before 1 July 2025, in
    the provinces of then. Raises PlaceDataError.
    """
    return _provinces_by_unit(former=former).get(solid(unit), frozenset())


def is_listed_unit(unit: str) -> bool:
    """Return True if `unit`, such as "tỉnh Hà Nam", is one of today or of before 1 July 2025.

    Raises PlaceDataError.
    """
    known = provinces_with(unit, former=False) or provinces_with(unit, former=True)
    return solid(unit) in _PROVINCES or bool(known)


@cache
def _provinces_by_unit(*, former: bool) -> Mapping[str, frozenset[str]]:
    """Return the provinces of each unit, of today or of before, by its name as one word."""
    provinces: defaultdict[str, set[str]] = defaultdict(set)
    if former:
        units = set(_listed_before())
    else:
        units = {(commune.name, commune.province) for commune in read_communes()}
    for name, province in units:
        provinces[solid(name)].add(province)
    return {name: frozenset(of_name) for name, of_name in provinces.items()}


def _listed_before() -> Iterator[tuple[str, str]]:
    for change in read_changes():
        yield change.district, change.former_province
        if change.former_commune:
            yield change.former_commune, change.former_province
