"""The end of a document's validity as a whole, brought about by another of the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.law.resolution import Address, Resolution
from knowledge.validity.amendments import find_amendments
from knowledge.validity.deeds import Deed
from knowledge.validity.predecessors import is_certain, is_meant


@dataclass(frozen=True, slots=True)
class EndOfValidity:
    """A document that `provision` of another one puts out of force, by replacing it or so.

    `day` is the first on which the document is in force no more.
    """

    ended: Resolution
    by: Resolution
    provision: Address
    deed: Deed
    day: date


def find_ends(library: Sequence[Resolution]) -> tuple[EndOfValidity, ...]:
    """Return which documents of `library` others in it put out of force.

    Only what is certain counts: a whole document, named by a number with its year or by its day,
    by the body that issued it or the one that took its place, on a day that is known.
    """
    return tuple(
        EndOfValidity(ended, by, amendment.provision, amendment.deed, day)
        for by in library
        for amendment in find_amendments(by)
        if amendment.whole and (day := amendment.since or by.effect.since)
        for ended in library
        if is_meant(amendment, by, ended) and is_certain(amendment, ended)
    )


def with_ends(library: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return `library` with the last day in force of those that another puts out of force."""
    last_days: dict[str, date] = {}
    for end in find_ends(library):
        last = end.day - timedelta(days=1)
        last_days[end.ended.id] = min(last, last_days.get(end.ended.id, last))
    return tuple(
        _ended(document, last_days[document.id]) if document.id in last_days else document
        for document in library
    )


def _ended(resolution: Resolution, last: date) -> Resolution:
    """Return `resolution` in force until `last`, or until its own last day if that is earlier."""
    own = resolution.effect.until
    return replace(
        resolution, effect=replace(resolution.effect, until=min(own, last) if own else last)
    )
