"""The size of an answer: which provisions it quotes, and how much of each, to fit a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer.deciding.decision import Decision, Reason
from bot.answer.selection.evidence import Evidence
from knowledge.law.resolution import Address

LONGEST_ANSWER = 900
"""Characters of an answer at most, unless the whole text is asked for or one sentence is longer."""
LONGEST_PART = 750
"""The same of each of several questions that one message asks."""
_MOST_BLOCKS = 3
_MOST_OF_A_PLACE = 2
"""Provisions that are quoted where it is known which place is meant."""
_MAY_BE_MEANT = 0.15
"""The least probability of what is quoted beside the best."""
_MAY_ANSWER = 0.3
"""The probability from which a provision is quoted beside one of the other kind of document."""
_NEAR = 1.0
"""Log-odds below the best from which a provision of another place is quoted, too."""
_MOST_FURTHER = 3


@dataclass(frozen=True, slots=True)
class AnswerShape:
    """The most characters that are quoted of a provision, and what stands beside that.

    `beside` is the same of further provisions, None if none is to be quoted; `steps` is the number
    of steps told. `headings` tells whether quotes below a plain answer stand under headings, too,
    which say less than that: the sentence that a quote completes is never left out.
    """

    quote: int
    beside: int | None
    steps: int
    headings: bool = False


SHAPES = (
    AnswerShape(450, 450, 2, headings=True),
    AnswerShape(450, 200, 2),
    AnswerShape(300, 120, 1),
    AnswerShape(200, 100, 1),
    AnswerShape(200, 100, 0),
    AnswerShape(120, 60, 0),
    AnswerShape(300, None, 2),
    AnswerShape(200, None, 1),
    AnswerShape(120, None, 0),
)
"""From the fullest to the shortest: the first that is short enough is shown, else the last."""
FOR_SEVERAL_PLACES = tuple(shape for shape in SHAPES if shape.beside is not None)
"""Those that leave out no place, where several may be meant."""
FULLEST = SHAPES[0]


def quoted_provisions(decision: Decision, evidence: Evidence) -> list[Address]:
    """Return the provision decided on and those that answer nearly as probably.

    The law of the whole country stands beside the place's own provision, or the other way round, if
    it may answer; else the next best one does. If no place is meant each document is quoted once.
    """
    chosen = (*decision.addresses, *_counterpart(decision, evidence), *_next_best(evidence))
    if evidence.reach.place is not None:
        return list(dict.fromkeys(chosen))[:_MOST_OF_A_PLACE]
    best: dict[str, Address] = {}
    for address in (*decision.addresses, *near_provisions(evidence)):
        best.setdefault(address.resolution, address)
    return list(best.values())[:_MOST_BLOCKS]


def further_provisions(
    decision: Decision, evidence: Evidence, shown: frozenset[Address]
) -> tuple[Address, ...]:
    """Return the provisions to name below an answer that has `shown` others: the next nearest."""
    if decision.reason is not Reason.PROVISION:
        return ()
    near = (address for address in near_provisions(evidence) if address not in shown)
    return tuple(near)[:_MOST_FURTHER]


def near_provisions(evidence: Evidence) -> Iterator[Address]:
    """Yield the provisions that are nearly as near as the best."""
    hits = evidence.quotable
    return (hit.address for hit in hits if hit.score >= hits[0].score - _NEAR)


def _next_best(evidence: Evidence) -> Iterator[Address]:
    """Yield the provisions that are at least half as probable as the best."""
    first, *others = evidence.quotable
    least = max(_MAY_BE_MEANT, first.probability / 2)
    return (hit.address for hit in others if hit.probability >= least)


def _counterpart(decision: Decision, evidence: Evidence) -> Iterator[Address]:
    """Yield the best of the law if the place's own answers, of the place's own if the law does."""
    nationwide = {
        resolution.id: resolution.territory.nationwide for resolution in evidence.reach.resolutions
    }
    decided = {nationwide.get(address.resolution) for address in decision.addresses}
    for hit in evidence.quotable:
        if hit.probability < _MAY_ANSWER:
            return
        if nationwide.get(hit.address.resolution) not in decided:
            yield hit.address
            return
