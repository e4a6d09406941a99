"""All units that a name may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from knowledge.gazetteer.lists.former import CommuneKey, commune_key, former_provinces
from knowledge.gazetteer.lists.sources import (
    ListedCommune,
    UnitMerger,
    read_changes,
    read_communes,
    split_kind,
)
from knowledge.gazetteer.lists.units import Unit, UnitLevel
from knowledge.gazetteer.mergers import EARLIER_PROVINCES, FORMER_PROVINCES, TODAY
from knowledge.gazetteer.spelling import solid


def list_units() -> tuple[Unit, ...]:
    """Return the units of today and the former ones. Raises PlaceDataError."""
    communes, changes = read_communes(), read_changes()
    former = former_provinces(communes, changes)
    return (
        *_provinces(),
        *_earlier_provinces(),
        *_communes(communes, former),
        *(
            Unit(UnitLevel.DISTRICT, *split_kind(district), TODAY[province], province)
            for district, province in sorted(
                {(change.district, change.former_province) for change in changes}
            )
        ),
        *_former_communes(changes, communes, former),
    )


def _provinces() -> Iterator[Unit]:
    for former, province in TODAY.items():
        level = UnitLevel.PROVINCE if former in FORMER_PROVINCES else UnitLevel.FORMER_PROVINCE
        yield Unit(level, *split_kind(former), province, former)


def _earlier_provinces() -> Iterator[Unit]:
    """Yield each for every province of today, with its former province if that is certain."""
    for earlier, formers in EARLIER_PROVINCES.items():
        for province in dict.fromkeys(TODAY[former] for former in formers):
            inside = [former for former in formers if TODAY[former] == province]
            former = inside[0] if len(inside) == 1 else None
            yield Unit(UnitLevel.EARLIER_PROVINCE, *split_kind(earlier), province, former)


def _communes(
    communes: Iterable[ListedCommune], former: Mapping[CommuneKey, str]
) -> Iterator[Unit]:
    for commune in communes:
        kind, name = split_kind(commune.name)
        lay_in = former.get(commune_key(commune))
        yield Unit(UnitLevel.COMMUNE, kind, name, commune.province, lay_in, commune=commune.name)


def _former_communes(
    changes: Iterable[UnitMerger],
    communes: Iterable[ListedCommune],
    former: Mapping[CommuneKey, str],
) -> Iterator[Unit]:
    names = {commune_key(commune): commune.name for commune in communes}
    for change in changes:
        if not change.former_commune:
            continue
        key = (change.province, solid(change.commune))
        # A commune of today in another former province is a namesake that the list mistook.
        became = names.get(key) if former.get(key) == change.former_province else None
        yield Unit(
            UnitLevel.FORMER_COMMUNE,
            *split_kind(change.former_commune),
            change.province,
            change.former_province,
            change.district,
            became,
        )
