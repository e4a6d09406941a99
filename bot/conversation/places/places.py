"""The place where a resident lives: asked, read, asked back, changed, or not told."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.values import Question, Status
from bot.conversation.actions import ActionName, Row, offer, one_a_row
from bot.conversation.answering.placeless import (
    MOST_OFFERED,
    LawAnswer,
    place_choice,
    place_rows,
    read_home,
    told_by_law,
    written_home,
)
from bot.conversation.answering.question import ask_again, below, last_asked, turn_of_talk
from bot.conversation.browsing.overviews import right_row
from bot.conversation.places.hints import find_places
from bot.conversation.situation import Situation
from bot.conversation.values import Expects, Outcome, Reply, Turn
from knowledge.gazetteer.places import Place
from prompts.render import render

_REGULATED = (Status.ANSWERED, Status.NOT_FOUND, Status.NO_RESOLUTION)


def ask_place(situation: Situation, *_: str) -> Outcome:
    """Ask where the resident lives, with the places that have resolutions to choose from."""
    return _asking(situation, render("chat/places/wanted"), *place_rows(situation))


def read_place(situation: Situation, typed: str) -> Outcome:
    """Take what was `typed` for the place, or ask back."""
    gazetteer = situation.edition.answerer.gazetteer
    places = find_places(typed, gazetteer, expected=True) or gazetteer.parse(typed)
    return take_places(situation, typed, places)


def take_places(situation: Situation, typed: str, meant: tuple[Place, ...]) -> Outcome:
    """Take the place that is `meant` by what was `typed`, or ask which of several it is."""
    places = _told_apart(situation, meant)
    if not places:
        return _asking(situation, render("refusal/unknown_place", text=typed))
    if len(places) == 1:
        return set_place(situation, written_home(places[0]))
    offered = tuple(place_choice(place) for place in places[:MOST_OFFERED])
    text = render("chat/places/ambiguous", typed=typed, more=len(places) > len(offered))
    return _asking(situation, text, *one_a_row(offered))


def set_place(situation: Situation, chosen: str) -> Outcome:
    """Remember the place and say what applies there; answer what waited for it.

    A question that was answered for another place is offered again.
    """
    place = read_home(chosen)
    moved = replace(situation, chat=replace(situation.chat, place=place, declined=False))
    scope = situation.scope_of(place)
    if waiting := _waiting(situation):
        noted = Reply(render("chat/places/noted", place=place, scope=scope))
        outcome = ask_again(moved, waiting)
        return replace(outcome, replies=(noted, *outcome.replies))
    turn = _asked_elsewhere(situation, place)
    again = ((offer(ActionName.AGAIN, turn.id),),) if turn else ()
    return moved.say("places/set", *again, right_row(), place=place, scope=scope)


def _waiting(situation: Situation) -> str | None:
    """Return the turn whose question is answered once the place is known."""
    chat = situation.chat
    waits = chat.expects is Expects.PLACE and chat.about
    known = waits and situation.memory.turn(chat.key, chat.about or "")
    return chat.about if known else None


def _asking(situation: Situation, text: str, *rows: Row) -> Outcome:
    """Say `text`, which asks for the place; what waits for it goes on waiting."""
    about = situation.chat.about if situation.chat.expects is Expects.PLACE else None
    return Outcome(situation.expecting(Expects.PLACE, about), (Reply(text, rows),))


def _told_apart(situation: Situation, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return `places`, only the first where the same documents apply in all."""
    applying = {
        tuple(resolution.id for resolution in situation.scope_of(place).resolutions)
        for place in places
    }
    return places[:1] if len(applying) == 1 else places


def _asked_elsewhere(situation: Situation, place: Place) -> Turn | None:
    """Return the last turn if its question names no place and was answered for another one."""
    turns = [turn for turn in situation.chat.turns if turn.status in _REGULATED][-1:]
    names = situation.edition.answerer.gazetteer.mentioned
    return next((turn for turn in turns if turn.place != place and not names(turn.reading)), None)


def decline_place(situation: Situation, text: str) -> Outcome:
    """Answer what was asked last by the law of the whole country; the place is not asked again."""
    quiet = replace(situation, chat=replace(situation.chat, declined=True))
    last = last_asked(situation)
    answers: tuple[LawAnswer, ...] = ()
    rows: tuple[Row, ...] = ()
    if last:
        question = Question(last.reading, situation.today, again=True)
        trace = situation.edition.answerer.trace(question)
        answers = told_by_law(situation, last.reading, trace)
        rows = below(situation, last)
    said = render("talk/no_place", told=answers, english=situation.english)
    return replace(quiet.tell(said, *rows), turn=turn_of_talk(situation, text))
