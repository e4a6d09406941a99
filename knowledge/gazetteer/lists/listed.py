"""In which provinces a unit of a name lies, told by the lists alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
    listed = _before() if former else _today()
    return listed.get(solid(unit), frozenset())


def is_listed_unit(unit: str) -> bool:
    """Return True if `unit`, such as "tỉnh Hà Nam", is one of today or of before 1 July 2025.

    Raises PlaceDataError.
    """
    known = provinces_with(unit, former=False) or provinces_with(unit, former=True)
    return solid(unit) in _PROVINCES or bool(known)


@cache
def _today() -> Mapping[str, frozenset[str]]:
    return _by_name((one.name, one.province) for one in read_communes())


@cache
def _before() -> Mapping[str, frozenset[str]]:
    changes = read_changes()
    units = {(one.district, one.former_province) for one in changes}
    units |= {(one.former_commune, one.former_province) for one in changes if one.former_commune}
    return _by_name(units)


def _by_name(units: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, province in units:
        found[solid(name)].add(province)
    return {name: frozenset(provinces) for name, provinces in found.items()}
