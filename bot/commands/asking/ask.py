"""`danbiet ask`: one question, or a file of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.answer.understand.admission import Refused, admit, read_day
from bot.commands.terminal import application, open_answerer, say, write_json
from bot.evaluation.asking import answer_or_refuse, question_from
from knowledge.errors import DanBietError
from knowledge.matters.jsonl import BadLine, read_jsonl

if TYPE_CHECKING:
    from bot.answer.answerer import Answerer
    from bot.answer.selection.evidence import Evidence


class BadBatch(BadLine):
    """A file of questions that cannot be read."""


class QuestionOrBatch(DanBietError):
    """Neither a question nor a batch was given, or both were."""

    def __init__(self) -> None:
        super().__init__("give either a question or --batch FILE")


class _Line(BaseModel):
    """A line of a batch; further fields of a question set are passed over."""

    model_config = ConfigDict(frozen=True)

    id: str | int
    question: str
    place: str | None = None


def ask(question: str, place: str | None, on: str | None, as_json: bool) -> None:
    """Print the answer to `question`.

    Raises:
        Refused: the question, the place or the day cannot be taken as it is.
    """
    admitted, day = admit(question), _day(on)
    answerer = open_answerer(application())
    answer = answerer.answer(question_from(answerer, admitted, place, day))
    if as_json:
        write_json(answer.as_dict(), indent=2)
    else:
        say(answer.text)


def ask_batch(path: Path, on: str | None) -> None:
    """Print one JSON object a line for the questions in the JSONL file at `path`, in order.

    A question that cannot be taken as it is gets an answer that says so. All lines are read before
    the first is answered.

    Raises:
        BadBatch: the file cannot be read, or a line of it is no question.
    """
    day = _day(on)
    lines = tuple(line for _, line in read_jsonl(path, _Line, BadBatch))
    answerer = open_answerer(application())
    for line in lines:
        answer = answer_or_refuse(answerer, line.question, line.place, day)
        write_json({"id": line.id, **answer.as_dict()})


def evidence_or_none(
    answerer: Answerer, text: str, place: str | None, day: date
) -> Evidence | None:
    """Return all that is found for `text`, None if it cannot be taken as it is."""
    try:
        return answerer.search(question_from(answerer, admit(text), place, day))
    except Refused:
        return None


def _day(on: str | None) -> date:
    return read_day(on) if on is not None else date.today()  # noqa: DTZ011 - the resident's own day
