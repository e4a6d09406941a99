"""Learns the language model from residents' questions, the documents and bundled word lists."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from knowledge.language.spelling import list_words, read_prose
from knowledge.language.syllables.model import RESERVED, LanguageModel
from knowledge.language.syllables.smoothing import Counts, smooth
from knowledge.language.text import fold
from knowledge.language.tokens import runs
from knowledge.language.tones import place_tone

EVERYDAY: Final = Path(__file__).parent / "everyday.txt"
"""Turns of everyday speech, a list that anyone may lengthen."""

_MARKED_SHARE: Final = 0.5
"""Share of words with marks from which on a question counts as typed with them."""
_QUESTIONS: Final = 5.0
_EVERYDAY: Final = 5.0
_DOCUMENTS: Final = 1.0
_PROSE: Final = 0.5
_DICTIONARY: Final = 0.1
"""Times that each row of a source is counted: residents' own words weigh most."""
_HABITUAL: Final = 3
"""Times that questions and documents use a word before it counts without being in a dictionary."""


def learn(questions: Iterable[str], documents: Iterable[str]) -> LanguageModel:
    """Return a model of the language of `questions`, `documents` and the bundled word lists.

    Questions typed without diacritics teach nothing and are passed over.

    Raises:
        WordListMissing: the package that carries the word lists is not installed.
    """
    own = [
        *((row, _QUESTIONS) for text in questions for row in _marked_rows(text)),
        *((row, _DOCUMENTS) for text in documents for row in rows(text)),
    ]
    common = [
        *((row, _EVERYDAY) for row in rows(EVERYDAY.read_text(encoding="utf-8"))),
        *((row, _PROSE) for text in read_prose() for row in rows(text)),
    ]
    words = [
        [place_tone(syllable) for syllable in word.lower().replace("-", " ").split()]
        for word in list_words()
    ]
    known = _known(own, [*words, *(row for row, _ in common)])
    counts = Counts(known)
    for row, weight in (*own, *common):
        counts.add(row, weight)
    for row in words:
        counts.add_inside(row, _DICTIONARY)
    return smooth(counts)


def rows(text: str) -> Iterator[list[str]]:
    """Yield the words of `text` from one pause to the next in the form the model knows."""
    for line in unicodedata.normalize("NFC", text).splitlines():
        for run in runs(line):
            yield [place_tone(token.typed.lower()) if token.word else RESERVED[1] for token in run]


def is_marked(text: str) -> bool:
    """Return True if `text` is typed with diacritics."""
    return bool(_marked_rows(text))


def _marked_rows(text: str) -> list[list[str]]:
    """Return the rows of `text`, none where it is typed without diacritics."""
    of_text = list(rows(text))
    words = [word for row in of_text for word in row if word.isalpha()]
    marked = sum(word != fold(word) for word in words)
    return of_text if marked > 0 and marked >= _MARKED_SHARE * len(words) else []


def _known(own: Iterable[tuple[list[str], float]], common: Iterable[list[str]]) -> list[str]:
    """Return the syllables of the language: a word in no dictionary must be habitual."""
    uses = Counter(word for row, _ in own for word in row)
    habitual = {word for word, count in uses.items() if count >= _HABITUAL}
    listed = {word for row in common for word in row}
    return sorted(word for word in listed | habitual if word.isalpha())
