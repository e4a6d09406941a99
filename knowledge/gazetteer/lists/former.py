"""The former province in which each commune of today lies."""

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

    A commune made of communes of one former province lies in it. The list of changes names several
    if it mistakes a commune for its namesake; then the statistical code tells. A commune of today
    keeps the code of one of its parts, and within a province of today the codes of a former
    province follow each other, so the commune lies where those with the next codes lie.
    """
    ordered = sorted(communes, key=lambda commune: commune.code)
    listed = _listed(changes)
    sources = [listed.get(commune_key(commune), frozenset()) for commune in ordered]
    certain = {}
    for position, commune in enumerate(ordered):
        former = _certain(sources, position)
        if former is not None and TODAY[former] == commune.province:
            certain[commune_key(commune)] = former
    return certain


def commune_key(commune: ListedCommune) -> CommuneKey:
    """Return the key of a commune of today."""
    return commune.province, solid(commune.name)


def _listed(changes: Iterable[UnitMerger]) -> dict[CommuneKey, frozenset[str]]:
    """Return the former provinces of the parts of each commune, as the list of changes has them."""
    listed: defaultdict[CommuneKey, set[str]] = defaultdict(set)
    for change in changes:
        listed[change.province, solid(change.commune)].add(change.former_province)
    return {key: frozenset(formers) for key, formers in listed.items()}


def _certain(sources: Sequence[frozenset[str]], position: int) -> str | None:
    """Return the former province of the commune at `position` by its code, None if in doubt."""
    candidates = sources[position]
    if len(candidates) != 1:
        neighbours = _nearest(sources[:position][::-1]) | _nearest(sources[position + 1 :])
        candidates = candidates & neighbours if candidates else neighbours
    return next(iter(candidates)) if len(candidates) == 1 else None


def _nearest(sources: Iterable[frozenset[str]]) -> frozenset[str]:
    return next((source for source in sources if len(source) == 1), frozenset())
