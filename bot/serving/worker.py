"""Work that takes minutes, done aside from the pages: the one place that starts threads for it.

Begin with `Worker.begin`; `bot.store.tasks` tells how far the work is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

from bot.serving.incidents import record
from bot.store.database.errors import StoreError
from bot.store.tasks import Stopped, Superseded, Task, Tasks, TaskState
from knowledge.errors import DanBietError

_BEAT = 5.0
"""Seconds between two signs of life: a fraction of the silence that counts as death."""


class Refused(DanBietError):
    """The work cannot be done; `words` tell the staff why. Its cause, if any, is an incident."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(words)


@dataclass(frozen=True, slots=True)
class Report:
    """The way for work to tell how far it is.

    Each call raises Superseded or Stopped once nobody wants the work any more, and StoreError.
    """

    tasks: Tasks
    task: Task
    clock: Callable[[], datetime]

    def note(self, **facts: Any) -> None:
        """Note `facts` about the task."""
        self.tasks.note(self.task, self.clock(), **facts)

    def progress(self, phase: str = "") -> Callable[[int, int], None]:
        """Note that `phase` begins; return what notes how much of it is done."""

        def tell(done: int, total: int) -> None:
            self.note(phase=phase, done=done, total=total)

        tell(0, 0)
        return tell


Work = Callable[[Report], None]


def in_thread(work: Callable[[], None]) -> None:
    """Do `work` in a thread that nobody waits for, not even the end of the service."""
    Thread(target=work, daemon=True).start()


def ignore(_: str) -> None:
    """Leave it at what the task tells."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Does work aside, one task at a time under each key; `incidents` is the folder for faults.

    Work whose process has gone is known by its silence, and is begun again like new work.
    """

    tasks: Tasks
    clock: Callable[[], datetime]
    incidents: Path
    start: Callable[[Callable[[], None]], None] = in_thread

    def begin(self, task: Task, work: Work) -> None:
        """Begin `task`, which `work` does; raise UnderWay where one of its key is, StoreError."""
        self.tasks.begin(task)
        self.do(task, work)

    def do(self, task: Task, work: Work, failed: Callable[[str], None] = ignore) -> None:
        """Let `work` do `task`, which has begun; `failed` gets the trace id of a fault."""
        self.start(partial(self._do, task, work, failed))

    def _do(self, task: Task, work: Work, failed: Callable[[str], None]) -> None:
        state, refusal, incident = TaskState.DONE, "", ""
        with self._alive(task):
            try:
                work(Report(self.tasks, task, self.clock))
            except Superseded:
                return
            except Stopped:
                state = TaskState.STOPPED
            except Refused as error:
                state, refusal, cause = TaskState.FAILED, error.words, error.__cause__
                incident = record(cause, self.incidents) if cause else ""
            except Exception as error:  # noqa: BLE001 - nobody waits who could be told
                state, incident = TaskState.FAILED, record(error, self.incidents)
        with suppress(StoreError):
            self.tasks.end(task, state, refusal, incident)
        if state is TaskState.FAILED:
            with suppress(StoreError):
                failed(incident)

    @contextmanager
    def _alive(self, task: Task) -> Iterator[None]:
        """Give signs of life of `task` meanwhile: one step of the work may take minutes."""
        over = Event()
        in_thread(partial(self._beat, task, over))
        try:
            yield
        finally:
            over.set()

    def _beat(self, task: Task, over: Event) -> None:
        while not over.wait(_BEAT):
            with suppress(StoreError):  # the work itself is told that nobody wants it
                self.tasks.note(task, self.clock())
