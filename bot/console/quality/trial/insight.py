"""The reasons for an answer of the bot, in figures that a page can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from bot.answer.composing.compose import existing
from bot.answer.deciding.trace import Explanation
from bot.answer.quoting.excerpt import excerpt
from bot.answer.selection.evidence import Evidence
from index.hit import Hit
from index.retrieval.fusion import DENSE, LEXICAL, NEAR, learned
from knowledge.law.resolution import Address, Resolution

_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Score:
    """A figure of the search, named as in its template; `share` is the length of its bar, 0..1."""

    name: str
    value: float
    share: float


@dataclass(frozen=True, slots=True)
class PassageInsight:
    """A provision that was found, with the `words` of it that are nearest to the question.

    There are no `scores` if it was not searched for but looked up.
    """

    address: Address
    resolution: Resolution
    words: str
    probability: float
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Insight:
    """The way from a question to its answer.

    `elsewhere` are the documents that do not apply where it was asked.
    """

    explanation: Explanation
    passages: tuple[PassageInsight, ...]
    elsewhere: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True)
class StepInsight:
    """The time of a step: `start` and `share` are parts of the whole, 0..1."""

    name: str
    milliseconds: float
    start: float
    share: float


def insight_into(explanation: Explanation) -> Insight:
    """Return the figures of `explanation`."""
    evidence = explanation.evidence
    passages = (_passage(hit, evidence) for hit in explanation.answer.passages)
    return Insight(explanation, tuple(passages), _elsewhere(evidence))


def steps_of(timings_ms: Mapping[str, float]) -> tuple[StepInsight, ...]:
    """Return the steps of an answer in their order, without those that took no time."""
    spent = {name: took for name, took in timings_ms.items() if name != _TOTAL and took}
    whole = sum(spent.values())
    starts = accumulate(spent.values(), initial=0.0)
    return tuple(
        StepInsight(name, took, start / whole, took / whole)
        for (name, took), start in zip(spent.items(), starts, strict=False)
    )


def _passage(hit: Hit, evidence: Evidence) -> PassageInsight:
    resolution = evidence.library[hit.address.resolution]
    unit = existing(resolution, hit.address)
    words = excerpt(unit.text or unit.heading, evidence.reading.searched)
    scores = _scores(hit.parts) if hit.parts else ()
    return PassageInsight(hit.address, resolution, words, hit.score, scores)


def _scores(parts: Mapping[str, float]) -> tuple[Score, ...]:
    """Return the scores by words, by meaning and by topics, and the fused one."""
    weights = learned().weights
    joined = sum(weights.get(name, 0.0) * share for name, share in parts.items())
    near = [parts[name] for name in NEAR if name in parts]
    shares = {
        "lexical": parts.get(LEXICAL, 0.0),
        "dense": parts.get(DENSE, 0.0),
        "topic": sum(near) / len(near) if near else 0.0,
    }
    highest = sum(weight for weight in weights.values() if weight > 0)
    fused = Score("fused", joined, min(1.0, max(0.0, joined / highest)))
    return (*(Score(name, share, share) for name, share in shares.items()), fused)


def _elsewhere(evidence: Evidence) -> tuple[Resolution, ...]:
    """Return the documents that no scope speaks of; a question about one by its number has none."""
    reach = evidence.reach
    if reach.documents:
        return ()
    spoken_of = {
        document.id for scope in reach.scopes for document in (*scope.resolutions, *scope.hint)
    }
    spoken_of |= {document.id for scope in reach.scopes for document, _ in scope.excluded}
    library = (document for document in evidence.library.values() if not document.is_summary)
    return tuple(document for document in library if document.id not in spoken_of)
