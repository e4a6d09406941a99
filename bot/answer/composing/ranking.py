"""The passages that are told beside an answer, and how probable it is that each answers."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from bot.answer.deciding.decide import Decision, Reason
from bot.answer.deciding.evidence import Evidence
from bot.answer.values import Status
from index.hit import Hit

SHOWN = 10
"""Passages that are told beside an answer, at most."""


def confidence(decision: Decision, evidence: Evidence) -> float | None:
    """Return the probability that the first citation answers; None where it is no search's."""
    if decision.status is Status.ANSWERED and decision.reason is Reason.PROVISION:
        return evidence.estimate.first_is_right
    return None


def ranked(decision: Decision, evidence: Evidence) -> tuple[Hit, ...]:
    """Return the provisions decided on, then what else was found, scores being probabilities.

    What was looked up or told as a fact is certain. Of what was searched for, the first has the
    probability of the estimate, and the odds of the others stand to its as the search says; none
    is more probable than one before it.
    """
    searched = decision.reason is Reason.PROVISION
    hits = {hit.address: hit for hit in evidence.found.hits or evidence.found.anywhere}
    decided = [hits.pop(address, Hit(address, 0.0, {})) for address in decision.addresses]
    certain = () if searched else (Hit(hit.address, 1.0, hit.parts) for hit in decided)
    found = [*(decided if searched else ()), *hits.values()]
    return (*certain, *_probable(found, evidence))


def _probable(hits: list[Hit], evidence: Evidence) -> Iterator[Hit]:
    first = max((hit.score for hit in evidence.quotable), default=0.0)
    ceiling = evidence.estimate.first_is_right
    for hit in hits:
        odds = evidence.estimate.odds_of_first * exp(hit.score - first)
        ceiling = min(ceiling, odds / (1 + odds))
        yield Hit(hit.address, ceiling, hit.parts)
