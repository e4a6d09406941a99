"""The outcome of a rehearsal on a page: the counts, then change by change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from bot.console.anchors import anchor
from bot.publishing.rehearsing.change import AnswerChange, ChangeGroup, ChangeVerdict
from bot.publishing.rehearsing.rehearsal import Rehearsal
from knowledge.law.difference import Side, compare

_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """The number of changes in a group, and the link to the first of them."""

    group: ChangeGroup
    count: int
    link: str


@dataclass(frozen=True, slots=True)
class OutcomeCard:
    """A change with the words of both answers, and the link to its provision in the draft.

    There are no words if one answer is missing or of another status: little would be alike.
    """

    change: AnswerChange
    words: tuple[tuple[Side, str], ...]
    link: str


@dataclass(frozen=True, slots=True)
class RehearsalOutcome:
    """A rehearsal and the changes on one page of it, which begins at the change `start`."""

    rehearsal: Rehearsal
    summaries: tuple[GroupSummary, ...]
    counts: dict[ChangeVerdict, int]
    sections: tuple[tuple[ChangeGroup, tuple[OutcomeCard, ...]], ...]
    start: int
    further: str


def outcome_of(rehearsal: Rehearsal, key: str, here: str, start: int) -> RehearsalOutcome:
    """Return what the page at `here` tells of a rehearsal of the draft `key`."""
    end = start + _A_PAGE
    changes = rehearsal.in_order
    return RehearsalOutcome(
        rehearsal,
        tuple(_summaries(rehearsal, here)),
        {verdict: rehearsal.count(verdict) for verdict in ChangeVerdict},
        tuple(_sections(changes[start:end], key)),
        start,
        f"{here}?tu={end}#thay-doi" if len(changes) > end else "",
    )


def _summaries(rehearsal: Rehearsal, here: str) -> Iterator[GroupSummary]:
    counts = {group: len(changes) for group, changes in rehearsal.groups.items()}
    starts = accumulate(counts.values(), initial=0)
    for (group, count), start in zip(counts.items(), starts, strict=False):
        yield GroupSummary(group, count, f"{here}?tu={start}#thay-doi")


def _sections(
    changes: Iterable[AnswerChange], key: str
) -> Iterator[tuple[ChangeGroup, tuple[OutcomeCard, ...]]]:
    for group, alike in groupby(changes, lambda change: change.group):
        yield group, tuple(_card(change, key) for change in alike)


def _card(change: AnswerChange, key: str) -> OutcomeCard:
    before, after = change.before, change.after
    alike = before is not None and before.status is after.status
    words = compare(before.text, after.text) if before and alike else ()
    place = anchor(change.provision) if change.provision else ""
    return OutcomeCard(change, words, f"/van-ban-moi/{key}#{place}" if place else "")
