"""Figures of a ranking against the gold addresses of a question set: recall@k, reciprocal rank."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from knowledge.law.resolution import Address, Part

DOCUMENT = "document"
"""Stands as the part of a gold address: preamble, closing and signature are all right."""

_DOCUMENT_PARTS = (Part.PREAMBLE, Part.CLOSING, Part.SIGNATURE)


def gold_addresses(written: Iterable[Mapping[str, Any]]) -> tuple[Address, ...]:
    """Return the addresses that a question set writes under `gold`; absent keys count as null.

    Raises KeyError without a resolution, ValueError for an unknown part.
    """
    return tuple(address for entry in written for address in _addresses(entry))


def rank_of_gold(ranked: Sequence[Address], gold: Sequence[Address]) -> int | None:
    """Return the place, from 1, of the first of `ranked` that is, or lies inside, one of `gold`."""
    for rank, address in enumerate(ranked, start=1):
        if any(right.covers(address) for right in gold):
            return rank
    return None


def recall_at(ranks: Sequence[int | None], depth: int) -> float:
    """Return the share of questions with a right hit among the first `depth`; 0 for none."""
    return fmean(rank is not None and rank <= depth for rank in ranks) if ranks else 0.0


def mean_reciprocal_rank(ranks: Sequence[int | None]) -> float:
    """Return the mean of 1/rank, a question without a right hit counting 0."""
    return fmean(1 / rank if rank else 0.0 for rank in ranks) if ranks else 0.0


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one group of questions."""

    questions: int
    recall_at_1: float
    recall_at_3: float
    recall_at_5: float
    mean_reciprocal_rank: float


def quality(ranks: Sequence[int | None]) -> Quality:
    """Return the figures of questions whose first right hits have these `ranks`."""
    return Quality(
        len(ranks),
        recall_at(ranks, 1),
        recall_at(ranks, 3),
        recall_at(ranks, 5),
        mean_reciprocal_rank(ranks),
    )


def _addresses(entry: Mapping[str, Any]) -> tuple[Address, ...]:
    resolution, part = entry["resolution"], entry.get("part", Part.ARTICLE)
    if part == DOCUMENT:
        return tuple(Address(resolution, each) for each in _DOCUMENT_PARTS)
    finer = (entry.get(name) for name in ("article", "clause", "point", "bullet", "annex"))
    return (Address(resolution, Part(part), *finer),)
