"""What the recogniser looks at in a message: its syllables and pieces of them, hashed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import log, sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.language.text import normalise, syllables
from knowledge.language.tones import place_tones

BUCKETS = 1 << 15
"""Places in the table of weights; pieces that fall together share one."""
_LONGEST_PHRASE, _LONGEST_WRITTEN = 3, 2
_PIECES = range(2, 6)
"""Lengths of the pieces of a syllable, in letters, the blanks around it counted."""
_MOST = 400
"""Syllables that are looked at."""
_WORD = re.compile(r"\w+")


def features_of(text: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return which buckets `text` falls into and how much, each of the three views at length 1.

    The views are the folded syllables and their neighbours, pieces of the folded syllables, and the
    words as written.
    """
    folded = syllables(text)[:_MOST]
    written = _WORD.findall(place_tones(normalise(text)).lower())[:_MOST]
    views = (
        Counter(_phrases("f", folded, _LONGEST_PHRASE)),
        Counter(_pieces(folded)),
        Counter(_phrases("w", written, _LONGEST_WRITTEN)),
    )
    weighed: Counter[int] = Counter()
    for view in views:
        values = {piece: 1 + log(count) for piece, count in view.items()}
        length = sqrt(sum(value * value for value in values.values())) or 1.0
        for piece, value in values.items():
            weighed[crc32(piece.encode()) % BUCKETS] += value / length  # type: ignore[assignment]
    return np.array([*weighed.keys()], np.int64), np.array([*weighed.values()], np.float64)


def _phrases(view: str, words: list[str], longest: int) -> Iterator[str]:
    for length in range(1, longest + 1):
        for start in range(len(words) - length + 1):
            yield f"{view} {' '.join(words[start : start + length])}"


def _pieces(words: list[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word} "
        for length in _PIECES:
            for start in range(len(padded) - length + 1):
                yield f"p {padded[start : start + length]}"
