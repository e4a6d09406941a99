"""Finds the places that people name: communes, districts and provinces, old and new."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property, lru_cache

from knowledge.gazetteer.finding.finder import find_mentions
from knowledge.gazetteer.lists.catalogue import list_units
from knowledge.gazetteer.lists.units import Unit, UnitLevel
from knowledge.gazetteer.names.names import Match, Names
from knowledge.gazetteer.names.words import TOWNS
from knowledge.gazetteer.place import Place, PlaceMention
from knowledge.gazetteer.spelling import read_syllables
from knowledge.gazetteer.telling.reader import read_place, read_whole_place

__all__ = ["Gazetteer", "Place", "PlaceMention"]


class Gazetteer:
    """The places of Vietnam by name. The lists are read when the first place is looked up.

    Every method raises PlaceDataError where a package that carries the lists is not installed.
    """

    def __init__(self) -> None:
        self._parse_known = lru_cache(maxsize=4096)(self.parse)

    def parse(self, text: str) -> tuple[Place, ...]:
        """Return the places that `text` as a whole gives: several if ambiguous, none if unknown."""
        return read_place(text, self._names)

    def parse_whole(self, text: str) -> tuple[Place, ...]:
        """Return the same where nothing but the place is named, no street or hamlet before it."""
        return read_whole_place(text, self._names)

    def mentioned(self, question: str, known: Collection[str] = ()) -> tuple[PlaceMention, ...]:
        """Return the places that `question` names, in order.

        Provinces count by name alone, communes and districts with the word for their kind, with
        the province after them, or where they are among `known` ("phường Kim Thanh").
        """
        places = [place for name in known for place in self._parse_known(name)]
        return find_mentions(question, self._names, places)

    def is_town(self, name: str) -> bool:
        """Return True if `name`, with or without diacritics, is that of a former city or town."""
        units = self._names.find(read_syllables(name), Match.CLOSE)
        return any(unit.level is UnitLevel.DISTRICT and unit.kind in TOWNS for unit in units)

    @cached_property
    def communes(self) -> tuple[Place, ...]:
        """Return every commune of today, each once."""
        return tuple(
            Place(unit.province, unit.commune, unit.former_province)
            for unit in self._units
            if unit.level is UnitLevel.COMMUNE
        )

    @cached_property
    def _names(self) -> Names:
        return Names(self._units)

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        return list_units()
