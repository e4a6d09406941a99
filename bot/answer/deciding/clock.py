"""How long each step of one answer takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter


@dataclass(slots=True)
class Clock:
    """Measures the steps of one answer."""

    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def times(self, step: str) -> Iterator[None]:
        """Add the time that the block takes to `step`."""
        started = perf_counter()
        yield
        self.spent[step] = self.spent.get(step, 0.0) + (perf_counter() - started) * 1000

    def timings(self) -> Mapping[str, float]:
        """Return the milliseconds of every step, and of all together as "total"."""
        return {**self.spent, "total": sum(self.spent.values())}
