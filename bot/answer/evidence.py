"""All that a decision rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answer.estimate import Estimate
from bot.answer.quotable import quotable
from bot.answer.scope import Reach
from bot.answer.values import Reading
from index.hit import Found, Hit
from knowledge.life import Change
from knowledge.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Evidence:
    """A question as read, which documents may be cited, what was found, and how sure that is.

    `left_open_by` is the place's own reach that did not answer, where the state's centre is asked.
    `changes` are what documents do to each other, as far as it is in force on the day.
    """

    reading: Reading
    reach: Reach
    found: Found
    estimate: Estimate
    library: Mapping[str, Resolution]
    left_open_by: Reach | None = None
    changes: tuple[Change, ...] = ()

    @property
    def quotable(self) -> tuple[Hit, ...]:
        """Return the hits within reach that may answer, best first."""
        return quotable(self.reading, self.found.hits)
