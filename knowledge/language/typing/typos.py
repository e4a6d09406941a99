"""The syllables that a mistyped or misspelled one may have been meant to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from knowledge.language.marks import keeps_marks
from knowledge.language.syllables.model import UNKNOWN, LanguageModel
from knowledge.language.text import fold

_LETTERS: Final = "abcdeghiklmnopqrstuvxy"
_CONFUSED: Final = (
    ("ch", "tr"), ("s", "x"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("n", "l"), ("ng", "ngh"),
    ("g", "gh"), ("c", "k"), ("k", "kh"), ("qu", "w"), ("ph", "f"),
)  # fmt: skip
"""Initials that are pronounced alike somewhere in the country, or typed for each other."""
_CONFUSED_TONES: Final = str.maketrans("\u0309\u0303", "\u0303\u0309")
_SHORTEST: Final = 3
"""Letters; shorter words are one key from too many others."""
_LONGEST: Final = 10
"""Letters of the longest syllable, typed with slips."""


def misspelled(syllable: str, model: LanguageModel) -> tuple[str, ...]:
    """Return syllables that sound like `syllable`, or nearly so: "xát" for "sát", "kĩ" for "kỷ"."""
    similar = [*_other_initials(syllable), _other_tone(syllable), *_other_vowel(syllable)]
    return tuple(form for form in similar if form != syllable and model.id_of(form) != UNKNOWN)


def mistyped(syllable: str, model: LanguageModel) -> tuple[str, ...]:
    """Return syllables that one key more, less or other, or two swapped, turn into `syllable`.

    Marks that were typed are kept: "ngừoi" is no "ngươi".
    """
    if not _SHORTEST <= len(syllable) <= _LONGEST:
        return ()
    near = {form for typed in _one_key_off(fold(syllable)) for form in model.spelled(typed)}
    return tuple(sorted(form for form in near if keeps_marks(syllable, form)))


def _one_key_off(typed: str) -> Iterator[str]:
    for place in range(len(typed) + 1):
        before, after = typed[:place], typed[place:]
        yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _LETTERS:
            yield before + letter + after
            yield before + letter + after[1:]


def _other_initials(syllable: str) -> Iterator[str]:
    for pair in _CONFUSED:
        for typed, meant in (pair, pair[::-1]):
            rest = syllable[len(typed) :]
            # the rest of a longer initial is none: "n" is not the initial of "nghe"
            if syllable.startswith(typed) and rest and rest[0] not in "hgr":
                yield meant + rest


def _other_tone(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", letters.translate(_CONFUSED_TONES))


def _other_vowel(syllable: str) -> Iterator[str]:
    """Yield the syllable with the other spelling of its last sound, i or y, in each tone."""
    letters = unicodedata.normalize("NFD", syllable)
    for typed, meant in (("i", "y"), ("y", "i")):
        swapped = unicodedata.normalize("NFC", letters.replace(typed, meant))
        yield swapped
        yield _other_tone(swapped)
