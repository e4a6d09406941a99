"""Questions in English, read through the words of `english.toml`: for search, not for people."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from knowledge.language.text import has_diacritics

ENGLISH: Final = Path(__file__).parent / "english.toml"
"""The file that comes with the project."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SYLLABLE: Final = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ng?h?|ph?|qu?|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ch?|m|n[gh]?|p|t)?"
)
"""The form of words that may as well be Vietnamese typed without diacritics."""
_ASKS_WHETHER: Final = frozenset(
    ("can", "may", "must", "is", "are", "do", "does", "did", "has", "have", "should", "could")
)
"""The first words of a question that is answered with yes or no."""
_LAST: Final = frozenset(
    ("bao lâu", "ở đâu", "bao lâu một lần", "thế nào", "khi nào", "vì sao", "là gì")
)
"""Words of a question that stand first in English and last in Vietnamese."""
_BEHIND_ITS_NOUN: Final = frozenset(("có được", "phải", "cần"))
"""Verbs that English asks with first, and Vietnamese says behind the subject."""
_LEAST_KNOWN: Final = 0.6
"""The share of words that have to be known for a text to be read as English."""
_LEAST_PHRASE: Final = 3
"""Words from which on a phrase of the list is English, whatever its words look like."""
_LEAST_FOREIGN: Final = 0.25
"""The share of words that have to be English and nothing else."""


class _Small(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    terms: dict[str, str] = Field(min_length=1)
    words: dict[str, str]
    small: _Small


@dataclass(frozen=True, slots=True)
class English:
    """Meanings by the words of a phrase; `small` words mean nothing by themselves."""

    meanings: Mapping[tuple[str, ...], str]
    small: frozenset[str]
    longest: int

    def read(self, text: str) -> str | None:
        """Return in Vietnamese what `text` asks, None if it is no English that can be read."""
        written = _WORD.findall(text.replace("’", "'"))
        if not written or has_diacritics(text):
            return None
        read = tuple(self._read(written))
        known = sum(length for length, meaning in read if meaning is not None)
        foreign = sum(not _SYLLABLE.fullmatch(word.lower()) for word in written)
        phrase = len(read) == 1 and len(written) >= _LEAST_PHRASE
        surely = phrase or foreign >= _LEAST_FOREIGN * len(written)
        if known < _LEAST_KNOWN * len(written) or not surely:
            return None
        if not any(meaning for _, meaning in read):
            return None
        if len(read) == 1:
            return read[0][1]
        return " ".join(_ordered(list(self._kept(written, read)))) + self._end(written, text)

    def _end(self, written: list[str], text: str) -> str:
        """Return the end of the question: "không" if it asks for yes or no."""
        asks = written[0].lower() in _ASKS_WHETHER
        return " không?" if asks else "?" if "?" in text else ""

    def _read(self, written: list[str]) -> Iterator[tuple[int, str | None]]:
        """Yield how many words are read at once and what they mean, None for unknown ones."""
        words = [word.lower() for word in written]
        start = 0
        while start < len(words):
            length, meaning = self._at(words, start)
            yield length, meaning
            start += length

    def _at(self, words: list[str], start: int) -> tuple[int, str | None]:
        for length in range(min(self.longest, len(words) - start), 0, -1):
            meaning = self.meanings.get(tuple(words[start : start + length]))
            if meaning is not None:
                return length, meaning
        return 1, "" if words[start] in self.small else None

    def _kept(self, written: list[str], read: tuple[tuple[int, str | None], ...]) -> Iterator[str]:
        """Yield the meanings, and what is unknown and may be a name."""
        start = 0
        for length, meaning in read:
            if meaning is None:
                if start and written[start].istitle():
                    yield written[start]
            elif meaning:
                yield meaning
            start += length


def _ordered(meanings: list[str]) -> list[str]:
    """Return `meanings` in the order of a Vietnamese question."""
    if len(meanings) > 1 and meanings[0] in _LAST:
        meanings = [*meanings[1:], meanings[0]]
    if len(meanings) > 2 and meanings[0] in _BEHIND_ITS_NOUN:  # noqa: PLR2004 - a verb must follow
        meanings[:2] = meanings[1::-1]
    return meanings


@cache
def read_english(path: Path = ENGLISH) -> English:
    """Return the words of the file."""
    file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    meanings = {tuple(said.split()): meant for said, meant in (file.words | file.terms).items()}
    return English(meanings, frozenset(file.small.words.split()), max(map(len, meanings)))


def in_vietnamese(text: str) -> str:
    """Return what an English `text` asks in Vietnamese, any other as it is."""
    return read_english().read(text) or text
