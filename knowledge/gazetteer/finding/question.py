"""A running question as the finder of places sees it."""

from __future__ import annotations

import re
from typing import Final

from knowledge.gazetteer.names.names import read_kind
from knowledge.gazetteer.names.words import CUE_PAIRS, CUES, NOT_KINDS, NOT_PLACES
from knowledge.gazetteer.spelling import is_plain, read_syllables, spell, spells

_LONGEST_NAME: Final = 5
_BREAK: Final = re.compile(r"[^\w\s'’–-]")
_JOINING: Final = re.compile(r"[\s,(–-]*(?:(?:thuộc|của|ở|thuoc|cua|o)\s+)?", re.IGNORECASE)

_CUES: Final = (*((word,) for word in CUES), *CUE_PAIRS)
_CUE_ENDS: Final = frozenset(spell(cue[-1])[0] for cue in _CUES)


class NamedQuestion:
    """The syllables of a question, with questions about their surroundings.

    A range of syllables is given by its first and the one after its last.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.syllables = read_syllables(text)
        self.plain = is_plain(self.syllables)
        self._shouted = text.isupper()
        self._breaks = frozenset(
            position
            for position in range(1, len(self.syllables))
            if _BREAK.search(self._gap(position))
        )

    def capitalised(self, first: int, last: int) -> bool:
        """Return True if every syllable begins with a capital, digits counted as capitals."""
        return not self._shouted and all(
            syllable.capital or syllable.folded.isdigit() for syllable in self.syllables[first:last]
        )

    def careless(self, first: int, last: int) -> bool:
        """Return True if neither capitals nor diacritics tell a name from other words."""
        return self.plain and not any(syllable.capital for syllable in self.syllables[first:last])

    def folded(self, first: int, last: int) -> str:
        """Return the syllables without diacritics, parted by spaces."""
        return " ".join(syllable.folded for syllable in self.syllables[first:last])

    def cue_before(self, first: int) -> bool:
        """Return True if a word such as "ở", "tỉnh" or "nghị quyết" stands before `first`."""
        if not first or self.syllables[first - 1].folded not in _CUE_ENDS:
            return False
        return any(self._typed(first - len(cue), first, cue) for cue in _CUES)

    def kind_before(self, first: int) -> bool:
        """Return True if the word for a commune or district stands right before `first`."""
        word = read_kind(self.syllables, first - 1) if first else None
        return word is not None and not word.abbreviated and word.kind != "tỉnh"

    def dotted(self, position: int) -> bool:
        """Return True if a full stop follows the syllable at `position`, as after "p."."""
        return self.text[self.syllables[position].end :].startswith(".")

    def after(self, first: int) -> int:
        """Return the next syllable, or the one after a phrase that is no place ("huệ hồng")."""
        for phrase in NOT_PLACES:
            last = first + len(phrase)
            if self.folded(first, last) == " ".join(phrase):
                return last
        return first + 1

    def ordinary_kind(self, first: int) -> bool:
        """Return True if the kind of unit at `first` is only part of "xã hội", "phương án"."""
        pair = tuple(self.folded(first, first + 2).split())
        return pair in NOT_KINDS and not self.capitalised(first + 1, first + 2)

    def unknown_before(self, first: int) -> bool:
        """Return True if an unknown commune or district, in capitals, stands before `first`."""
        return any(
            self.kind_before(begin) and self.capitalised(begin, first) and self.joins(first, first)
            for begin in range(max(first - _LONGEST_NAME, 1), first)
        )

    def follows(self, first: int) -> bool:
        """Return True if only a space or the full stop of an abbreviation stands before `first`."""
        return first < len(self.syllables) and not self._gap(first).strip(" .\u00a0")

    def unbroken(self, first: int, length: int) -> int:
        """Return the end of the longest run from `first` on, of at most `length` syllables."""
        last = min(first + length, len(self.syllables))
        return next((end for end in range(first + 1, last) if end in self._breaks), last)

    def joins(self, last: int, first: int) -> bool:
        """Return True if the name ending at `last` and the one from `first` on may be one place."""
        gap = self.text[self.syllables[last - 1].end : self.syllables[first].start]
        return _JOINING.fullmatch(gap) is not None

    def said_former(self, last: int) -> bool:
        """Return True if "cũ" follows."""
        return self._typed(last, last + 1, ("cũ",))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of the syllables in the text."""
        return self.syllables[first].start, self.syllables[last - 1].end

    def _typed(self, first: int, last: int, phrase: tuple[str, ...]) -> bool:
        if first < 0 or last > len(self.syllables):
            return False
        return spells(self.syllables[first:last], phrase)

    def _gap(self, position: int) -> str:
        """Return the text between the syllable at `position` and the one before it."""
        return self.text[self.syllables[position - 1].end : self.syllables[position].start]
