"""The standing of a document on a day: in force, not yet, no longer, or unknown since when."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Final

from knowledge.law.resolution import Resolution


class Standing(Enum):
    """The answer to the question if a document is in force on a day.

    UNKNOWN_START means that neither the copy nor a correction tells since when: the document may
    be used, and the answer must say so.
    """

    IN_FORCE = "in force"
    NOT_YET = "not yet"
    EXPIRED = "expired"
    UNKNOWN_START = "unknown start"


USABLE: Final = frozenset({Standing.IN_FORCE, Standing.UNKNOWN_START})
"""The standings in which a document may be cited."""


def standing(resolution: Resolution, day: date) -> Standing:
    """Return the standing of `resolution` on `day`; `effect.until` is its last day in force."""
    effect = resolution.effect
    start = first_day(resolution)
    earliest = start or effect.passed_on  # nothing is in force before it is passed
    if earliest is not None and day < earliest:
        return Standing.NOT_YET
    if effect.until is not None and day > effect.until:
        return Standing.EXPIRED
    return Standing.UNKNOWN_START if start is None else Standing.IN_FORCE


def first_day(resolution: Resolution) -> date | None:
    """Return the first day on which `resolution` is in force, None if nothing tells it."""
    effect = resolution.effect
    return effect.since or (effect.passed_on if effect.on_passage else None)
