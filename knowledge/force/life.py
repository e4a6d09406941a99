"""In which state a document stands on a day, and which others of the library brought it there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.force.amendments import Amendment, find_amendments
from knowledge.force.deeds import Deed
from knowledge.force.predecessors import is_meant
from knowledge.force.retirement import Retirement, find_retirements
from knowledge.law.resolution import Address, Resolution
from knowledge.law.validity import USABLE, Standing, first_day, standing


@dataclass(frozen=True, slots=True)
class StateChange:
    """What `provision` of the document `by` does to `target`, a provision of another document.

    A `target` without an article means that no provision is named, and that the document is not
    surely ended as a whole. `since` is the first day of the change, None where nothing tells it.
    """

    target: Address
    deed: Deed
    by: Resolution
    provision: Address
    since: date | None

    def holds(self, day: date) -> bool:
        """Return True if the change is surely in force on `day`."""
        return self.since is not None and self.since <= day


@dataclass(frozen=True, slots=True)
class Life:
    """How `resolution` stands on `day`.

    `retirement` tells which other document ends it as a whole, where one does, be it later than
    `day`. `changes` are those of single provisions, in the order of its text.
    """

    resolution: Resolution
    day: date
    standing: Standing
    retirement: Retirement | None = None
    changes: tuple[StateChange, ...] = ()

    @property
    def partly_over(self) -> bool:
        """Return True if the document is in force, but not all of it as it was issued.

        Whatever is amended, replaced or repealed is out of force (Luật Ban hành văn bản quy phạm
        pháp luật 64/2025/QH15, Điều 57 khoản 1); an addition takes nothing away.
        """
        over = (one.deed is not Deed.ADDS and one.holds(self.day) for one in self.changes)
        return self.standing in USABLE and any(over)


def lives(library: Sequence[Resolution], day: date) -> dict[str, Life]:
    """Return how each document of `library`, as `read_library` gives it, stands on `day`, by id."""
    retirements = find_retirements(library)
    changes = changes_in(library)
    return {
        one.id: Life(
            one,
            day,
            standing(one, day),
            _ended_by(one, retirements),
            tuple(change for change in changes if change.target.resolution == one.id),
        )
        for one in library
    }


def changes_in(library: Sequence[Resolution]) -> tuple[StateChange, ...]:
    """Return what the documents of `library` change of each other, in the order of the texts."""
    found = _changes(library, find_retirements(library))
    return tuple(sorted(found, key=lambda one: one.target.order))


def _ended_by(resolution: Resolution, retirements: Sequence[Retirement]) -> Retirement | None:
    """Return the retirement that ends `resolution` first, None if it ends by itself before."""
    its = [one for one in retirements if one.retired.id == resolution.id]
    first = min(its, key=lambda one: one.day, default=None)
    last = resolution.effect.until
    if first is None or (last is not None and last < first.day - timedelta(days=1)):
        return None
    return first


def _changes(
    library: Sequence[Resolution], retirements: Sequence[Retirement]
) -> Iterator[StateChange]:
    """Yield the changes that the documents of `library` make to provisions of each other."""
    ended = {(one.retired.id, one.provision) for one in retirements}
    for by in library:
        if amendments := find_amendments(by):
            for changed in library:
                for one in _done(by, amendments, changed):
                    if one.target.names_provision or (changed.id, one.provision) not in ended:
                        yield one


def _done(
    by: Resolution, amendments: Sequence[Amendment], changed: Resolution
) -> list[StateChange]:
    """Return what `by` does to `changed`, but no announcement of what it also says in detail.

    A body amends only what it has issued itself (khoản 1 Điều 57 of that law), or the bodies whose
    place it took, and before: where the numbers tell no year, one of a later year has the same.
    """
    if _is_later(changed, by):
        return []
    told = [
        StateChange(address, one.deed, by, one.provision, one.since or first_day(by))
        for one in amendments
        if is_meant(one, by, changed)
        for address in one.addresses_in(changed)
    ]
    named = any(one.target.names_provision for one in told)
    return [
        one for one in told if one.target.names_provision or not (named and one.deed is Deed.AMENDS)
    ]


def _is_later(one: Resolution, other: Resolution) -> bool:
    """Return True if `one` was surely issued after `other`."""
    mine, its = one.head.issued_on, other.head.issued_on
    return mine is not None and its is not None and mine > its
