"""Places that residents can choose as theirs."""

from __future__ import annotations

from pydantic import TypeAdapter

from bot.conversation.actions import ActionName, Row, offer
from bot.conversation.situation import Situation
from bot.conversation.values import Choice
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Resolution
from knowledge.law.territory import applies_to
from prompts.render import render

MOST_OFFERED = 8
_PLACE = TypeAdapter(Place)


def place_rows(situation: Situation) -> tuple[Row, ...]:
    """Return choices of the places that have resolutions in force, two a row."""
    found = [_place_of(one, situation) for one in situation.scope_of(None).resolutions]
    offered = [place_choice(place) for place in dict.fromkeys(filter(None, found))][:MOST_OFFERED]
    return tuple(tuple(offered[start : start + 2]) for start in range(0, len(offered), 2))


def place_choice(place: Place) -> Choice:
    """Return the choice to live in `place`."""
    return offer(ActionName.SET_PLACE, written(place), label=render("chat/place", place=place))


def written(place: Place) -> str:
    """Return `place` as a choice remembers it."""
    return _PLACE.dump_json(place).decode()


def read(text: str) -> Place:
    """Return the place that a choice remembers as `text`."""
    return _PLACE.validate_json(text)


def _place_of(resolution: Resolution, situation: Situation) -> Place | None:
    """Return the place whose people `resolution` binds."""
    unit = resolution.territory
    name = ", ".join(filter(None, (unit.commune, unit.province)))
    places = situation.edition.answerer.gazetteer.parse(name)
    return next((place for place in places if applies_to(resolution, place)), None)
