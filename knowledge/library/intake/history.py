"""The history of a document on its way into the library: person, step and time, one line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from knowledge.library.intake.shelves import Shelves
from knowledge.matters.jsonl import BadLine, read_jsonl


class IntakeStep(StrEnum):
    """The steps that can be taken; the words are in `prompts/templates/adding/step.j2`."""

    BROUGHT = "brought"
    CORRECTED = "corrected"
    CHECKED = "checked"
    PUBLISHED = "published"
    CONDEMNED = "condemned"
    """Somebody wants it to be taken out, and has begun to try that."""
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Event:
    """A step: `who` took it, and `about` the thing that it concerned.

    The latter is the name of the file, the facts that were corrected, or the reason for a removal.
    """

    at: datetime
    who: str
    step: IntakeStep
    about: str = ""


class BadIntakeHistory(BadLine):
    """A history that cannot be read."""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True)

    at: datetime
    who: str
    step: IntakeStep
    about: str = ""


_EVENT = TypeAdapter(Event)


def history_of(resolution_id: str, shelves: Shelves) -> tuple[Event, ...]:
    """Return what was done to a document, oldest first; raise BadHistory."""
    path = _path(resolution_id, shelves)
    if not path.exists():
        return ()
    return tuple(Event(**dict(line)) for _, line in read_jsonl(path, _Line, BadIntakeHistory))


def with_events(resolution_id: str, shelves: Shelves, events: Iterable[Event]) -> dict[str, bytes]:
    """Return the history of a document with `events` added, by its path among the added files."""
    path = _path(resolution_id, shelves)
    before = path.read_bytes() if path.exists() else b""
    lines = b"".join(_EVENT.dump_json(event) + b"\n" for event in events)
    return {path.relative_to(shelves.added).as_posix(): before + lines}


def _path(resolution_id: str, shelves: Shelves) -> Path:
    return shelves.history / f"{resolution_id}.jsonl"
