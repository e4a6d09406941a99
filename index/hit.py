"""What a search finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.outside import Matter
from knowledge.resolution import Address


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision that was found.

    `score` in 0..1 joins the shares in `parts` ("lexical", "dense", each 0..1), which also holds
    what they come from ("bm25", "cosine").
    """

    address: Address
    score: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class MatterHit:
    """The matter outside the resolutions that comes nearest to a question.

    `score` is that of its nearest phrase, on the scale of `Hit.score`.
    """

    matter: Matter
    phrase: str
    score: float
