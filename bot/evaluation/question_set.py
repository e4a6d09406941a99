"""Question sets: questions with the status and the provisions that rightly answer them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    ValidationError,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import PydanticCustomError

from bot.answer.values import Status
from index.metrics import gold_addresses
from knowledge.language.text import normalise
from knowledge.law.resolution import Address
from knowledge.matters.jsonl import BadLine, LineFault, read_jsonl

Facts = tuple[tuple[str, ...], ...]
"""The facts that an answer has to say: of each group of wordings, any one."""


class BadQuestionSet(BadLine):
    """A question set, or a baseline, that cannot be read."""


class Item(BaseModel):
    """A question of a set, with the addresses that rightly answer it and what it must say."""

    model_config = ConfigDict(frozen=True)

    id: str
    question: str
    place: str | None = None
    style: str | None = None
    right: str | None = None
    expect: Status = Status.ANSWERED
    gold: tuple[dict[str, Any], ...] = ()
    must_say: Facts = ()

    @field_validator("must_say", mode="wrap")
    @classmethod
    def _is_facts(cls, value: Any, read: ValidatorFunctionWrapHandler) -> Facts:
        try:
            facts: Facts = read(value)
        except ValidationError as error:
            raise _no_facts() from error
        if not all(group and all(map(normalise, group)) for group in facts):
            raise _no_facts()
        return facts

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
        raise BadQuestionSet(path, LineFault("no_question", "holds no question"))
    return items


def _checked(path: Path, number: int, item: Item) -> Item:
    try:
        _ = item.addresses
    except (KeyError, ValueError) as error:
        fault = LineFault("bad_gold", "bad gold address: {reason}", reason=error)
        raise BadQuestionSet(path, fault, number) from error
    return item


def _no_facts() -> PydanticCustomError:
    reason = "should be a list of groups, each a list of one wording or more, none of them blank"
    return PydanticCustomError("facts", reason)
