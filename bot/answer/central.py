"""Asking the law of the state's centre, after the resolutions of the place have left a matter open.

The topics and what was learned from them speak of resolutions only, so that provisions of law are
compared with the question by words and meaning alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import exp

from bot.answer.decide import Decision, Reason
from bot.answer.estimate import Estimate
from bot.answer.evidence import Evidence
from bot.answer.quotable import quotable
from bot.answer.values import Reading, Status
from index.fusion import DENSE, LEAD, LEXICAL, learned
from index.hit import Found
from knowledge.outside import Kind

_BAR = 7.5
"""The score from which a provision of law is more probably the answer than not.

Set by eye: of questions that resolutions leave to the law, those above it mostly were answered.
"""


def searched_in_law(decided: Decision, evidence: Evidence) -> str:
    """Return what to look for in the law: the question, and the name of the matter it is near."""
    searched = evidence.reading.searched
    hit = evidence.found.matters.get(Kind.LAW)
    unanswered = evidence.estimate.likeliest is Status.NOT_FOUND
    if hit is None or not unanswered or decided.reason is Reason.ONLY_ELSEWHERE:
        return searched
    return f"{searched} {hit.matter.name}"


def ranked_as_law(found: Found, limit: int | None) -> Found:
    """Return the provisions of `found`, best first by words and meaning, at most `limit`.

    Nothing is left to the law where the law is what was searched.
    """
    hits = sorted(
        (replace(hit, score=_score(hit.parts)) for hit in found.hits), key=lambda hit: -hit.score
    )
    matters = dict(found.matters)
    matters.pop(Kind.LAW, None)
    return replace(found, hits=tuple(hits[:limit]), anywhere=tuple(hits[:limit]), matters=matters)


def probability_outside(estimate: Estimate) -> float:
    """Return how probable it is, by `estimate`, that a question is of another field or none."""
    return sum(estimate.outcomes.get(one, 0.0) for one in (Status.OUT_OF_SCOPE, Status.SMALL_TALK))


def estimate_by_law(
    reading: Reading, found: Found, *, named: bool, outside: float = 0.0
) -> Estimate:
    """Return how probable it is that the best provision of law answers.

    Only a question of this field can be answered: `outside` is how probable it is that it is not,
    which the search among the resolutions told better, having learned it. A document that the
    question names itself is never said to be silent on a search's word.
    """
    best = max((hit.score for hit in quotable(reading, found.hits)), default=0.0)
    answered = (1 - outside) / (1 + exp(_BAR - best))
    if named:
        return Estimate({Status.ANSWERED: 1.0}, answered)
    return Estimate({Status.ANSWERED: answered, Status.NOT_FOUND: 1 - answered}, answered)


def _score(parts: Mapping[str, float]) -> float:
    weights = learned().weights
    return sum(weights.get(name, 0.0) * parts.get(name, 0.0) for name in (LEXICAL, DENSE, LEAD))
