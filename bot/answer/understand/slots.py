"""The parts of a question that can be exchanged: the places it names, the day, the matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.answer.understand.day import find_day_words
from knowledge.gazetteer.places import PlaceMention
from knowledge.language.text import fold, has_diacritics, normalise

PLACE, DAY = "§", "¤"
"""Signs that stand for names of places and for a day; no resident types them."""

_BEFORE = r"(?:\b(?:o|tai|cua|ben|giua|doi voi|vao|tu|hoi|trong) )*"
_TOGETHER = re.compile(rf"{PLACE}(?:(?:,? (?:va|voi|hay|hoac|cung) |, ?)(?:o |tai |cua )?{PLACE})*")
_ABOUT: Final = re.compile(
    rf"(?:Ở {PLACE}, |{DAY}, )*[Vv]ề (?P<matter>.+?)(?: ở {PLACE})?(?:, {DAY})?: "
)
"""Beginnings of a question that was completed from the talk (`on_matter` in `follow_up.j2`)."""
_WHOLE: Final = re.compile(r"Về [^:?]+: [^:]+\?$")
_FILLED = re.compile(rf"[\s,]*{_BEFORE}(?:{_TOGETHER.pattern}|{DAY})[\s,:]*")


@dataclass(frozen=True, slots=True)
class Slots:
    """A question taken apart: `masked` has signs where `places` and `when` stand in it."""

    masked: str
    places: tuple[str, ...] = ()
    when: str = ""

    @property
    def bare(self) -> str:
        """Return the question without its places and its day."""
        return cut(_FILLED, self.masked).strip(" ,:;")

    @property
    def place(self) -> str:
        """Return the places as they are named together."""
        return ", ".join(self.places)

    @property
    def text(self) -> str:
        """Return the question whole."""
        return self.filled(self.masked, self.places)

    def at(self, *places: str) -> Slots:
        """Return the question asked of `places` instead of those that it names first."""
        group = _TOGETHER.search(fold(self.masked))
        if group is None:
            return self
        rest = self.places[group.group().count(PLACE) :]
        masked = self.masked[: group.start()] + PLACE + self.masked[group.end() :]
        return replace(self, masked=masked, places=(", ".join(places), *rest))

    def filled(self, masked: str, places: Iterable[str] = ()) -> str:
        """Return `masked` with `places` and the day of the question where their signs stand."""
        for place in places:
            masked = masked.replace(PLACE, place, 1)
        return masked.replace(DAY, self.when)


def slots_of(text: str, mentions: Iterable[PlaceMention]) -> Slots:
    """Take the question `text` apart, in which `mentions` are the places named."""
    named = {(mention.start, mention.end): name_of(text, mention) for mention in mentions}
    day = find_day_words(text)
    spans = {**dict.fromkeys(named, PLACE), **({day: DAY} if day else {})}
    masked = text
    for start, end in sorted(spans, reverse=True):
        masked = masked[:start] + spans[start, end] + masked[end:]
    in_order = tuple(named[span] for span in sorted(named))
    return Slots(masked, in_order, text[slice(*day)] if day else "")


def name_of(text: str, mention: PlaceMention) -> str:
    """Return the name of a place as `text` has it, in full where it was typed carelessly."""
    typed = text[mention.start : mention.end]
    is_careless = not has_diacritics(typed) or typed == typed.lower()
    return mention.place.name if is_careless else typed


def cut(pattern: re.Pattern[str], text: str) -> str:
    """Return `text` without what `pattern` finds in its folded form."""
    for match in reversed(list(pattern.finditer(fold(text)))):
        text = f"{text[: match.start()]} {text[match.end() :]}"
    return normalise(text)


def is_made_whole(text: str) -> bool:
    """Return True if `text` asks for a single thing about a matter that is named first."""
    return _WHOLE.match(text) is not None


def matter_named(masked: str) -> str | None:
    """Return the matter that is named first, places and day being masked; None if none is."""
    about = _ABOUT.match(masked)
    return about["matter"] if about else None
