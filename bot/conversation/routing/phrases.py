"""Comparing what is typed with a phrase, whatever the spelling."""

from __future__ import annotations

from knowledge.language.text import fold, normalise, syllables
from knowledge.language.tones import place_tones

_UNSEEN = str.maketrans("", "", "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""What changes the look of an emoji, not what it says."""


def says(typed: str, phrase: str) -> bool:
    """Return True if `typed` is `phrase`, case, diacritics and signs put aside.

    A single syllable with diacritics has to have the right ones: "bạn" is not "bàn". Of what holds
    no letter and no digit the first sign counts: "👍👍" is "👍 Có ích".
    """
    words = syllables(typed)
    if not words:
        return _sign(typed) != "" and _sign(typed) == _sign(phrase)
    if words != syllables(phrase):
        return False
    plain = fold(typed) == place_tones(normalise(typed)).lower()
    return len(words) > 1 or plain or _letters(typed) == _letters(phrase)


def says_any(typed: str, phrases: tuple[str, ...]) -> bool:
    """Return True if `typed` is one of `phrases`."""
    return any(says(typed, phrase) for phrase in phrases)


def _sign(text: str) -> str:
    """Return the first sign of `text` if no letter or digit stands before it."""
    first = text.translate(_UNSEEN).strip()[:1]
    return "" if first.isalnum() else first


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, place_tones(normalise(text)).lower()))
