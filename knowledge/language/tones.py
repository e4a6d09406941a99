"""Tone marks brought to one place: "hoà" and "hòa", "thuỷ" and "thủy" are the same syllable."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = re.compile(r"[aăâeêioôơuưy]+")
_SHAPED = "ăâêôơư"
_WORD = re.compile(r"[^\W\d_]+")
_MOST_VOWELS = 2
"""Vowels in a row of which the last but one bears the tone, where no consonant follows."""


def place_tones(text: str) -> str:
    """Return `text` with the tone mark of every syllable where the resolutions put it."""
    return _WORD.sub(lambda match: place_tone(match.group()), text)


@lru_cache(maxsize=65536)
def place_tone(syllable: str) -> str:
    """Return `syllable`, in NFC, with its tone mark where the resolutions put it ("hòa", "của").

    A syllable that bears no tone mark, or more than one, is returned as it is.
    """
    letters = unicodedata.normalize("NFD", syllable)
    tones = [letter for letter in letters if letter in _TONES]
    if len(tones) != 1:
        return syllable
    bare = unicodedata.normalize("NFC", letters.replace(tones[0], ""))
    place = _bearer(bare.lower())
    if place is None:
        return syllable
    return unicodedata.normalize("NFC", f"{bare[: place + 1]}{tones[0]}{bare[place + 1 :]}")


def _bearer(bare: str) -> int | None:
    """Return where the vowel stands that bears the tone of the syllable `bare`."""
    start = 2 if bare.startswith(("qu", "gi")) and _VOWELS.match(bare, 2) else 0
    vowels = _VOWELS.search(bare, start)
    if vowels is None:
        return None
    shaped = [place for place in range(*vowels.span()) if bare[place] in _SHAPED]
    if shaped:
        return shaped[-1]
    closed = vowels.end() < len(bare)
    if closed or vowels.end() - vowels.start() == 1:
        return vowels.end() - 1
    return vowels.end() - _MOST_VOWELS
