"""The marks that letters and syllables bear."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_STROKE: Final = str.maketrans({"đ": "d\u0335"})


@lru_cache(maxsize=65536)
def split_marks(syllable: str) -> tuple[tuple[frozenset[str], ...], str]:
    """Return the marks that shape each letter of `syllable`, in lower case, and its tone mark."""
    letters: list[set[str]] = []
    tone = ""
    for sign in unicodedata.normalize("NFD", syllable).translate(_STROKE):
        if sign in TONES:
            tone = sign
        elif unicodedata.combining(sign):
            letters[-1].add(sign)
        else:
            letters.append(set())
    return tuple(frozenset(marks) for marks in letters), tone


def gains_marks(typed: str, meant: str) -> bool:
    """Return True if `meant` is `typed`, letter by letter, with more marks: "dưoc", "được"."""
    (shapes, tone), (meant_shapes, meant_tone) = split_marks(typed), split_marks(meant)
    return (
        typed != meant
        and tone in {"", meant_tone}
        and all(less <= more for less, more in zip(shapes, meant_shapes, strict=True))
    )


def keeps_marks(typed: str, meant: str) -> bool:
    """Return True if every kind of mark in `typed` occurs in `meant`, wherever it stands."""
    (shapes, tone), (meant_shapes, meant_tone) = split_marks(typed), split_marks(meant)
    return tone in {"", meant_tone} and frozenset().union(*shapes) <= frozenset().union(
        *meant_shapes
    )
