"""Words behind a place about the time in which it bears that name: "cũ", "nay thuộc …"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from knowledge.gazetteer.place import Place
from knowledge.gazetteer.spelling import Syllable, spells


class Time(Enum):
    """The time whose province is meant: before 1 July 2025, today, or either."""

    BEFORE = "before"
    TODAY = "today"
    EITHER = "either"

    def of(self, place: Place) -> Place:
        """Return `place` where that is said of it."""
        if self is Time.BEFORE:
            return place.of_before()
        return place.somewhere_inside() if self is Time.TODAY else place


_FURTHER: Final[Mapping[tuple[str, ...], Time]] = {
    ("nay", "là"): Time.EITHER,
    ("nay", "thuộc"): Time.EITHER,
    ("giờ", "là"): Time.EITHER,
    ("giờ", "thuộc"): Time.EITHER,
    ("việt", "nam"): Time.EITHER,
    ("trước", "khi"): Time.BEFORE,
    ("trước", "sáp", "nhập"): Time.BEFORE,
    ("khi", "chưa"): Time.BEFORE,
    ("sau", "khi"): Time.TODAY,
    ("sau", "sáp", "nhập"): Time.TODAY,
    ("mới", "sáp", "nhập"): Time.TODAY,
}
"""Beginnings of words that no longer belong to the place."""

_CLOSING: Final[Mapping[tuple[str, ...], Time]] = {
    ("cũ",): Time.BEFORE,
    ("xưa",): Time.BEFORE,
    ("ngày", "xưa"): Time.BEFORE,
    ("hồi", "xưa"): Time.BEFORE,
    ("hồi", "trước"): Time.BEFORE,
    ("trước", "đây"): Time.BEFORE,
    ("trước", "kia"): Time.BEFORE,
    ("mới",): Time.TODAY,
    ("bây", "giờ"): Time.TODAY,
    ("hiện", "nay"): Time.TODAY,
    ("ngày", "nay"): Time.TODAY,
}
"""Words that close a place, the longest last of those that end alike."""


def cut_further(syllables: Sequence[Syllable]) -> tuple[Sequence[Syllable], Time]:
    """Return `syllables` up to further words about the place, and the time that those tell."""
    for position in range(1, len(syllables)):
        for phrase, time in _FURTHER.items():
            if spells(syllables[position : position + len(phrase)], phrase):
                return _without_now(syllables[:position]), time
    return syllables, Time.EITHER


def cut_closing(syllables: Sequence[Syllable]) -> tuple[Sequence[Syllable], Time] | None:
    """Return `syllables` without the word for a time that closes them, None if there is none."""
    closing = [phrase for phrase in _CLOSING if spells(syllables[-len(phrase) :], phrase)]
    phrase = max(closing, key=len, default=())
    if not phrase or len(phrase) == len(syllables):
        return None
    return syllables[: -len(phrase)], _CLOSING[phrase]


def _without_now(syllables: Sequence[Syllable]) -> Sequence[Syllable]:
    """Return `syllables` without the "bây", "hiện" of "bây giờ là", "hiện nay thuộc"."""
    now = spells(syllables[-1:], ("bây",)) or spells(syllables[-1:], ("hiện",))
    return syllables[:-1] if now and len(syllables) > 1 else syllables
