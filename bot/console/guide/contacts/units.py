"""The communes and provinces of today, for which contacts are kept."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answer.staff.contacts import UNKNOWN, Contacts
from bot.store.office.contacts import ContactTable, PlaceContacts
from knowledge.gazetteer.places import Gazetteer, Place
from knowledge.law.resolution import Resolution


def units_meant(typed: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the communes and provinces of today that `typed` may mean.

    A province counts only if `typed` begins with it: an unknown commune is not its province.
    """
    units = (
        Place(place.province, place.commune, place.former_province if place.commune else None)
        for place in gazetteer.parse(typed)
        if not _is_district(place)
    )
    begins = any(mention.start == 0 for mention in gazetteer.mentioned(typed.strip()))
    return tuple(dict.fromkeys(unit for unit in units if unit.commune or begins))


def is_district(typed: str, gazetteer: Gazetteer) -> bool:
    """Return True if `typed` names a former district alone."""
    places = gazetteer.parse(typed)
    return bool(places) and all(map(_is_district, places))


def without_contacts(
    documents: Iterable[Resolution], kept: Iterable[PlaceContacts], gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """Return the places of `documents` for which none of those `kept` names an office."""
    named = (
        ", ".join(filter(None, (document.territory.commune, document.territory.province)))
        for document in documents
        if document.territory.province
    )
    units = (units_meant(name, gazetteer) for name in dict.fromkeys(named))
    certain = dict.fromkeys(unit for (unit, *others) in filter(None, units) if not others)
    reached = {(row.place.province, row.place.commune) for row in kept if row.contacts.is_set}
    return tuple(
        unit
        for unit in certain
        if reached.isdisjoint({(unit.province, unit.commune), (unit.province, None)})
    )


def effective_contacts(place: Place, own: Contacts, table: ContactTable) -> Contacts:
    """Return the contacts that a resident of `place` reads if its `own` are these."""
    wider = table.find(Place(place.province)) if place.commune else Contacts()
    return own.or_else(wider).or_else(UNKNOWN)


def _is_district(place: Place) -> bool:
    return place.commune is None and place.former_unit is not None
