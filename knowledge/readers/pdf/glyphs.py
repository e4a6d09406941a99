"""A letter as a page draws it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn letter, in points from the lower left corner; `size` is its font's height."""

    text: str
    left: float
    right: float
    base: float
    size: float
