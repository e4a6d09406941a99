"""Question sets: questions with the status and the provisions that rightly answer them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.answer.values import Status
from index.metrics import gold_addresses
from knowledge.errors import DanBietError
from knowledge.resolution import Address


class BadQuestionSet(DanBietError):
    """A question set, or a baseline, that cannot be read."""

    def __init__(self, path: Path, reason: object, line: int | None = None) -> None:
        self.path, self.line = path, line
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{where}: {reason}")


class Item(BaseModel):
    """One question of a set, with the addresses that rightly answer it."""

    model_config = ConfigDict(frozen=True)

    id: str
    question: str
    place: str | None = None
    style: str | None = None
    right: str | None = None
    expect: Status = Status.ANSWERED
    gold: tuple[dict[str, Any], ...] = ()

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Return the gold addresses."""
        return gold_addresses(self.gold)


def read_question_set(path: Path) -> tuple[Item, ...]:
    """Return the questions in the JSONL file at `path`; blank lines are passed over.

    Raises:
        BadQuestionSet: the file cannot be read, or a line of it is no question.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise BadQuestionSet(path, (error.strerror or str(error)).lower()) from error
    except UnicodeDecodeError as error:
        raise BadQuestionSet(path, "is no UTF-8 text") from error
    items = tuple(_item(path, number, line) for number, line in enumerate(lines, 1) if line.strip())
    if not items:
        raise BadQuestionSet(path, "holds no question")
    return items


def _item(path: Path, number: int, line: str) -> Item:
    try:
        item = Item.model_validate_json(line)
        _ = item.addresses
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadQuestionSet(path, f"{where} {first['msg']}".strip(), number) from error
    except (KeyError, ValueError) as error:
        raise BadQuestionSet(path, f"bad gold address: {error}", number) from error
    return item
