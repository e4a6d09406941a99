"""The likeness of two questions, by their words alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.answer.quoting.excerpt import content_words
from knowledge.language.text import syllables

_CONTENT = 0.75
_ALL = 0.6
"""Shares of common words, without and with those that every question has. Of the 196,878 pairs in
the project's question sets 22 pass, each of them the same question said twice."""

_WHETHER = "khong"
_NOT = frozenset((_WHETHER, "chua", "chang"))
_LAST = frozenset("a ha vay nhi the ad ban nhe em anh chi bac ta".split())  # noqa: SIM905
"""Words after a "không" that makes a question of a sentence rather than denying it."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a question: all, those that tell its subject, and what has to be just alike.

    `exact` are numbers, letters of provisions and what is denied, each with the word before it;
    `whether` tells that yes or no is asked for.
    """

    everything: frozenset[str]
    content: frozenset[str]
    exact: frozenset[tuple[str, str]]
    whether: bool


def alike(question: str, other: str) -> bool:
    """Return True if `question` and `other` ask nearly the same, however they are spelled."""
    left, right = _words(question), _words(other)
    return (
        (left.exact, left.whether) == (right.exact, right.whether)
        and _shared(left.content, right.content) >= _CONTENT
        and _shared(left.everything, right.everything) >= _ALL
    )


def same(question: str, other: str) -> bool:
    """Return True if `question` and `other` are the same but for diacritics, case and signs."""
    spoken = syllables(question)
    return bool(spoken) and spoken == syllables(other)


def same_exact(question: str, other: str) -> bool:
    """Return True if `question` and `other` have the same numbers and letters, and deny alike."""
    return _words(question).exact == _words(other).exact


@lru_cache(maxsize=4096)
def _words(text: str) -> _Words:
    spoken = syllables(text)
    everything = frozenset(spoken)
    content = frozenset(content_words(text)) or everything
    exact = (
        (before, word)
        for before, word in pairwise(spoken)
        if word.isdecimal()
        or (before == "diem" and len(word) == 1)
        or (before in _NOT and word not in _LAST)
    )
    said = [word for word in spoken if word not in _LAST]
    return _Words(everything, content, frozenset(exact), said[-1:] == [_WHETHER])


def _shared(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / len(words | others) if words or others else 0.0
