"""In which former province each commune of today lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from knowledge.gazetteer.lists.sources import ListedCommune, UnitMerger
from knowledge.gazetteer.mergers import TODAY
from knowledge.gazetteer.spelling import solid

CommuneKey = tuple[str, str]
"""Today's province, and the commune spelled as one word."""


def former_provinces(
    communes: Iterable[ListedCommune], changes: Iterable[UnitMerger]
) -> dict[CommuneKey, str]:
    """Return the former province of every commune where it is certain.

    A commune made of communes of one former province lies in it. Where the list of changes names
    several, by mistaking one commune for its namesake, the statistical code tells: a commune of
    today keeps the code of one of its parts, and within a province of today the codes of a former
    province follow each other, so the commune lies where those with the next codes lie.
    """
    ordered = sorted(communes, key=lambda commune: commune.code)
    told = _told(changes)
    sources = [told.get(commune_key(commune), frozenset()) for commune in ordered]
    found = {}
    for position, commune in enumerate(ordered):
        former = _certain(sources, position)
        if former is not None and TODAY[former] == commune.province:
            found[commune_key(commune)] = former
    return found


def commune_key(commune: ListedCommune) -> CommuneKey:
    """Return the key of a commune of today."""
    return commune.province, solid(commune.name)


def _told(changes: Iterable[UnitMerger]) -> dict[CommuneKey, frozenset[str]]:
    told: defaultdict[CommuneKey, set[str]] = defaultdict(set)
    for change in changes:
        told[change.province, solid(change.commune)].add(change.former_province)
    return {key: frozenset(formers) for key, formers in told.items()}


def _certain(sources: Sequence[frozenset[str]], position: int) -> str | None:
    candidates = sources[position]
    if len(candidates) != 1:
        neighbours = _nearest(sources[:position][::-1]) | _nearest(sources[position + 1 :])
        candidates = candidates & neighbours if candidates else neighbours
    return next(iter(candidates)) if len(candidates) == 1 else None


def _nearest(sources: Iterable[frozenset[str]]) -> frozenset[str]:
    return next((source for source in sources if len(source) == 1), frozenset())
