"""Values that the store gives out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.channels.base import Message, Post
from knowledge.gazetteer.places import Place


@dataclass(frozen=True, slots=True)
class Receipt:
    """A message that was taken in and is not answered yet."""

    id: int
    message: Message
    at: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """A post on its way to a chat; `uncertain`: it may have arrived before the process died."""

    id: str
    channel: str
    chat: str
    post: Post
    uncertain: bool = False


class QuestionStatus(StrEnum):
    """The state of a question for the staff."""

    OPEN = "open"
    ANSWERED = "answered"
    """The address of whoever asked is forgotten."""


@dataclass(frozen=True, slots=True)
class StaffQuestion:
    """A question that a resident handed to the staff; `question` is masked."""

    turn: str
    channel: str
    at: datetime
    place: Place | None
    question: str
    status: QuestionStatus


class Role(StrEnum):
    """The rights of an account, by the names that commands and the database use."""

    STAFF = "can_bo"
    ADMIN = "quan_tri"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the staff who may sign in."""

    name: str
    role: Role
    created_at: datetime
