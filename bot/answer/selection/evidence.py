"""All that a decision rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import sqrt
from typing import Final

from bot.answer.quoting.guide import Guide, GuideQuery, PlainLine
from bot.answer.selection.estimate import Estimate, quotable
from bot.answer.selection.scope import Reach
from bot.answer.values import Reading, Status
from index.hit import Found, Hit
from knowledge.law.resolution import Address, Resolution
from knowledge.validity.deeds import Deed
from knowledge.validity.validity import StateChange

_NEAR = 0.15
"""The probability of an answer from which a provision speaks of the subject of a question."""
_ENDS: Final = frozenset({Deed.REPEALS, Deed.REPLACES, Deed.EXPIRES})


@dataclass(frozen=True, slots=True)
class Evidence:
    """A question as read, which documents may be cited, what was found, and how sure that is.

    `changes` are what documents do to each other, as far as it is in force on the day; `library`
    has the summaries of the `guide`, too.
    """

    reading: Reading
    reach: Reach
    found: Found
    estimate: Estimate
    library: Mapping[str, Resolution]
    changes: tuple[StateChange, ...] = ()
    guide: Guide = field(default_factory=Guide)

    @property
    def nearest(self) -> Address | None:
        """Return the best provision if it shares the subject of the question, answer or not."""
        return next((hit.address for hit in self.quotable[:1] if hit.probability >= _NEAR), None)

    @property
    def sureness(self) -> float:
        """Return how surely the best provision answers, 0..1.

        Sureness is the geometric mean of the probability that it does, judged on its own words, and
        of that of an answer, judged on all that was found.
        """
        best = max((hit.probability for hit in self.quotable[:1]), default=0.0)
        return sqrt(best * self.estimate.outcomes.get(Status.ANSWERED, 0.0))

    def line(self, address: Address) -> PlainLine | None:
        """Return the plain answer that is told for the provision at `address`, if there is one.

        None is told where a document has changed what it rests on.
        """
        day = max(scope.day for scope in self.reach.scopes)
        query = GuideQuery(self.reading.searched, self.found.topics, day)
        line = self.guide.line(address, query)
        touched = line and any(touching(ground, self.changes) for ground in line.basis)
        return None if touched else line

    def beside(self, other: Evidence) -> Evidence:
        """Return this with what was found in the documents of `other`, too, best first."""
        hits = sorted((*self.found.hits, *other.found.hits), key=lambda hit: -hit.score)
        results = replace(self.found, hits=tuple(hits))
        return replace(self, reach=self.reach.beside(other.reach), found=results)

    @property
    def quotable(self) -> tuple[Hit, ...]:
        """Return the hits within reach that may answer, best first."""
        return quotable(self.reading, self.found.hits)


def is_over(address: Address, changes: Iterable[StateChange]) -> bool:
    """Return True if one of `changes`, all in force, leaves nothing of the provision in force."""
    return any(
        change.deed in _ENDS and change.target.names_provision and change.target.covers(address)
        for change in changes
    )


def touching(address: Address, changes: Iterable[StateChange]) -> tuple[StateChange, ...]:
    """Return those of `changes` that change the provision, what encloses it or what is inside."""
    return tuple(
        change
        for change in changes
        if change.target.covers(address) or address.covers(change.target)
    )
