"""Syllables of a text and the ways in which people spell the same name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")
_NOT_LETTER = re.compile(r"[^\w\u0300-\u036f]|_")


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable or number of a text, typed at `text[start:end]`.

    `folded` has no diacritics. `spelled` has them, the tone last: "hoà" and "hòa" spell the same.
    """

    start: int
    end: int
    folded: str
    spelled: str
    capital: bool


def read_syllables(text: str) -> tuple[Syllable, ...]:
    """Return the syllables of `text` in order; letters and digits typed as one word are parted."""
    return tuple(
        Syllable(
            match.start(),
            match.end(),
            *spell(match.group().lower()),
            capital=match.group()[0].isupper(),
        )
        for match in _SYLLABLE.finditer(text)
    )


def words(name: str) -> list[str]:
    """Return the syllables of `name` in lower case, parted as in `read_syllables`."""
    return _SYLLABLE.findall(name.lower())


@lru_cache(maxsize=8192)
def spell(word: str) -> tuple[str, str]:
    """Return the lower-case `word` without diacritics, and with them, the tones at the end."""
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in decomposed if mark in _TONES)
    letters = "".join(mark for mark in decomposed if mark not in _TONES)
    folded = "".join(mark for mark in letters if not unicodedata.combining(mark))
    return folded.replace("đ", "d"), letters + tones


@lru_cache(maxsize=16384)
def solid(name: str) -> str:
    """Return `name` spelled as one word, equal for every way of writing the same name."""
    return spell(_NOT_LETTER.sub("", name.lower()))[1]


def is_plain(syllables: Sequence[Syllable]) -> bool:
    """Return True if no syllable bears a diacritic."""
    return all(syllable.folded == syllable.spelled for syllable in syllables)


def may_spell(typed: str, written: str) -> bool:
    """Return True if `typed` is the spelling `written` with some or all diacritics left out."""
    return typed == written or not _marks(typed) - _marks(written)


def spells(typed: Sequence[Syllable], phrase: Sequence[str]) -> bool:
    """Return True if `typed` are the words of `phrase`, with some or all diacritics left out."""
    spelled = [spell(word) for word in phrase]
    return [syllable.folded for syllable in typed] == [folded for folded, _ in spelled] and all(
        may_spell(syllable.spelled, written)
        for syllable, (_, written) in zip(typed, spelled, strict=True)
    )


def _marks(spelled: str) -> Counter[str]:
    return Counter(mark for mark in spelled if mark == "đ" or unicodedata.combining(mark))
