"""Finding the step that a message asks for, by what was sent and what is expected."""

from __future__ import annotations

from itertools import chain

from bot.answer.acts import Act, hear
from bot.answer.understand.rewriting import curses
from bot.channels.base import ChannelKind
from bot.conversation.actions import ActionName
from bot.conversation.answering.question import ask, below, last_asked
from bot.conversation.places.hints import find_places, is_comment, seems_place
from bot.conversation.places.places import decline_place, read_place, take_places
from bot.conversation.routing.steps import take, wordless
from bot.conversation.routing.typed import (
    SIGN,
    find_choice,
    find_command,
    find_number,
    read_command,
)
from bot.conversation.situation import Situation
from bot.conversation.talk.about_answer import reply_about_answer, take_comment
from bot.conversation.talk.thread import call_staff, take_words, ways
from bot.conversation.talk.trouble import (
    help_in_danger,
    stay_with,
    suffers_reprisal,
    tell_protection,
)
from bot.conversation.values import ChoiceAction, Expects, Outcome
from knowledge.language.terms.english import in_vietnamese
from prompts.render import render


def reply_to(situation: Situation) -> Outcome:
    """Return what the message leads to."""
    message = situation.message
    text = message.text.strip()
    if message.kind is ChannelKind.PRESS:
        return _pressed(situation, text)
    if message.kind is ChannelKind.FOLLOW:
        return take(situation, ChoiceAction(ActionName.START))
    if not text:
        return wordless(situation, message.kind)
    own = message.kind is ChannelKind.TEXT and not message.forwarded
    return (_asked_for(situation, text) if own else None) or _written(situation, text)


def _pressed(situation: Situation, payload: str) -> Outcome:
    """Do what the button asks for, unless the menu is remembered no more."""
    menu_id, _, index = payload.rpartition(":")
    menu = situation.memory.menu(situation.chat.key, menu_id)
    if menu is None or not index.isdecimal() or int(index) >= len(menu.choices):
        return situation.say("steps/outdated")
    return take(situation, menu.choices[int(index)].action)


def _asked_for(situation: Situation, text: str) -> Outcome | None:
    """Return what the step leads to that `text` asks for in so many words, None if it is none."""
    if text.startswith(SIGN):
        return _command(situation, text)
    chosen = None if situation.message.edited else _chosen(situation, text)
    if chosen:
        return chosen
    action = find_command(text)
    return take(situation, action) if action else None


def _written(situation: Situation, text: str) -> Outcome:
    """Take what somebody wrote in words of their own: danger comes before all else."""
    message = situation.message
    if suffers_reprisal(situation, text):
        return tell_protection(situation, text)
    if hear(text).danger or hear(in_vietnamese(text)).danger:
        return help_in_danger(situation, text)
    if message.forwarded:
        return ask(situation, text, "forwarded")
    if message.kind is not ChannelKind.TEXT:
        answering = take_words if situation.has_thread else ask
        return answering(situation, text, "caption")
    return _told(situation, text)


def _command(situation: Situation, text: str) -> Outcome:
    name, rest = read_command(text)
    if name is None:
        return situation.say("steps/unknown_command")
    if name is ActionName.ASK_PLACE and rest:
        return read_place(situation, rest)
    return take(situation, ChoiceAction(name))


def _chosen(situation: Situation, text: str) -> Outcome | None:
    """Return what the choice leads to that `text` names, None if it is none.

    The choices below the last answer can be said after others were offered, too.
    """
    chat = situation.chat
    offered = chat.menu.choices if chat.menu else ()
    number = find_number(text)
    if offered and number is not None:
        if 0 < number <= len(offered):
            return take(situation, offered[number - 1].action)
        if not situation.has_thread:
            return situation.say("steps/no_such_number", most=len(offered))
    last = last_asked(situation)
    if situation.has_thread:
        also = ways(situation)
    else:
        also = tuple(chain.from_iterable(below(situation, last))) if last else ()
    action = find_choice(text, chain(offered, also))
    return take(situation, action) if action else None


def _told(situation: Situation, text: str) -> Outcome:
    """Take `text` for what is expected, or else for a question."""
    if situation.in_thread:
        return take_words(situation, text)
    chat = situation.chat
    expected = chat.expects is Expects.PLACE
    gazetteer = situation.edition.answerer.gazetteer
    places = find_places(text, gazetteer, expected=expected)
    written_out = situation.edition.answerer.read(text).text
    if places or (expected and seems_place(text) and seems_place(written_out)):
        return take_places(situation, text, places)
    if chat.expects is Expects.COMMENT and chat.about and is_comment(text):
        return take_comment(situation, chat.about, text)
    if situation.has_thread:
        return take_words(situation, text)
    outcome = stay_with(situation, text) or _acted(situation, text)
    if outcome:
        return outcome
    angry = curses(text) and hear(text).act is not Act.INSULT
    return ask(situation, text, "edited" if situation.message.edited else "calm" if angry else "")


def _acted(situation: Situation, text: str) -> Outcome | None:
    """Return what is said to an act of talk, None where the answerer has words for it, or it asks.

    A message that names a provision or a document asks for that.
    """
    act = situation.edition.answerer.read(text).act
    if act is Act.GREETING and situation.chat.since is None:
        return take(situation, ChoiceAction(ActionName.START))
    if act is Act.PICTURE:
        return situation.tell(render("talk/picture"))
    if act is Act.PERSON:
        return call_staff(situation, text)
    if act is Act.NO_PLACE:
        return decline_place(situation, text)
    return reply_about_answer(situation, act, text) if act else None
