"""The sureness of an answer, in probabilities learned by `python -m training.learn`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter

from bot.answer.selection.fit.features import STATES, nearness
from bot.answer.understand.asked.facts import names_document
from bot.answer.values import Reading, Status
from index.hit import Found, Hit
from knowledge.language.text import syllables
from knowledge.law.resolution import RULING
from knowledge.matters.lists.outside import OutsideKind

Signals = Mapping[str, float]
Weights = Mapping[str, float]
"""The weights of a logistic model, by signal, and its "bias"."""

OUTCOMES = (Status.ANSWERED, Status.NOT_FOUND, Status.OUT_OF_SCOPE, Status.SMALL_TALK)
_SURE = 8.0
"""Log-odds beyond which nothing gets surer."""
_LONG = 30
"""Syllables from which on longer questions are as clear as each other."""
_LEARNED = Path(__file__).parent / "estimate.json"


@dataclass(frozen=True, slots=True)
class EstimateModel:
    """A multinomial logistic model of the `outcomes`, and a logistic one of the first provision."""

    outcomes: Mapping[Status, Weights]
    first_is_right: Weights


_MODEL = TypeAdapter(EstimateModel)


@dataclass(frozen=True, slots=True)
class Estimate:
    """The probability of each outcome, and that the first provision found answers the question."""

    outcomes: Mapping[Status, float]
    first_is_right: float

    @property
    def likeliest(self) -> Status:
        """Return the outcome with the highest probability."""
        return max(self.outcomes, key=lambda status: self.outcomes[status])

    @property
    def odds_of_first(self) -> float:
        """Return the odds that the first provision found answers the question."""
        return self.first_is_right / max(1 - self.first_is_right, 1e-6)


def estimate(reading: Reading, results: Found) -> Estimate:
    """Return what the model that comes with the project makes of a question and what was found."""
    return estimate_from(signals(reading, results), learned())


def estimate_from(observed: Signals, model: EstimateModel) -> Estimate:
    """Return what `model` makes of the signals `observed`."""
    odds = {status: exp(_sum(weights, observed)) for status, weights in model.outcomes.items()}
    total = sum(odds.values())
    outcomes = {status: weight / total for status, weight in odds.items()}
    return Estimate(
        MappingProxyType(outcomes), 1 / (1 + exp(-_sum(model.first_is_right, observed)))
    )


def quotable(reading: Reading, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return those of `hits` that may answer: head and closing where the document is meant."""
    if names_document(reading.searched):
        return hits
    articles = tuple(hit for hit in hits if hit.address.part in RULING)
    return articles or hits


def signals(reading: Reading, results: Found) -> Signals:
    """Return what the model looks at; scores are log-odds.

    "provision" is how probably the best within reach answers, "elsewhere" how much higher the best
    anywhere is, "ahead" how far the first is ahead of the second; "topic", "law", "field" and
    "talk" are the scores of the nearest samples inside and outside the resolutions, "uncovered" is
    how much lower the best topic within reach is, "amount" and "stated" whether an amount is asked
    for and the best states one of its kind, "length" are tens of syllables.
    """
    hits = quotable(reading, results.hits) or results.anywhere
    scores = [max(-_SURE, min(hit.score, _SURE)) for hit in hits] or [0.0]
    here = scores[0]
    topic = results.topics[0].score if results.topics else 0.0
    anywhere = min(max((hit.score for hit in results.anywhere), default=here), _SURE)
    return {
        "provision": here,
        "elsewhere": max(0.0, anywhere - here),
        "ahead": here - scores[1] if len(scores) > 1 else 0.0,
        "topic": topic,
        "uncovered": max(0.0, topic - results.topic_within) if results.hits else 0.0,
        **{kind.value: nearness(results, kind) for kind in OutsideKind},
        "civic": float(reading.civic),
        "stated": hits[0].parts.get(STATES, 0.0) if hits else 0.0,
        "amount": float(reading.measure is not None),
        "length": min(_LONG, len(syllables(reading.searched))) / 10,
    }


@cache
def learned() -> EstimateModel:
    """Return the model that comes with the project."""
    return _MODEL.validate_json(_LEARNED.read_bytes())


def write_learned(model: EstimateModel, path: Path = _LEARNED) -> None:
    """Write `model` as the one that comes with the project."""
    path.write_bytes(_MODEL.dump_json(model, indent=2) + b"\n")


def _sum(weights: Weights, observed: Signals) -> float:
    return sum(weight * observed.get(name, 1.0) for name, weight in weights.items())
