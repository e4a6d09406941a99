"""Where a resident lives: asked, read, asked back, changed."""

from __future__ import annotations

from dataclasses import replace

from pydantic import TypeAdapter

from bot.answer.values import Status
from bot.conversation.actions import Name, Row, offer, one_a_row
from bot.conversation.hints import find_places
from bot.conversation.rights import right_row
from bot.conversation.situation import Situation
from bot.conversation.values import Choice, Expects, Outcome, Reply, Turn
from knowledge.places import Place
from knowledge.resolution import Resolution
from knowledge.validity import applies_to
from prompts.render import render

_PLACE = TypeAdapter(Place)
_MOST_OFFERED = 8
_REGULATED = (Status.ANSWERED, Status.NOT_FOUND, Status.NO_RESOLUTION)


def ask_place(situation: Situation, *_: str) -> Outcome:
    """Ask where the resident lives, with the places that have resolutions to choose from."""
    return _asking(situation, render("chat/place_wanted"), place_rows(situation))


def read_place(situation: Situation, typed: str) -> Outcome:
    """Take what was `typed` for the place, or ask back."""
    gazetteer = situation.edition.answerer.gazetteer
    places = find_places(typed, gazetteer, expected=True) or gazetteer.parse(typed)
    return take_places(situation, typed, places)


def take_places(situation: Situation, typed: str, meant: tuple[Place, ...]) -> Outcome:
    """Take the place that is `meant` by what was `typed`, or ask which of several it is."""
    places = _told_apart(situation, meant)
    if not places:
        return _asking(situation, render("refusal/unknown_place", text=typed), ())
    if len(places) == 1:
        return set_place(situation, _written(places[0]))
    offered = tuple(_choice(place) for place in places[:_MOST_OFFERED])
    text = render("chat/place_ambiguous", typed=typed, more=len(places) > len(offered))
    return _asking(situation, text, one_a_row(offered))


def set_place(situation: Situation, written: str) -> Outcome:
    """Remember the place, say which resolutions apply there, offer what was asked before."""
    place = _PLACE.validate_json(written)
    turn = _asked_elsewhere(situation, place)
    again = ((offer(Name.AGAIN, turn.id),),) if turn else ()
    outcome = situation.say(
        "place_set", *again, right_row(), place=place, scope=situation.scope_of(place)
    )
    return replace(outcome, chat=replace(outcome.chat, place=place))


def place_rows(situation: Situation) -> tuple[Row, ...]:
    """Return choices of the places that have resolutions in force, two a row."""
    found = [_place_of(one, situation) for one in situation.scope_of(None).resolutions]
    offered = [_choice(place) for place in dict.fromkeys(filter(None, found))][:_MOST_OFFERED]
    return tuple(tuple(offered[start : start + 2]) for start in range(0, len(offered), 2))


def _asking(situation: Situation, text: str, rows: tuple[Row, ...]) -> Outcome:
    return Outcome(situation.expecting(Expects.PLACE), (Reply(text, rows),))


def _place_of(resolution: Resolution, situation: Situation) -> Place | None:
    """Return the place whose people `resolution` binds."""
    unit = resolution.territory
    name = ", ".join(filter(None, (unit.commune, unit.province)))
    places = situation.edition.answerer.gazetteer.parse(name)
    return next((place for place in places if applies_to(resolution, place)), None)


def _told_apart(situation: Situation, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return `places`, only the first where the same documents apply in all."""
    applying = {tuple(one.id for one in situation.scope_of(place).resolutions) for place in places}
    return places[:1] if len(applying) == 1 else places


def _choice(place: Place) -> Choice:
    return offer(Name.SET_PLACE, _written(place), label=render("chat/place", place=place))


def _written(place: Place) -> str:
    return _PLACE.dump_json(place).decode()


def _asked_elsewhere(situation: Situation, place: Place) -> Turn | None:
    """Return the last turn if its question names no place and was answered for another one."""
    asked = [turn for turn in situation.chat.turns if turn.status in _REGULATED][-1:]
    names = situation.edition.answerer.gazetteer.mentioned
    return next((one for one in asked if one.place != place and not names(one.reading)), None)
