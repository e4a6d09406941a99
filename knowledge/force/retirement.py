"""Documents that another of the library puts out of force as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.force.amendments import find_amendments
from knowledge.force.deeds import Deed
from knowledge.force.predecessors import is_certain, is_meant
from knowledge.law.resolution import Address, Resolution


@dataclass(frozen=True, slots=True)
class Retirement:
    """A document that `provision` of another one puts out of force, by replacing it or so.

    `day` is the first on which the document is in force no more.
    """

    retired: Resolution
    by: Resolution
    provision: Address
    deed: Deed
    day: date


def find_retirements(library: Sequence[Resolution]) -> tuple[Retirement, ...]:
    """Return which documents of `library` others in it put out of force.

    Only what is certain counts: a whole document, named by a number with its year or by its day,
    by the body that issued it or the one that took its place, on a day that is known.
    """
    return tuple(
        Retirement(retired, by, amendment.provision, amendment.deed, day)
        for by in library
        for amendment in find_amendments(by)
        if amendment.whole and (day := amendment.since or by.effect.since)
        for retired in library
        if is_meant(amendment, by, retired) and is_certain(amendment, retired)
    )


def retired(library: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return `library` with the last day in force of those that another puts out of force."""
    ends: dict[str, date] = {}
    for one in find_retirements(library):
        last = one.day - timedelta(days=1)
        ends[one.retired.id] = min(last, ends.get(one.retired.id, last))
    return tuple(_ended(one, ends[one.id]) if one.id in ends else one for one in library)


def _ended(resolution: Resolution, last: date) -> Resolution:
    own = resolution.effect.until
    return replace(
        resolution, effect=replace(resolution.effect, until=min(own, last) if own else last)
    )
