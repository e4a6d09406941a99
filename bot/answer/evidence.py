"""All that a decision rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from bot.answer.estimate import Estimate
from bot.answer.quotable import quotable
from bot.answer.scope import Reach
from bot.answer.values import Reading, Status
from index.hit import Found, Hit
from knowledge.life import Change
from knowledge.resolution import Address, Resolution

_NEAR = 0.15
"""The probability of an answer from which a provision speaks of the subject of a question."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A question as read, which documents may be cited, what was found, and how sure that is.

    `changes` are what documents do to each other, as far as it is in force on the day.
    """

    reading: Reading
    reach: Reach
    found: Found
    estimate: Estimate
    library: Mapping[str, Resolution]
    changes: tuple[Change, ...] = ()

    @property
    def nearest(self) -> Address | None:
        """Return the best provision if it shares the subject of the question, answer or not."""
        return next((hit.address for hit in self.quotable[:1] if hit.probability >= _NEAR), None)

    @property
    def sureness(self) -> float:
        """Return how surely the best provision answers, 0..1.

        That is the geometric mean of the probability that it does, judged on its own words, and of
        that of an answer, judged on all that was found.
        """
        best = max((hit.probability for hit in self.quotable[:1]), default=0.0)
        return sqrt(best * self.estimate.outcomes.get(Status.ANSWERED, 0.0))

    @property
    def quotable(self) -> tuple[Hit, ...]:
        """Return the hits within reach that may answer, best first."""
        return quotable(self.reading, self.found.hits)
