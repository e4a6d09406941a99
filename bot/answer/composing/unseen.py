"""What an answer says of documents that are known to exist and that the library lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.answer.selection.scope import Reach
from bot.answer.values import Earlier
from knowledge.law.resolution import Resolution
from knowledge.library.absent import Absent
from knowledge.matters.lists.cards import Bearing


@dataclass(frozen=True, slots=True)
class Unseen:
    """Absent documents that bear alike on `document`, or, where that is None, on a place."""

    bearing: Bearing
    certain: bool
    absent: tuple[Absent, ...]
    document: Resolution | None = None


def unseen(
    absent: Sequence[Absent],
    cited: Iterable[Resolution],
    reach: Reach,
    before: Sequence[Earlier],
) -> tuple[Unseen, ...]:
    """Return what of `absent` bears on the documents `cited`, or on the places of `reach`.

    What the turns `before` have told is left out, and so is what was not there on the day.
    """
    days = [scope.day for scope in reach.scopes]
    new = [
        one
        for one in absent
        if all(map(one.is_known_on, days)) and not any(_was_told(one, turn) for turn in before)
    ]
    of_documents = tuple(_of_documents(new, cited))
    told = {one for group in of_documents for one in group.absent}
    return (*of_documents, *_of_places([one for one in new if one not in told], reach))


def _was_told(absent: Absent, turn: Earlier) -> bool:
    """Return True if the answer to `turn` cited what `absent` bears on, or was for its people."""
    cited = {address.resolution for address in turn.cited}
    return bool(cited & absent.bears_on) or (turn.place is not None and absent.binds(turn.place))


def _of_documents(new: Sequence[Absent], cited: Iterable[Resolution]) -> Iterator[Unseen]:
    for document in dict.fromkeys(cited):
        if document.edition:  # that tells of the same
            continue
        groups: dict[tuple[Bearing, bool], list[Absent]] = {}
        for one in new:
            if document.id in one.bears_on:
                groups.setdefault((one.bearing, one.card.certain), []).append(one)
        for (bearing, certain), its in groups.items():
            yield Unseen(bearing, certain, tuple(its), document)


def _of_places(new: Sequence[Absent], reach: Reach) -> Iterator[Unseen]:
    places = [scope.place for scope in reach.scopes if scope.place]
    binding = tuple(one for one in new if any(map(one.binds, places)))
    if binding:
        yield Unseen(Bearing.BESIDE, certain=True, absent=binding)
