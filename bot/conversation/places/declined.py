"""Somebody does not want to tell where they live: what holds everywhere is told, nothing asked."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.values import Question
from bot.conversation.answering.law import LawAnswer, told_by_law
from bot.conversation.answering.question import below
from bot.conversation.answering.record import last_asked, turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome, Turn
from prompts.render import render


def decline_place(situation: Situation, text: str) -> Outcome:
    """Answer what was asked last by the law of the whole country; the place is not asked again."""
    quiet = replace(situation, chat=replace(situation.chat, declined=True))
    last = last_asked(situation)
    told = _told(situation, last) if last else ()
    said = render("talk/no_place", told=told, english=situation.english)
    rows = below(situation, last) if last else ()
    return replace(quiet.tell(said, *rows), turn=turn_of_talk(situation, text))


def _told(situation: Situation, last: Turn) -> tuple[LawAnswer, ...]:
    asked = Question(last.reading, situation.today, again=True)
    return told_by_law(situation, last.reading, situation.edition.answerer.trace(asked))
