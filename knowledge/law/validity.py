"""Which resolutions bind the people of a place on a day.

Until the new council decides otherwise, a resolution of a merged province stays in force in the
territory of that former province (Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, Điều 54
khoản 2, as amended by Luật 87/2025).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from knowledge.gazetteer.mergers import MERGER_DAY, TODAY, is_merged
from knowledge.gazetteer.places import Place
from knowledge.gazetteer.spelling import solid
from knowledge.law.resolution import Head, Resolution, Territory


class Standing(Enum):
    """Whether a resolution is in force on a day.

    UNKNOWN_START means that neither the copy nor a correction tells since when: the resolution may
    be used, and the answer must say so.
    """

    IN_FORCE = "in force"
    NOT_YET = "not yet"
    EXPIRED = "expired"
    UNKNOWN_START = "unknown start"


USABLE: Final = frozenset({Standing.IN_FORCE, Standing.UNKNOWN_START})
"""The standings in which a resolution may be cited."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What may be cited for a place on a day.

    `resolutions` apply and are usable, those of communes first. `excluded` apply but are not in
    force on the day. `hint` binds a part of the place named, and nothing tells whether that part
    is meant ("thành phố Hồ Chí Minh" for a resolution of the former tỉnh Bình Dương).
    """

    place: Place | None
    day: date
    resolutions: tuple[Resolution, ...]
    excluded: tuple[tuple[Resolution, Standing], ...] = ()
    hint: tuple[Resolution, ...] = ()


def scope_for(place: Place | None, day: date, library: Sequence[Resolution]) -> Scope:
    """Return what of `library` may be cited; for no place, all that is in force anywhere."""
    standings = [(one, standing(one, day)) for one in library]
    applying = [pair for pair in standings if place is None or applies_to(pair[0], place)]
    usable = [one for one, its in standings if its in USABLE]
    return Scope(
        place,
        day,
        _narrowest_first(one for one, its in applying if its in USABLE),
        tuple((one, its) for one, its in applying if its not in USABLE),
        _narrowest_first(one for one in usable if place is not None and may_bind_part(one, place)),
    )


def standing(resolution: Resolution, day: date) -> Standing:
    """Return whether `resolution` is in force on `day`; `effect.until` is its last day."""
    effect = resolution.effect
    start = first_day(resolution)
    earliest = start or effect.passed_on
    if earliest is not None and day < earliest:
        return Standing.NOT_YET
    if effect.until is not None and day > effect.until:
        return Standing.EXPIRED
    return Standing.UNKNOWN_START if start is None else Standing.IN_FORCE


def first_day(resolution: Resolution) -> date | None:
    """Return the first day on which `resolution` is in force, None where nothing tells it."""
    effect = resolution.effect
    return effect.since or (effect.passed_on if effect.on_passage else None)


def applies_to(resolution: Resolution, place: Place) -> bool:
    """Return True if `resolution` certainly binds the people of `place`."""
    if resolution.territory.nationwide:
        return True
    if resolution.territory.commune is not None:
        return _binds_commune(resolution, place)
    return same_unit(resolution.territory.province, _province_of_the_time(resolution, place))


def may_bind_part(resolution: Resolution, place: Place) -> bool:
    """Return True if `resolution` binds a part of `place` that may or may not be the one meant."""
    territory = resolution.territory
    if applies_to(resolution, place) or _tells_former(place) or territory.province is None:
        return False
    if territory.commune is not None and place.commune is not None:
        return False
    return same_unit(province_of_today(territory.province), place.province)


def _tells_former(place: Place) -> bool:
    """Return True if `place` lies in a merged province and says in which former one."""
    certain = place.former_province is not None and not place.former_assumed
    return certain and is_merged(place.province)


def _binds_commune(resolution: Resolution, place: Place) -> bool:
    """Return True if `place` is the commune, in its province: that of another is a namesake."""
    today = not before_mergers(resolution)
    if not same_unit(resolution.territory.commune, place.commune if today else place.former_unit):
        return False
    return same_unit(resolution.territory.province, _province_of_the_time(resolution, place))


def _province_of_the_time(resolution: Resolution, place: Place) -> str | None:
    """Return the province of `place` that there was when the resolution was adopted."""
    return place.former_province if before_mergers(resolution) else place.province


def before_mergers(resolution: Resolution) -> bool:
    """Return True if adopted before the mergers.

    Without any date, the resolution of a province is taken for one of before, which binds less.
    """
    adopted = _adopted(resolution)
    return resolution.territory.commune is None if adopted is None else adopted < MERGER_DAY


def _adopted(resolution: Resolution) -> date | None:
    return resolution.effect.passed_on or resolution.head.issued_on or _month(resolution.head)


def _month(head: Head) -> date | None:
    if head.issued_month is None:
        return None
    year, month = head.issued_month
    return date(year, month, 1)


def province_of_today(province: str) -> str:
    """Return the province of today in which `province` lies, itself where it is one of today."""
    return next((today for former, today in TODAY.items() if same_unit(former, province)), province)


def may_lie_together(one: Territory, other: Territory) -> bool:
    """Return False if the two surely lie in different provinces of today.

    Communes of several provinces bear the same name, and so do their councils.
    """
    if one.province is None or other.province is None:
        return True
    return same_unit(province_of_today(one.province), province_of_today(other.province))


def lie_together(one: Territory, other: Territory) -> bool:
    """Return True if the two surely lie in one province of today, or bind the whole country."""
    if one.nationwide or other.nationwide:
        return one.nationwide and other.nationwide
    known = one.province is not None and other.province is not None
    return known and may_lie_together(one, other)


def same_unit(name: str | None, other: str | None) -> bool:
    """Return True if both are written and mean the same unit, however they are spelled."""
    return name is not None and other is not None and _key(name) == _key(other)


def _key(name: str) -> str:
    return _RENAMED.get(solid(name), solid(name))


_RENAMED: Final = {solid("tỉnh Thừa Thiên Huế"): solid("thành phố Huế")}
"""Became a city of its own on 1 January 2025, half a year before the mergers."""


def _narrowest_first(resolutions: Iterable[Resolution]) -> tuple[Resolution, ...]:
    """Return those of communes first, then of provinces, those of the state's centre last."""
    return tuple(
        sorted(
            resolutions,
            key=lambda one: (one.territory.nationwide, one.territory.commune is None),
        )
    )
