"""The meanings that each typed word may have, and how far each is from what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from knowledge.language.marks import gains_marks
from knowledge.language.syllables.model import NUMBER, UNKNOWN, LanguageModel
from knowledge.language.text import fold
from knowledge.language.tokens import Token
from knowledge.language.tones import place_tone
from knowledge.language.typing.abbreviations import Abbreviations
from knowledge.language.typing.telex import decode
from knowledge.language.typing.typos import misspelled, mistyped

# Costs are logarithms of likelihoods: the lower, the less likely somebody types so.
_MORE_MARKS: Final = -9.0
"""A whole syllable that lacks one of its marks."""
_KEYSTROKES: Final = -2.0
_MISTYPED: Final = -6.0
_MISSPELLED: Final = -9.0
_RARER: Final = -2.0
"""Each further meaning of an abbreviation, in the order of the file."""
_STRANGE: Final = -8.0
"""A word in lower case that is no known syllable, where it may be a slip."""
_LITERAL: Final = -4.0
"""A word that may be short for something, taken for the syllable that it is, too."""
_MOST_FORMS: Final = 8
"""Syllables, the commonest first, that a word without marks is taken for."""
_NATIVE: Final = 0.65
"""Share of words that could be Vietnamese from which on a run of words is."""
_FOREIGN: Final = frozenset("fjwz")
_AFTER_POINT: Final = frozenset({"điểm", "diem", "đ"})


@dataclass(frozen=True, slots=True)
class SpellingCandidate:
    """A meaning of a word: ids of its syllables; `text` is None where it is what was typed.

    `cost` is the logarithm of the likelihood that who means it types the word.
    """

    ids: tuple[int, ...]
    cost: float
    text: str | None = None


class Candidates:
    """The meanings that words may have, by the model and the abbreviations."""

    def __init__(self, model: LanguageModel, abbreviations: Abbreviations) -> None:
        self._model = model
        self._short = abbreviations
        self._unmarked = lru_cache(maxsize=8192)(self._for_unmarked)
        self._marked = lru_cache(maxsize=8192)(self._for_marked)

    def of_run(
        self, run: Sequence[Token], omission: float, shouted: bool
    ) -> list[list[SpellingCandidate]]:
        """Return the candidates for every token of `run`.

        `omission` is the logarithm of the share of marked syllables that were typed without.
        """
        return [self._of(run, place, omission, shouted) for place in range(len(run))]

    def is_foreign(self, run: Sequence[Token]) -> bool:
        """Return True if hardly a word of `run` could be Vietnamese, however it was typed."""
        words = [token.typed.lower() for token in run if token.word]
        native = sum(self._is_native(word) for word in words)
        return len(words) > 1 and native < _NATIVE * len(words) and "".join(words).isascii()

    def omitted(self, run: Sequence[Token]) -> tuple[int, int]:
        """Return how many words of `run` bear marks, and how many surely lack theirs."""
        words = [token.typed.lower() for token in run if token.word]
        marked = sum(not word.isascii() for word in words)
        lacking = sum(
            word.isascii()
            and self._model.id_of(word) == UNKNOWN
            and bool(self._model.spelled(word))
            for word in words
        )
        return marked, lacking

    def _of(
        self, run: Sequence[Token], place: int, omission: float, shouted: bool
    ) -> list[SpellingCandidate]:
        token = run[place]
        if not token.word:
            return [SpellingCandidate((NUMBER if token.typed[0].isdigit() else UNKNOWN,), 0.0)]
        typed = token.typed.lower()
        if not shouted and _numbers_something(run, place):
            return [SpellingCandidate((UNKNOWN,), 0.0)]
        short = self._written_out(run, place, typed)
        syllable = place_tone(typed)
        known = self._model.id_of(syllable) != UNKNOWN
        if short:
            literal = known and len(typed) > 1
            return [
                *short,
                *([SpellingCandidate((self._model.id_of(syllable),), _LITERAL)] * literal),
            ]
        if _is_name(token, place, known) and not shouted:
            return [SpellingCandidate((self._model.id_of(syllable),), 0.0)]
        if syllable.isascii():
            return self._with_omission(syllable, omission, known)
        return list(self._marked(syllable))

    def _written_out(self, run: Sequence[Token], place: int, typed: str) -> list[SpellingCandidate]:
        """Return what `typed` is short for."""
        numbered = place + 1 < len(run) and run[place + 1].typed[0].isdigit()
        if numbered and (typed in self._short.before_number or len(typed) == 1):
            meanings = self._short.before_number.get(typed, ())
        else:
            meanings = self._short.words.get(typed, ())
        return [
            SpellingCandidate(
                tuple(self._model.id_of(place_tone(syllable)) for syllable in meaning.split()),
                _RARER * rank,
                meaning,
            )
            for rank, meaning in enumerate(meanings)
        ]

    def _with_omission(
        self, syllable: str, omission: float, known: bool
    ) -> list[SpellingCandidate]:
        """Return the candidates for a word without marks."""
        return [
            candidate
            if candidate.text is None or not known
            else SpellingCandidate(candidate.ids, omission, candidate.text)
            for candidate in self._unmarked(syllable)
        ]

    def _for_unmarked(self, typed: str) -> tuple[SpellingCandidate, ...]:
        own = self._model.id_of(typed)
        forms = [form for form in self._model.spelled(typed)[:_MOST_FORMS] if form != typed]
        if own != UNKNOWN:
            return (SpellingCandidate((own,), 0.0), *self._means(forms, 0.0))
        return self._means(forms, 0.0) or self._strange(typed)

    def _for_marked(self, typed: str) -> tuple[SpellingCandidate, ...]:
        own = self._model.id_of(typed)
        more = [form for form in self._model.spelled(fold(typed)) if gains_marks(typed, form)]
        if own != UNKNOWN:
            alike = misspelled(typed, self._model)
            return (
                SpellingCandidate((own,), 0.0),
                *self._means(more, _MORE_MARKS),
                *self._means(alike, _MISSPELLED),
            )
        return self._means(more, 0.0) or self._strange(typed)

    def _strange(self, typed: str) -> tuple[SpellingCandidate, ...]:
        """Return what a word that is no syllable may have been meant to be, itself first."""
        decoded = decode(typed)
        known = decoded and self._model.id_of(decoded) != UNKNOWN
        return (
            SpellingCandidate((UNKNOWN,), _STRANGE),
            *self._means([decoded] if decoded and known else [], _KEYSTROKES),
            *self._means(mistyped(typed, self._model), _MISTYPED),
            *self._means(misspelled(typed, self._model), _MISTYPED),
        )

    def _means(self, syllables: Sequence[str], cost: float) -> tuple[SpellingCandidate, ...]:
        return tuple(
            SpellingCandidate((self._model.id_of(syllable),), cost, syllable)
            for syllable in syllables
        )

    def _is_native(self, typed: str) -> bool:
        decoded = decode(typed) or ""
        return (
            typed in self._short.words
            or (bool(self._model.spelled(fold(typed))) and _FOREIGN.isdisjoint(typed))
            or (len(decoded) > 1 and bool(self._model.spelled(fold(decoded))))
        )


def _is_name(token: Token, place: int, known: bool) -> bool:
    """Return True for an acronym, and for a strange word that begins with a capital."""
    if token.typed.isupper():
        return len(token.typed) > 1
    return place > 0 and not known and token.typed[0].isupper()


def _numbers_something(run: Sequence[Token], place: int) -> bool:
    """Return True if the word is a letter by which something is named: "điểm k", "khóa V"."""
    typed = run[place].typed
    if len(typed) > 1 or not typed.isalpha() or not place:
        return False
    return run[place - 1].typed.lower() in _AFTER_POINT or (typed.isascii() and typed.isupper())
