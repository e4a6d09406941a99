"""Question sets from and to files, in the form that `danbiet evaluate` reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from fastapi import UploadFile
from pydantic import Field, TypeAdapter, field_validator

from bot.console.choosing.gold import Gold
from bot.console.quality.standards.draft import NO_NUL, Name, Said, Word
from bot.console.quality.standards.faults import Faults, QuestionSetFault
from bot.evaluation.question_set import BadQuestionSet, Item
from knowledge.matters.jsonl import LineFault, read_jsonl

_GOLD = TypeAdapter(tuple[Gold, ...])


@dataclass(frozen=True, slots=True)
class QuestionUpload:
    """The questions of a file, or its fault and the line or id that has it."""

    items: tuple[Item, ...] = ()
    fault: QuestionSetFault | None = None
    where: str = ""

    @property
    def faults(self) -> Faults:
        """Return the fault by the name of the field."""
        return {"tep": self.fault} if self.fault else {}


class SameId(BadQuestionSet):
    """Two questions of a file have the same id."""

    def __init__(self, path: Path, id: str) -> None:  # noqa: A002 - as files call it
        self.id = id
        super().__init__(path, f"several questions have the id {id}")


class _Line(Item):
    """A line of a file that the database can hold, and whose provisions can be shown."""

    id: Annotated[str, Field(min_length=1, max_length=64, pattern=NO_NUL)]
    question: Said
    place: Name | None = None
    style: Word | None = None
    right: Word | None = None
    must_say: tuple[tuple[Said, ...], ...] = ()

    @field_validator("gold")
    @classmethod
    def _is_known(cls, gold: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
        return tuple(provision.model_dump(mode="json") for provision in _GOLD.validate_python(gold))


def read_items(content: bytes) -> tuple[Item, ...]:
    """Return the questions of a file.

    Raises:
        BadQuestionSet: it holds none, or a line of it is no question.
        SameId: two questions of it have the same id.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "questions.jsonl"
        path.write_bytes(content)
        items = tuple(line for _, line in read_jsonl(path, _Line, BadQuestionSet))
    if not items:
        raise BadQuestionSet(path, LineFault("no_question", "holds no question"))
    ((id, times),) = Counter(item.id for item in items).most_common(1)  # noqa: A001
    if times > 1:
        raise SameId(path, id)
    return items


def as_lines(items: Iterable[Item]) -> str:
    """Return `items` as the content of a file."""
    return "".join(f"{item.model_dump_json()}\n" for item in items)


def read_upload(file: UploadFile) -> QuestionUpload:
    """Return the questions in a file that somebody sends, or what is wrong with it."""
    try:
        return QuestionUpload(read_items(file.file.read()))
    except SameId as error:
        return QuestionUpload(fault=QuestionSetFault.SAME_ID, where=error.id)
    except BadQuestionSet as error:
        return QuestionUpload(
            fault=QuestionSetFault.LINE if error.line else QuestionSetFault.FILE,
            where=str(error.line or ""),
        )
