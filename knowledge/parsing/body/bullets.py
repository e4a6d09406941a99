"""The bullets that stand inside others: a "+" inside a "-"."""

from __future__ import annotations

_DASHES = frozenset("-–—‐‑‒―−")


class Bullets:
    """Keeps the marks of the bullets in one unit, by level."""

    def __init__(self) -> None:
        self._levels: list[set[str]] = []

    def begin(self) -> None:
        """Forget the marks: another unit begins."""
        self._levels = []

    def are_inside(self, mark: str, announced: bool) -> bool:
        """Return True if the next bullet, with `mark`, stands inside another.

        A mark that is new to the unit stands inside if the words before have `announced` a list; a
        "+" stands inside the dash before it.
        """
        mark = "-" if mark in _DASHES else mark
        for depth, marks in enumerate(self._levels):
            if mark in marks:
                del self._levels[depth + 1 :]
                return depth > 0
        if not self._levels or announced or (mark == "+" and "-" in self._levels[-1]):
            self._levels.append({mark})
        else:
            self._levels[-1].add(mark)
        return len(self._levels) > 1
