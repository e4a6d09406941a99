"""The acts of messages in the talk, other than to ask, and the danger that they may tell of.

Imported by the reading of questions and by the conversation; begin with `hear`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.answer.acts.act import MAY_ASK, ON_THE_ANSWER, Act
from bot.answer.acts.danger import tells_danger
from bot.answer.acts.recogniser import learned
from bot.answer.acts.reprisal import tells_reprisal, without_reprisal, without_wordless
from knowledge.language.text import foreign_letters, syllables

__all__ = ["MAY_ASK", "ON_THE_ANSWER", "Act", "Heard", "hear"]

_REMEMBERED = 64
"""Messages whose impression is kept: the steps of one ask for it anew."""
_ACTS = frozenset(act.value for act in Act)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\S+\.(?:vn|com|net|org|gov|info|me|ly)(?:/\S*)?", re.IGNORECASE
)
_NUMBER = re.compile(r"[\d\s.,+()/-]*\d[\d\s.,+()/-]*")
_SMILE = re.compile(r"[:;=][-']?[)(DPpv3<]+")
_LEAST_DIGITS = 3
"""Digits from which on a number is none that chooses what is offered."""
_PLACE = "place"
"""The label of statements of where somebody lives."""
_LEAST_SURE = 0.42
"""The probability from which on an act is taken for meant."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The act of a message, None if it asks or gives a place, and the danger that it tells of.

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
    meant = best in _ACTS and labels[best] >= _LEAST_SURE and (reprisal or best != Act.REPRISAL)
    return Heard(
        Act(best) if meant else None,
        labels[best] if meant else 0.0,
        tells_danger(text, impression),
        reprisal,
        best == _PLACE,
    )


def find_bare(text: str) -> Act | None:
    """Return the act of a message without any word of Vietnamese, None if it may hold one."""
    said = text.strip()
    if _LINK.fullmatch(said):
        return Act.LINK
    if _NUMBER.fullmatch(said) and sum(map(str.isdigit, said)) >= _LEAST_DIGITS:
        return Act.NUMBER
    if 2 * len(foreign_letters(said)) > sum(map(str.isalpha, said)):
        return Act.OTHER_LANGUAGE
    drawn = any(unicodedata.category(sign) == "So" for sign in said)
    smiles = _SMILE.fullmatch(said) is not None
    return Act.PICTURE if smiles or (drawn and not any(map(str.isalnum, said))) else None
