"""What residents say of the last answer, answered from that answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.answer.acts import ON_THE_ANSWER, Act
from bot.answer.patterns import folded
from bot.answer.values import Answer, Question, Status
from bot.conversation.opinion import blame
from bot.conversation.question import answer_of_law, below
from bot.conversation.record import last_asked, turn_of_talk
from bot.conversation.situation import Situation
from bot.conversation.values import Outcome, Turn
from knowledge.resolution import Resolution
from prompts.render import render

_NUMBERS: Final = {
    "mot": 1, "nhat": 1, "dau": 1, "hai": 2, "nhi": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5,
    "sau": 6, "bay": 7,
}  # fmt: skip
_COUNTED: Final = r"(?:cau|y|phan|muc|cai|ve|doan|dieu|so|thu|diem|viec|khuc|cai so|y thu|cau thu)"
_PART: Final = re.compile(
    rf"\b(?:thu|{_COUNTED})(?: (?:hoi|thu|so))* (?P<number>\d|{'|'.join(_NUMBERS)})\b"
)
_LAST: Final = re.compile(r"\b(?:cuoi|cuoi cung|chot|sau cung|sau chot|ket)\b")


def reply_about_answer(situation: Situation, act: Act, text: str) -> Outcome | None:
    """Return what is said to `text`, an `act` on the last answer; None if nothing was asked yet."""
    last = last_asked(situation)
    if last is None:
        return None
    if act is Act.WRONG_ANSWER:
        return replace(blame(situation, last.id), turn=turn_of_talk(situation, text))
    if act is Act.NATIONAL_LAW:
        return answer_of_law(situation, last.reading)
    return _worded(situation, act, text, last) if act in ON_THE_ANSWER else None


def _worded(situation: Situation, act: Act, text: str, last: Turn) -> Outcome:
    """Return what the template of the `act` says of the answer to `last`."""
    place = last.place or situation.chat.place
    asked = Question(last.reading, situation.today, place, again=True)
    trace = situation.edition.answerer.trace(asked)
    answers = tuple(one.answer for one in trace.explanations)
    said = render(
        f"talk/{act.value}",
        answers=answers,
        text=trace.answer.text,
        number=_number(text, len(answers)),
        citations=trace.answer.citations,
        documents=_documents(situation, trace.answer),
        contacts=situation.memory.contacts(place),
        place=place,
        answered=trace.answer.status is Status.ANSWERED,
    )
    outcome = situation.tell(said, *below(situation, last))
    return replace(outcome, turn=turn_of_talk(situation, text))


def _number(text: str, most: int) -> int:
    """Return which part `text` names, counted from 1; more than `most` there may not be."""
    said = folded(text)
    if match := _PART.search(said):
        number = match["number"]
        return int(number) if number.isdecimal() else _NUMBERS[number]
    if digit := re.search(r"\b[1-9]\b", said):
        return int(digit.group())
    if _LAST.search(said):
        return most
    return 1


def _documents(situation: Situation, answer: Answer) -> tuple[Resolution, ...]:
    """Return the documents that `answer` cites, each once."""
    known = situation.edition.answerer.known
    cited = dict.fromkeys(one.address.resolution for one in answer.citations)
    return tuple(known[name] for name in cited)
