"""What a message does in the talk other than ask, and whether somebody is in danger."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.answer.acts.act import MAY_ASK, ON_THE_ANSWER, Act
from bot.answer.acts.bare import find_bare
from bot.answer.acts.danger import tells_danger
from bot.answer.acts.recogniser import learned
from bot.answer.acts.reprisal import tells_reprisal, without_reprisal
from bot.answer.acts.wording import without_wordless
from knowledge.language.text import syllables

__all__ = ["MAY_ASK", "ON_THE_ANSWER", "Act", "Heard", "hear"]

_REMEMBERED = 64
"""Messages whose impression is kept: the steps of one ask for it anew."""
_ACTS = frozenset(act.value for act in Act)
_PLACE = "place"
"""The label of statements of where somebody lives."""
_LEAST = 0.42
"""The probability from which on an act is taken for meant."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a message does in the talk, None if it asks or gives a place; whether it tells danger.

    `sure` is the probability of the act; `reprisal` tells that threats or harm for having spoken up
    are told of, and no violence; `place` that it is likest to a statement of where one lives.
    """

    act: Act | None = None
    sure: float = 0.0
    danger: bool = False
    reprisal: bool = False
    place: bool = False


@lru_cache(maxsize=_REMEMBERED)
def hear(text: str) -> Heard:
    """Return what `text` does in the talk, and whether it tells, or hints, of somebody's danger."""
    if bare := find_bare(text):
        return Heard(bare, 1.0)
    if not syllables(text):
        return Heard()
    impression = without_reprisal(text, learned().judge(text))
    labels = without_wordless(text, impression).labels
    best = max(labels, key=labels.__getitem__)
    reprisal = tells_reprisal(text, impression)
    meant = best in _ACTS and labels[best] >= _LEAST and (reprisal or best != Act.REPRISAL)
    return Heard(
        Act(best) if meant else None,
        labels[best] if meant else 0.0,
        tells_danger(text, impression),
        reprisal,
        best == _PLACE,
    )
