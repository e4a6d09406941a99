"""The validity of a document on a day, and the other documents that changed or ended it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.law.resolution import Address, Resolution
from knowledge.validity.amendments import Amendment, find_amendments
from knowledge.validity.deeds import Deed
from knowledge.validity.ends import EndOfValidity, find_ends
from knowledge.validity.predecessors import is_meant
from knowledge.validity.standing import USABLE, Standing, first_day, standing


@dataclass(frozen=True, slots=True)
class StateChange:
    """A deed that `provision` of the document `by` does to `target`, a provision of another one.

    A `target` without an article means that no provision is named, and that the document is not
    surely ended as a whole. `since` is the first day of the change, None if nothing tells it.
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
class Validity:
    """The state of `resolution` on `day`.

    `end` tells which other document ends it as a whole, None for none; it may be later than `day`.
    `changes` are those of single provisions, in the order of its text.
    """

    resolution: Resolution
    day: date
    standing: Standing
    end: EndOfValidity | None = None
    changes: tuple[StateChange, ...] = ()

    @property
    def partly_over(self) -> bool:
        """Return True if the document is in force, but not all of it as it was issued.

        A provision amended, replaced or repealed is out of force (Luật Ban hành văn bản quy phạm
        pháp luật 64/2025/QH15, Điều 57 khoản 1); an addition takes nothing away.
        """
        over = (change.deed is not Deed.ADDS and change.holds(self.day) for change in self.changes)
        return self.standing in USABLE and any(over)


def validity_by_id(library: Sequence[Resolution], day: date) -> dict[str, Validity]:
    """Return the validity on `day` of each document of `library`, as `read_library` gives it."""
    ends = find_ends(library)
    changes = changes_in(library)
    return {
        document.id: Validity(
            document,
            day,
            standing(document, day),
            _end_of(document, ends),
            tuple(change for change in changes if change.target.resolution == document.id),
        )
        for document in library
    }


def changes_in(library: Sequence[Resolution]) -> tuple[StateChange, ...]:
    """Return what the documents of `library` change of each other, in the order of the texts."""
    return tuple(sorted(_changes(library), key=lambda change: change.target.order))


def _end_of(resolution: Resolution, ends: Sequence[EndOfValidity]) -> EndOfValidity | None:
    """Return the earliest end of `resolution`, None if it ends by itself before."""
    own = [end for end in ends if end.ended.id == resolution.id]
    first = min(own, key=lambda end: end.day, default=None)
    last = resolution.effect.until
    # `library` has its last days from `with_ends`: an earlier one is the document's own
    if first is None or (last is not None and last < first.day - timedelta(days=1)):
        return None
    return first


def _changes(library: Sequence[Resolution]) -> Iterator[StateChange]:
    """Yield the changes that the documents of `library` make to provisions of each other.

    A document that ends as a whole is told of by its end, and not by a change besides.
    """
    ended = {(end.ended.id, end.provision) for end in find_ends(library)}
    for by in library:
        if amendments := find_amendments(by):
            for changed in library:
                for change in _changes_by(by, amendments, changed):
                    names_provision = change.target.names_provision
                    if names_provision or (changed.id, change.provision) not in ended:
                        yield change


def _changes_by(
    by: Resolution, amendments: Sequence[Amendment], changed: Resolution
) -> list[StateChange]:
    """Return what `by` does to `changed`, but no announcement of what it also says in detail.

    A body amends only what it has issued itself (khoản 1 Điều 57 of that law), or the bodies whose
    place it took, and before: if the numbers tell no year, one of a later year has the same.
    """
    issued, issued_by = changed.head.issued_on, by.head.issued_on
    if issued is not None and issued_by is not None and issued > issued_by:
        return []
    changes = [
        StateChange(
            address, amendment.deed, by, amendment.provision, amendment.since or first_day(by)
        )
        for amendment in amendments
        if is_meant(amendment, by, changed)
        for address in amendment.addresses_in(changed)
    ]
    detailed = any(change.target.names_provision for change in changes)
    return [
        change
        for change in changes
        if change.target.names_provision or not (detailed and change.deed is Deed.AMENDS)
    ]
