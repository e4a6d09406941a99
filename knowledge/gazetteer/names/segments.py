"""Names said one after the other, the narrowest first, and the places that they may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from knowledge.gazetteer.lists.units import PROVINCES, Unit, UnitLevel
from knowledge.gazetteer.mergers import is_merged
from knowledge.gazetteer.names.names import Match, Names, read_kind
from knowledge.gazetteer.names.words import TOWNS
from knowledge.gazetteer.place import Place
from knowledge.gazetteer.spelling import Syllable

_COMMUNES: Final = frozenset({UnitLevel.COMMUNE, UnitLevel.FORMER_COMMUNE})
_DISTRICTS: Final = frozenset({UnitLevel.DISTRICT})
_TELL_FORMER: Final = frozenset(
    {UnitLevel.DISTRICT, UnitLevel.FORMER_PROVINCE, UnitLevel.EARLIER_PROVINCE}
)
_ENDED: Final = frozenset({UnitLevel.DISTRICT, UnitLevel.FORMER_COMMUNE})

_LEVELS: Final[dict[str, frozenset[UnitLevel]]] = {
    "tỉnh": PROVINCES,
    "thành phố": PROVINCES | _DISTRICTS,
    "thị xã": _DISTRICTS,
    "quận": _DISTRICTS,
    "huyện": _DISTRICTS,
    "thị trấn": _COMMUNES,
    "phường": _COMMUNES,
    "xã": _COMMUNES,
    "đặc khu": _COMMUNES | {UnitLevel.EARLIER_PROVINCE},
}
_KNOWN_BARE: Final = TOWNS | {"đặc khu"}
"""Kinds of units that are meant by a name that communes bear, too."""
_RANK: Final = {
    UnitLevel.PROVINCE: 0,
    UnitLevel.FORMER_PROVINCE: 0,
    UnitLevel.EARLIER_PROVINCE: 0,
    UnitLevel.COMMUNE: 1,
    UnitLevel.DISTRICT: 2,
    UnitLevel.FORMER_COMMUNE: 3,
}
_OTHER_KIND: Final = 10
_TODAY_IN_DISTRICT: Final = 3
"""A person who names the district means former units: a commune of today then comes second."""


@dataclass(frozen=True, slots=True)
class NameSegment:
    """The units that one name may stand for; `kind` is the kind of unit said before it."""

    kind: str | None
    units: tuple[Unit, ...]

    @property
    def of_province(self) -> bool:
        """Return True if the name may stand for a province."""
        return any(unit.is_province for unit in self.units)

    def rank(self, unit: Unit) -> int:
        """Return how far-fetched it is that the name means `unit`, 0 the nearest."""
        other_kind = self.kind is not None and self.kind != unit.kind
        return _RANK[unit.level] + (_OTHER_KIND if other_kind else 0)


def read_segment(syllables: Sequence[Syllable], names: Names, match: Match) -> NameSegment:
    """Return what all of `syllables` may name, with or without the word for the kind of unit."""
    word = read_kind(syllables, 0)
    worded = word and worded_segment(word.kind, syllables[word.length :], names, match)
    if worded:
        return worded
    units = names.nicknamed(syllables, Match.EXACT) or names.find(syllables, match)
    return NameSegment(None, units or names.nicknamed(syllables, match))


def worded_segment(
    kind: str, name: Sequence[Syllable], names: Names, match: Match
) -> NameSegment | None:
    """Return what a name may stand for after the word for a kind, None if for nothing."""
    units = tuple(unit for unit in names.find(name, match) if unit.level in _LEVELS[kind])
    return NameSegment(kind, units) if units else None


def said_twice(segments: Sequence[NameSegment]) -> tuple[NameSegment] | None:
    """Return the province that two segments name, such as "xứ Dừa, Bến Tre", None if none."""
    first, second, *further = segments
    units = tuple(unit for unit in first.units if unit.is_province and unit in second.units)
    return (NameSegment(None, units),) if units and not further else None


def places_meant(
    segments: Sequence[NameSegment], *, towns_first: bool = False
) -> tuple[Place, ...]:
    """Return the places that one to three segments mean together, the likeliest reading only.

    Several places are returned where a name is shared, none where the segments do not fit; with
    `towns_first`, a former city or town counts more than communes elsewhere.
    """
    ranked = [(_rank(segments, chain), chain) for chain in _chains(segments)]
    best = min((rank for rank, _ in ranked), default=0)
    chains = [chain for rank, chain in ranked if rank == best]
    if segments[0].kind is None:
        every = [chain for _, chain in ranked]
        chains += _namesakes(chains, every)
        chains = _in_towns(chains, every) if towns_first else chains
    return tuple(dict.fromkeys(_place(chain) for chain in chains))


def _namesakes(
    chosen: Sequence[tuple[Unit, ...]], chains: Sequence[tuple[Unit, ...]]
) -> list[tuple[Unit, ...]]:
    """Return those of former districts elsewhere, where a commune of today bears the name.

    Everybody still names districts, and more people lived in one.
    """
    if any(chain[0].level is not UnitLevel.COMMUNE for chain in chosen):
        return []
    provinces = {chain[0].province for chain in chosen}
    return [
        chain
        for chain in chains
        if chain[0].level is UnitLevel.DISTRICT and chain[0].province not in provinces
    ]


def _in_towns(
    chosen: list[tuple[Unit, ...]], chains: Sequence[tuple[Unit, ...]]
) -> list[tuple[Unit, ...]]:
    """Return of `chosen` those in the provinces of districts so called, if one was a town.

    Everybody means the town by such a name: "Hội An", "Tân An".
    """
    if any(chain[0].is_province for chain in chosen):
        return chosen
    districts = [chain[0] for chain in chains if chain[0].level is UnitLevel.DISTRICT]
    kinds = {unit.kind for unit in (*districts, *(chain[0] for chain in chosen))}
    if kinds.isdisjoint(_KNOWN_BARE):
        return chosen
    provinces = {unit.province for unit in districts}
    return [chain for chain in chosen if chain[0].province in provinces] or chosen


def _chains(segments: Sequence[NameSegment]) -> list[tuple[Unit, ...]]:
    """Return the choices of one unit for each segment in which each unit lies in all after it."""
    chains: list[tuple[Unit, ...]] = [()]
    for segment in reversed(segments):
        chains = [
            (unit, *chain)
            for unit in segment.units
            for chain in chains
            if all(_lies_in(unit, wider) for wider in chain)
        ]
    return chains


def _lies_in(narrow: Unit, wide: Unit) -> bool:
    if narrow.is_province or wide.level in _COMMUNES or narrow.level is wide.level:
        return False
    if wide.level is UnitLevel.PROVINCE and narrow.province == wide.province:
        return True
    if narrow.level is UnitLevel.FORMER_COMMUNE and wide.level is UnitLevel.DISTRICT:
        return (narrow.district, narrow.former_province) == (wide.full_name, wide.former_province)
    if narrow.former_province is None or wide.former_province is None:
        return narrow.province == wide.province
    return narrow.former_province == wide.former_province


def _rank(segments: Sequence[NameSegment], chain: tuple[Unit, ...]) -> int:
    rank = sum(segment.rank(unit) for segment, unit in zip(segments, chain, strict=True))
    today = chain[0].level is UnitLevel.COMMUNE
    in_district = any(unit.level is UnitLevel.DISTRICT for unit in chain)
    return rank + (_TODAY_IN_DISTRICT if today and in_district else 0)


def _place(chain: tuple[Unit, ...]) -> Place:
    unit = chain[0]
    former = unit.former_province
    if former is None:
        former = next(
            (wider.former_province for wider in chain if wider.level in _TELL_FORMER), None
        )
    return Place(
        province=unit.province,
        commune=unit.commune,
        former_province=former,
        former_unit=unit.full_name if unit.level in _ENDED else None,
        former_assumed=unit.level is UnitLevel.PROVINCE and is_merged(unit.province),
    )
