"""Admission of a text as a question: only one that a person could have meant so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from bot.answer.values import Question
from knowledge.errors import DanBietError
from knowledge.gazetteer.places import Gazetteer, Place
from knowledge.law.dates import find_date
from knowledge.law.resolution import Resolution
from knowledge.validity.scope import scope_for
from prompts.render import render

LONGEST_QUESTION = 4096
"""Characters: what Telegram, the widest channel, lets through."""

_UNTYPABLE = ("Cc", "Cs")
"""Control characters, and the surrogates that stand for bytes which are no UTF-8."""
_MARKUP = re.compile(r"</?[a-z][^<>]*>|<!--", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}")


class Refused(DanBietError):
    """Input that cannot be taken as it is; the message is a kind sentence in Vietnamese.

    `reason` names the template that words it.
    """

    def __init__(self, reason: str, **facts: object) -> None:
        self.reason = reason
        super().__init__(render(f"refusal/{reason}", **facts))


def admit(text: str) -> str:
    """Return `text` if it can be a question.

    Raises:
        Refused: it is empty, too long, holds no letter or digit, or holds control characters or
            HTML.
    """
    if not text.strip():
        raise Refused("empty")
    if len(text) > LONGEST_QUESTION:
        raise Refused("too_long", length=len(text), limit=LONGEST_QUESTION)
    if any(unicodedata.category(char) in _UNTYPABLE and char not in "\t\n\r" for char in text):
        raise Refused("control_characters")
    if _MARKUP.search(text):
        raise Refused("markup")
    if not any(char.isalnum() for char in text):
        raise Refused("no_words")
    return text


def read_day(text: str) -> date:
    """Return the day that `text` names: "2026-11-22" or "22/11/2026".

    Raises:
        Refused: it names none.
    """
    day = find_date(text) if _DATE.fullmatch(text.strip()) else None
    if day is None:
        raise Refused("bad_date", text=text)
    return day


def read_place(text: str, gazetteer: Gazetteer, day: date, library: Sequence[Resolution]) -> Place:
    """Return the place that `text` gives.

    Several places of the name are one where the same documents apply in all of them.

    Raises:
        Refused: no place has the name, or several with different documents.
    """
    places = gazetteer.parse(text)
    if not places:
        raise Refused("unknown_place", text=text)
    scopes = (scope_for(place, day, library) for place in places)
    applying = {tuple(resolution.id for resolution in scope.resolutions) for scope in scopes}
    if len(applying) > 1:
        raise Refused("ambiguous_place", text=text, places=places)
    return places[0]


def read_question(
    text: str, place: str | None, day: date, gazetteer: Gazetteer, library: Sequence[Resolution]
) -> Question:
    """Return the question `text` of somebody who gives `place` as theirs.

    Raises:
        Refused: the place cannot be taken as it is.
    """
    meant = read_place(place, gazetteer, day, library) if place else None
    return Question(text, day, meant)
