"""Work that takes minutes: how far it is, in a file for each, so that every process can tell."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from filelock import FileLock
from pydantic import TypeAdapter, ValidationError

from bot.publishing.rehearsing.rehearsal import Rehearsal
from knowledge.errors import DanBietError

UPDATE = "index"
"""The key of bringing the index up to date; a rehearsal goes by the key of its draft."""
SILENCE = timedelta(minutes=2)
"""Time without a sign of life after which whoever worked is gone."""


class Phase(StrEnum):
    """What is being done; the words are in `prompts/templates/publishing/phase.j2`."""

    BUILDING = "building"
    ASKING = "asking"


class TaskState(StrEnum):
    """How a task stands; the words are in `prompts/templates/publishing/state.j2`."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    """Whoever worked on it is gone."""


class UnderWay(DanBietError):
    """The same is being done already."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} is under way")


class Superseded(DanBietError):
    """Somebody has begun anew, or does not want it any more."""

    def __init__(self, key: str) -> None:
        super().__init__(f"{key} was begun anew, or given up")


class TaskLost(DanBietError):
    """The system does not let it be written how far a task is."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(f"nothing can be written to {folder}: {error.strerror or error}")


@dataclass(frozen=True, slots=True)
class Task:
    """Work that `who` began `at` a time; `seen_at` is its last sign of life.

    A rehearsal is `about` the fingerprint of a candidate, `against` the number of a version, and
    ends with an `outcome`; `matters` are what residents ask about that the candidate speaks of,
    None until its index is there. `refusal` tells staff why nothing came of it, `incident` under
    which id the fault was recorded.
    """

    who: str
    at: datetime
    seen_at: datetime
    about: str = ""
    against: str = ""
    phase: Phase = Phase.BUILDING
    done: int = 0
    total: int = 0
    matters: tuple[str, ...] | None = None
    outcome: Rehearsal | None = None
    has_ended: bool = False
    refusal: str = ""
    incident: str = ""

    def state(self, now: datetime) -> TaskState:
        """Return how it stands."""
        if self.refusal or self.incident:
            return TaskState.FAILED
        if self.has_ended:
            return TaskState.DONE
        return TaskState.INTERRUPTED if now - self.seen_at > SILENCE else TaskState.RUNNING


_TASK = TypeAdapter(Task)


class Tasks:
    """The tasks in one folder, one at a time under each key; methods that write raise TaskLost."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def one(self, key: str) -> Task | None:
        """Return the last task of that key, None where there is none."""
        try:
            return _TASK.validate_json(self._path(key).read_bytes())
        except (OSError, ValidationError):
            return None

    def keys(self) -> set[str]:
        """Return the keys under which there is a task."""
        return {path.stem for path in self._folder.glob("[!.]*.json")}

    def begin(self, key: str, task: Task) -> None:
        """Begin `task`; raise UnderWay where one of that key is."""
        with self._locked():
            before = self.one(key)
            if before and before.state(task.at) is TaskState.RUNNING:
                raise UnderWay(key)
            self._write(key, task)

    def note(self, key: str, task: Task, seen_at: datetime, **facts: Any) -> None:
        """Note `facts` about `task`, and that it was alive at `seen_at`.

        Raises Superseded: it is not the task of that key any more.
        """
        with self._locked():
            known = self.one(key)
            if known is None or (known.who, known.at) != (task.who, task.at):
                raise Superseded(key)
            self._write(key, replace(known, seen_at=seen_at, **facts))

    def remove(self, key: str) -> None:
        """Forget the task of that key; who works on it stops at the next sign of life."""
        with self._locked():
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"

    def _write(self, key: str, task: Task) -> None:
        handle, name = tempfile.mkstemp(prefix=".", dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_TASK.dump_json(task))
            Path(name).replace(self._path(key))
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
            raise

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / "lock"):
                yield
        except OSError as error:
            raise TaskLost(self._folder, error) from error
