"""Question sets: questions with the status and the provisions that rightly answer them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from bot.answer.values import Status
from index.metrics import gold_addresses
from knowledge.jsonl import BadLine, read_jsonl
from knowledge.resolution import Address


class BadQuestionSet(BadLine):
    """A question set, or a baseline, that cannot be read."""


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
    items = tuple(_checked(path, *line) for line in read_jsonl(path, Item, BadQuestionSet))
    if not items:
        raise BadQuestionSet(path, "holds no question")
    return items


def _checked(path: Path, number: int, item: Item) -> Item:
    try:
        _ = item.addresses
    except (KeyError, ValueError) as error:
        raise BadQuestionSet(path, f"bad gold address: {error}", number) from error
    return item
