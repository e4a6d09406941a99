"""The territory that a document binds, across the mergers of provinces and communes of 2025."""

from __future__ import annotations

from datetime import date
from typing import Final

from knowledge.gazetteer.mergers import MERGER_DAY, TODAY, is_merged
from knowledge.gazetteer.places import Place
from knowledge.gazetteer.spelling import solid
from knowledge.law.resolution import Resolution, Territory


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
    certain = place.former_province is not None and not place.former_assumed
    tells_former = certain and is_merged(place.province)
    if applies_to(resolution, place) or tells_former or territory.province is None:
        return False
    if territory.commune is not None and place.commune is not None:
        return False
    return same_unit(province_of_today(territory.province), place.province)


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
    head = resolution.head
    adopted = resolution.effect.passed_on or head.issued_on
    if adopted is None and head.issued_month is not None:
        year, month = head.issued_month
        adopted = date(year, month, 1)  # the mergers began with a month, so any day of it does
    return resolution.territory.commune is None if adopted is None else adopted < MERGER_DAY


def province_of_today(province: str) -> str:
    """Return the province of today in which `province` lies, itself if it is one of today."""
    return next((today for former, today in TODAY.items() if same_unit(former, province)), province)


def may_lie_together(territory: Territory, other: Territory) -> bool:
    """Return False if the two surely lie in different provinces of today.

    Communes of several provinces bear the same name, and so do their councils.
    """
    if territory.province is None or other.province is None:
        return True
    return same_unit(province_of_today(territory.province), province_of_today(other.province))


def lie_together(territory: Territory, other: Territory) -> bool:
    """Return True if the two surely lie in one province of today, or bind the whole country."""
    if territory.nationwide or other.nationwide:
        return territory.nationwide and other.nationwide
    known = territory.province is not None and other.province is not None
    return known and may_lie_together(territory, other)


def same_unit(name: str | None, other: str | None) -> bool:
    """Return True if both are written and mean the same unit, however they are spelled."""
    return name is not None and other is not None and _key(name) == _key(other)


def _key(name: str) -> str:
    return _RENAMED.get(solid(name), solid(name))


_RENAMED: Final = {solid("tỉnh Thừa Thiên Huế"): solid("thành phố Huế")}
"""Became a city of its own on 1 January 2025, half a year before the mergers."""
