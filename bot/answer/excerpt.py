"""The words of a provision that are quoted: all of a short one, the nearest of a long one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.text import syllables

Span = tuple[int, int]
"""Where a piece of a text begins, and where it ends."""

LONGEST_QUOTE = 450
"""Characters of a provision that are quoted at most, unless one sentence is longer."""
_LONGEST_WITH_EQUALS = 2 * LONGEST_QUOTE
"""Characters that are quoted at most where sentences apart from each other answer alike."""

_SENTENCE = re.compile(r"\S.*?(?:[.;](?=\s)|\n|$)", re.DOTALL)
_COMMON = frozenset(
    """
    a ad ai anh ba ban bao bi cac chi co con cua do duoc em gi hay hoac khi khong la ma may minh mot
    nao nay neu nguoi nhieu nhu nhung o oi phai sao tai the thi toi va vay ve voi dan
    """.split()  # noqa: SIM905 - a list of words reads better as prose
)
"""Syllables that questions share with every text."""


def excerpt(text: str, question: str) -> str:
    """Return the longest run of whole sentences of `text` that says most words of `question`.

    It is a substring of `text`, at most `LONGEST_QUOTE` characters long unless its only sentence is
    longer, or another says as much of the question as its best one: of two majorities for two kinds
    of decisions, none may be left out. A shorter text is returned whole.
    """
    if len(text) <= LONGEST_QUOTE:
        return text
    asked = content_words(question)
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    runs = [(spans[first][0], spans[last][1]) for first, last in _runs(spans)]
    best = max(runs, key=lambda run: (_shared(text[slice(*run)], asked), run[1] - run[0]))
    start, end = _with_equals(best, spans, [_shared(text[slice(*span)], asked) for span in spans])
    return text[start:end].strip()


def content_words(text: str) -> set[str]:
    """Return the folded syllables of `text` without those that every question has."""
    return set(syllables(text)) - _COMMON


def _with_equals(run: Span, spans: Sequence[Span], shared: Sequence[int]) -> Span:
    """Return `run`, made longer to hold each sentence that says as much as the best one in it."""
    start, end = run
    most = max(
        said
        for span, said in zip(spans, shared, strict=True)
        if start <= span[0] and span[1] <= end
    )
    equals = [span for span, said in zip(spans, shared, strict=True) if said >= most > 0]
    longer = (min([start, *(one[0] for one in equals)]), max([end, *(one[1] for one in equals)]))
    return longer if longer[1] - longer[0] <= _LONGEST_WITH_EQUALS else run


def _runs(spans: Sequence[Span]) -> list[Span]:
    """Return (first, last) of every run of sentences that is short enough, single ones always."""
    return [
        (first, last)
        for first in range(len(spans))
        for last in range(first, len(spans))
        if first == last or spans[last][1] - spans[first][0] <= LONGEST_QUOTE
    ]


def _shared(text: str, asked: set[str]) -> int:
    return len(asked & set(syllables(text)))
