"""Why an answer came out as it did: all that the steps knew, for whoever tests the bot."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer.deciding.decide import Decision
from bot.answer.deciding.evidence import Evidence
from bot.answer.deciding.verify import Check
from bot.answer.values import Answer


@dataclass(frozen=True, slots=True)
class Explanation:
    """One question on its way to its answer.

    `decision` is what was decided before the `checks` of what it would have quoted; where none
    passes, the answer says less.
    """

    answer: Answer
    evidence: Evidence
    decision: Decision
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """An answer and how each question of the message came to its own.

    `settled` tells that nothing was seen of the matter that is spoken of, whatever else is found.
    """

    answer: Answer
    explanations: tuple[Explanation, ...]
    settled: bool = False
