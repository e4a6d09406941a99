"""Asking as files and forms do: a text and the name of a place, whatever they hold."""

from __future__ import annotations

from datetime import date

from bot.answer.answerer import Answerer
from bot.answer.understand.admission import Refused, admit, read_question
from bot.answer.values import Answer, Question, Status


def question_from(answerer: Answerer, text: str, place: str | None, day: date) -> Question:
    """Return the question `text` of somebody who gives `place` as theirs; raise Refused."""
    library = tuple(answerer.library.values())
    return read_question(text, place, day, answerer.gazetteer, library)


def answer_or_refuse(answerer: Answerer, text: str, place: str | None, day: date) -> Answer:
    """Return the answer to `text`, or one that says why it cannot be taken as it is."""
    status = Status.OUT_OF_SCOPE
    try:
        admitted = admit(text)
        status = Status.NO_RESOLUTION
        question = question_from(answerer, admitted, place, day)
    except Refused as refusal:
        return Answer(text, text, status, str(refusal), None, timings_ms={"total": 0.0})
    return answerer.answer(question)
