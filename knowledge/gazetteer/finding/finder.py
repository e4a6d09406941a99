"""Finds the places that a running question names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from knowledge.gazetteer.finding.evidence import Named, NameEvidence
from knowledge.gazetteer.finding.question import NamedQuestion
from knowledge.gazetteer.names.names import Names
from knowledge.gazetteer.names.segments import places_meant
from knowledge.gazetteer.place import Place, PlaceMention

_MOST_SEGMENTS: Final = 3
_MOST_MEANT: Final = 12
"""A name that more places bear ("phường 5") tells nothing by itself."""

_LONGEST: Final = 2000
"""Letters of a question that are searched: residents name their place early."""


def find_mentions(text: str, names: Names, known: Iterable[Place]) -> tuple[PlaceMention, ...]:
    """Return the places named in `text`, in order; communes in `known` by bare name, too."""
    question = NamedQuestion(text[:_LONGEST])
    evidence = NameEvidence(question, names, known)
    remaining = tuple(evidence.all_named())
    mentions: list[PlaceMention] = []
    floor = 0
    while remaining:
        group = _together(remaining, question)
        remaining = remaining[len(group) :]
        if len(group) == 1:
            group = _with_name_before(group[0], evidence.before(group[0], floor), question)
        floor = group[-1].last
        mentions.extend(_mentions(group, question))
    return tuple(mentions)


def _together(named: Sequence[Named], question: NamedQuestion) -> tuple[Named, ...]:
    """Return the first names that follow each other and mean one place."""
    for length in range(min(_MOST_SEGMENTS, len(named)), 1, -1):
        group = tuple(named[:length])
        follow = all(question.joins(before.last, after.first) for before, after in pairwise(group))
        if follow and _meant(group):
            return group
    return (named[0],)


def _with_name_before(
    named: Named, before: Iterable[Named], question: NamedQuestion
) -> tuple[Named, ...]:
    """Return `named` with the name said right before it, as in "Dĩ An, Bình Dương"."""
    for narrow in before:
        group = (narrow, named)
        if question.joins(narrow.last, named.first) and _meant(group):
            return group
    return (named,)


def _mentions(group: Sequence[Named], question: NamedQuestion) -> list[PlaceMention]:
    first, last = group[0].first, group[-1].last
    places = _meant(group)
    if question.said_former(last):
        last += 1
        places = tuple(place.of_before() for place in places)
    elif question.unknown_before(first):
        places = tuple(place.somewhere_inside() for place in places)
    if len(group) == 1 and question.careless(first, last):
        places = tuple(place for place in places if not place.of_former_commune)
    if len(places) > _MOST_MEANT:
        return []
    return [PlaceMention(place, *question.span(first, last)) for place in places]


def _meant(group: Sequence[Named]) -> tuple[Place, ...]:
    return places_meant([named.segment for named in group])
