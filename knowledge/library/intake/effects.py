"""The effects of a prospect on the documents of the library, and of those on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.law.resolution import Address, Resolution
from knowledge.validity.amendments import find_amendments
from knowledge.validity.deeds import Deed
from knowledge.validity.ends import EndOfValidity, find_ends
from knowledge.validity.predecessors import is_meant


@dataclass(frozen=True, slots=True)
class DocumentEffect:
    """A deed of the prospect's `provision`, done to `target` in `document` from the day `since`.

    A target without an article is the document itself; `whole` tells that nothing of it is left.
    `document` is None if the library has none of that `number` and day, `dated`. There is no target
    if the provision names an annex that the document does not have, or that may be one of several:
    `unclear` holds the names of those.
    """

    provision: Address
    deed: Deed
    number: str
    document: Resolution | None
    target: Address | None
    since: date | None
    whole: bool = False
    dated: date | None = None
    unclear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effects:
    """Whole documents that the prospect ends, those that end it, and all else that it changes.

    `absent` are whole documents that it ends and the library does not have.
    """

    ends: tuple[EndOfValidity, ...]
    ended_by: tuple[EndOfValidity, ...]
    absent: tuple[DocumentEffect, ...]
    changes: tuple[DocumentEffect, ...]

    @property
    def nothing(self) -> bool:
        """Return True if the prospect and the library leave each other as they are."""
        return not (self.ends or self.ended_by or self.absent or self.changes)


def effects_of(own: Resolution, library: Sequence[Resolution]) -> Effects:
    """Return what there would be between the prospect `own` and the others of `library`."""
    others = tuple(document for document in library if document.id != own.id)
    all_ends = find_ends((own, *others))
    ends = tuple(end for end in all_ends if end.by.id == own.id)
    ended = {end.ended.id for end in ends}
    all_changes = dict.fromkeys(
        change for change in _changes(own, others) if not _is_told(change, ended)
    )
    absent = tuple(change for change in all_changes if change.whole and change.document is None)
    return Effects(
        ends=ends,
        ended_by=tuple(end for end in all_ends if end.ended.id == own.id),
        absent=absent,
        changes=tuple(change for change in all_changes if change not in absent),
    )


def _changes(own: Resolution, others: Sequence[Resolution]) -> tuple[DocumentEffect, ...]:
    return tuple(
        DocumentEffect(
            provision=amendment.provision,
            deed=amendment.deed,
            number=amendment.number,
            document=document,
            target=target,
            since=amendment.since or own.effect.since,
            whole=amendment.whole,
            dated=amendment.dated,
            unclear=(amendment.unclear_in(document) or ()) if document else (),
        )
        for amendment in find_amendments(own)
        for document in [
            next((document for document in others if is_meant(amendment, own, document)), None)
        ]
        for target in (document and amendment.addresses_in(document)) or (None,)
    )


def _is_told(change: DocumentEffect, ended: set[str]) -> bool:
    """Return True if the whole document that is changed is among those that end."""
    whole = change.target is not None and not change.target.names_provision
    return whole and change.document is not None and change.document.id in ended
