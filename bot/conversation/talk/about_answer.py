"""Praise, blame and doubts about an answer, and what can be said again from it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.answer.acts import ON_THE_ANSWER, Act
from bot.answer.values import Answer, Question, Status
from bot.conversation.actions import ActionName, offer, one_a_row
from bot.conversation.answering.placeless import answered_again
from bot.conversation.answering.question import (
    answer_of_law,
    below,
    earlier_of,
    last_asked,
    turn_of_talk,
)
from bot.conversation.situation import Situation
from bot.conversation.talk.trouble import is_of_last_matter, tell_what_next
from bot.conversation.values import Expects, Opinion, Outcome, Turn
from knowledge.gazetteer.places import Place
from knowledge.language.patterns import any_of, folded
from knowledge.language.persons import SPEAKER
from knowledge.language.text import fold
from knowledge.law.signs import NUMBER_WORDS
from prompts.render import render

REASONS = ("other_matter", "hard_to_read", "wrong_or_missing")
"""The reasons why an answer was bad, as they are remembered."""


def praise(situation: Situation, turn_id: str) -> Outcome:
    """Remember that the answer of a turn was good."""
    turn = _find(situation, turn_id)
    if turn is None:
        return situation.say("steps/outdated")
    return replace(situation.say("opinion/praised"), opinion=Opinion(turn.id, good=True))


def blame(situation: Situation, turn_id: str) -> Outcome:
    """Remember that the answer of a turn was bad, and ask why."""
    turn = _find(situation, turn_id)
    if turn is None:
        return situation.say("steps/outdated")
    reasons = one_a_row(
        offer(
            ActionName.REASON, turn.id, reason, label=render("chat/opinion/reason", reason=reason)
        )
        for reason in REASONS
    )
    outcome = situation.say("opinion/blamed", *reasons)
    chat = situation.expecting(Expects.COMMENT, turn.id)
    return replace(outcome, chat=chat, opinion=Opinion(turn.id, good=False))


def take_reason(situation: Situation, turn_id: str, reason: str) -> Outcome:
    """Remember why the answer of a turn was bad; a comment may still follow."""
    outcome = _thank(situation, Opinion(turn_id, good=False, reason=reason))
    return replace(outcome, chat=situation.expecting(Expects.COMMENT, turn_id))


def take_comment(situation: Situation, turn_id: str, comment: str) -> Outcome:
    """Remember what the resident writes about the answer of a turn."""
    return _thank(situation, Opinion(turn_id, good=False, comment=comment))


def _thank(situation: Situation, opinion: Opinion) -> Outcome:
    if _find(situation, opinion.turn) is None:
        return situation.say("steps/outdated")
    has_staff = situation.memory.has_staff()
    rows = ((offer(ActionName.STAFF, opinion.turn),),) if has_staff else ()
    return replace(situation.say("opinion/noted", *rows, has_staff=has_staff), opinion=opinion)


def _find(situation: Situation, turn_id: str) -> Turn | None:
    return situation.memory.turn(situation.chat.key, turn_id)


_NUMBERS: Final = {fold(word): number for word, number in NUMBER_WORDS.items()} | {
    "dau": 1,
    "nhi": 2,
}
_COUNTED: Final = r"(?:cau|y|phan|muc|cai|ve|doan|dieu|so|thu|diem|viec|khuc|cai so|y thu|cau thu)"
_PART: Final = re.compile(
    rf"\b(?:thu|{_COUNTED})(?: (?:hoi|thu|so))* (?P<number>\d|{'|'.join(_NUMBERS)})\b"
)
_OF_MINE: Final = any_of(
    rf"{SPEAKER} (?:\w+ ){{0,2}}hoi|hoi (?:luc nay|hoi nay|ban nay|truoc|dau tien|ban dau)",
    "(?:cau|dieu|viec|cai) hoi (?:dau|thu)",
)
"""Words that count the questions of the chat, not the parts of the last answer."""
_MAY_NAME_A_PART: Final = (Act.WRONG_ANSWER, Act.REPEAT)
"""Acts that sound like the wish for a part of what was said."""
_LAST: Final = re.compile(r"\b(?:cuoi|cuoi cung|chot|sau cung|sau chot|ket)\b")


def reply_about_answer(situation: Situation, act: Act, text: str) -> Outcome | None:
    """Return what is said to `text`, an `act` on the last answer; None if nothing was asked yet."""
    last = last_asked(situation)
    if last is None:
        return None
    if act in _MAY_NAME_A_PART and _names_own(text):
        act = Act.PART
    if act is Act.WRONG_ANSWER:
        return replace(blame(situation, last.id), turn=turn_of_talk(situation, text))
    if act is Act.NATIONAL_LAW:
        return answer_of_law(situation, last.reading)
    if act in (Act.UNHEARD, Act.DISSENT):
        of_last = is_of_last_matter(text) and not _goes_on(situation, text)
        return tell_what_next(situation, act, text, last) if of_last else None
    if act not in ON_THE_ANSWER:
        return None
    meant = _meant(situation, text, last) if act in (Act.PART, Act.REPEAT) else last
    return _worded(situation, act, text, meant)


def _goes_on(situation: Situation, text: str) -> bool:
    """Return True if `text` asks for a matter that says what becomes of the last one then."""
    place = situation.chat.place
    question = Question(text, situation.today, place, earlier_of(situation))
    return situation.edition.answerer.goes_on(question)


def _worded(situation: Situation, act: Act, text: str, last: Turn) -> Outcome:
    """Return what the template of the `act` says of the answer to `last`."""
    place = last.place or situation.chat.place
    trace = answered_again(situation, last.reading, place)
    known = situation.edition.answerer.known
    documents = dict.fromkeys(citation.address.resolution for citation in trace.answer.citations)
    answers = tuple(part.answer for part in trace.explanations)
    number = _number(text, len(answers))
    in_full = _in_full(situation, answers, number, place) if act is Act.PART else ""
    said = render(
        f"talk/acts/{act.value}",
        answers=answers,
        text=in_full or trace.answer.text,
        number=number,
        citations=trace.answer.citations,
        documents=tuple(known[name] for name in documents),
        contacts=situation.memory.contacts(place),
        place=place,
        answered=trace.answer.status is Status.ANSWERED,
        english=situation.english,
    )
    outcome = situation.tell(said, *below(situation, last))
    return replace(outcome, turn=turn_of_talk(situation, text))


def _in_full(
    situation: Situation, answers: tuple[Answer, ...], number: int, place: Place | None
) -> str:
    """Return all that is said to part `number` of a message; "" where it asks one thing."""
    if not 1 < len(answers) >= number:
        return ""
    return answered_again(situation, answers[number - 1].understood_as, place).answer.text


def _meant(situation: Situation, text: str, last: Turn) -> Turn:
    """Return the turn that `text` means: "câu thứ hai tôi hỏi" counts those of the chat."""
    said = folded(text)
    questions = [turn for turn in situation.chat.turns if turn.status is not Status.SMALL_TALK]
    several = situation.edition.answerer.read(last.reading).parts
    if several or not _OF_MINE.search(said):
        return last
    number = _number(text, len(questions))
    return questions[number - 1] if number <= len(questions) else last


def _names_own(text: str) -> bool:
    """Return True if `text` names one of the speaker's own questions by its number."""
    said = folded(text)
    numbered = _PART.search(said) or _LAST.search(said)
    return bool(numbered and _OF_MINE.search(said))


def _number(text: str, most: int) -> int:
    """Return which part `text` names, counted from 1; more than `most` there may not be."""
    said = folded(text)
    if _LAST.search(said):
        return most
    if match := _PART.search(said):
        number = match["number"]
        return int(number) if number.isdecimal() else _NUMBERS[number]
    digit = re.search(r"\b[1-9]\b", said)
    return int(digit.group()) if digit else 1
