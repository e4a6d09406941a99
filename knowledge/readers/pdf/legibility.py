"""The check that the letters in a PDF are those that it shows: they have to be Vietnamese words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from knowledge.language.spelling import WordListMissing, bare_tone, list_words
from knowledge.language.text import fold
from knowledge.law.findings import Finding, FindingKind

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENOUGH = 60
"""Words from which a text can be judged."""
_MOST_FOREIGN = 0.35
"""Share of words that are no syllables from which a text is of no use; legal texts have 0.02."""
_MANY_FOREIGN = 0.08
"""Share from which some letters are surely others than those that are shown."""


def is_illegible(text: str) -> bool:
    """Return True if most of `text` is no Vietnamese: its file tells other letters than it shows.

    Names and words of other languages do not make it so, nor do words without marks.
    """
    return _foreign_share(_words(text)) >= _MOST_FOREIGN


def misread(lines: Iterable[str]) -> list[Finding]:
    """Return the fault that letters of `lines` are not those that are shown, if many are not."""
    all_lines = list(lines)
    words = _words("\n".join(all_lines))
    if _foreign_share(words) < _MANY_FOREIGN:
        return []
    wrong = {word for word in words if not _is_syllable(word)}
    placed = (
        (place, line) for place, line in enumerate(all_lines, 1) if wrong & _words(line).keys()
    )
    place, line = next(placed)
    return [
        Finding(FindingKind.NO_UNICODE, place, line[:60], str(sum(words[word] for word in wrong)))
    ]


def _words(text: str) -> Counter[str]:
    """Return the words of `text`; those in capitals may be abbreviations."""
    return Counter(word.lower() for word in _WORD.findall(text) if not word.isupper())


def _foreign_share(words: Mapping[str, int]) -> float:
    count = sum(words.values())
    if count < _ENOUGH:
        return 0.0
    try:
        unlisted = {word: words[word] for word in words if word not in _listed()}
        if sum(unlisted.values()) < _MANY_FOREIGN * count:
            return sum(unlisted.values()) / count
        return sum(words[word] for word in unlisted if not _is_syllable(word)) / count
    except WordListMissing:
        return 0.0


def _is_syllable(word: str) -> bool:
    return word in _listed() or bare_tone(word) in _syllables()


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for line in list_words() for word in line.lower().split())


@cache
def _syllables() -> frozenset[str]:
    """Return the syllables of the dictionary, wherever the tone is put, and without any mark."""
    return frozenset(form for word in _listed() for form in (bare_tone(word), fold(word)))
