"""Work that is cut short at every step which it takes in a folder, for tests of what that leaves.

Steps are what Python audits (PEP 578) of all that changes a folder: a file opened to be written,
and, one step later, begun but still empty; a folder made; a path renamed, linked, removed.
A write by other means, as by SQLite, is no step.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from itertools import count
from multiprocessing import get_context, set_start_method
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from knowledge.errors import DanBietError

Work = Callable[[Path], object]
"""Work in a folder: a function of a module, for it is sent to another process."""

_PATIENCE = 60.0
"""Seconds after which work is held to hang."""
_NEEDS_SPACE = {"open", "os.link", "os.mkdir", "os.rename", "os.symlink"}
_CHANGES = {*_NEEDS_SPACE, "os.chmod", "os.remove", "os.rmdir", "os.truncate"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

_MADE_UP = re.compile(r"(?<=\.placing-)[^/]+|(?<=\.building-)[^/]+")

_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["pytest", "bot.commands.wiring"])


class Fault(Enum):
    """The end of the step: the process dies, or the disk is full from then on."""

    KILLED = "killed"
    DISK_FULL = "disk full"


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The `folder` as work left it that was cut short at `step`, and the `error` it ended with."""

    folder: Path
    step: str
    error: str


def state(folder: Path) -> frozenset[tuple[str, int]]:
    """Return every file in `folder` with its size; names that are made up are left out.

    Work that goes on from a state need not be tried twice from the same one.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    return frozenset(
        (_MADE_UP.sub("", path.relative_to(folder).as_posix()), path.stat().st_size)
        for path in files
    )


def interruptions(work: Work, original: Path, fault: Fault) -> Iterator[Interrupted]:
    """Yield what `work` leaves in a copy of the folder `original`, cut short one step later a time.

    It ends with the first time that `work` is done before; a copy is gone once the next is made.
    The test fails if the work raises other errors than the project's own.
    """
    for number in count(1):
        folder = original.with_name(f"{original.name}-interrupted")
        shutil.copytree(original, folder)
        try:
            told = _told(work, folder, number, fault)
            if not told:
                return
            yield Interrupted(folder, f"{number}: {told[0]}", "".join(told[1:]))
        finally:
            shutil.rmtree(folder)


def _told(work: Work, folder: Path, number: int, fault: Fault) -> list[str]:
    """Do `work` in a process of its own; return the step at which it met `fault`, and its error."""
    receiving, sending = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=_do, args=(work, folder, number, fault, sending))
    process.start()
    sending.close()
    told = []
    with receiving, suppress(EOFError):
        while receiving.poll(_PATIENCE):
            told.append(receiving.recv())
        process.kill()
        message = f"{work} hangs after {told}"
        raise TimeoutError(message)
    process.join()
    expected = -signal.SIGKILL if told and fault is Fault.KILLED else 0
    assert process.exitcode == expected, f"{work} ended with {process.exitcode} after {told}"
    return told


def _do(work: Work, folder: Path, number: int, fault: Fault, telling: Connection) -> None:
    set_start_method("fork", force=True)  # so that a semaphore ends with this process, however
    sys.addaudithook(_Steps(folder, number, fault, telling))
    try:
        work(folder)
    except DanBietError as error:
        telling.send(str(error))


class _Steps:
    """Counts the steps in `folder` down, and lets the fault happen at the last."""

    def __init__(self, folder: Path, number: int, fault: Fault, telling: Connection) -> None:
        self._folder, self._left = folder, number
        self._fault, self._telling = fault, telling
        self._happening = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        place = None if self._happening else self._place(event, arguments)
        if place is None:
            return
        self._happening = True
        try:
            self._take(f"{event} {place}")
            if event == "open":
                self._begin(arguments)
                self._take(f"begin {place}")
        finally:
            self._happening = False

    def _place(self, event: str, arguments: tuple[Any, ...]) -> Path | None:
        """Return which path in the folder an event is about to change, None for other events."""
        changes = _CHANGES if self._fault is Fault.KILLED else _NEEDS_SPACE
        if event not in changes or (event == "open" and not arguments[2] & _WRITES):
            return None
        paths = _paths(arguments[:1] if event == "open" else arguments)
        inside = (path for path in paths if path.is_relative_to(self._folder))
        return next((path.relative_to(self._folder) for path in inside), None)

    def _begin(self, arguments: tuple[Any, ...]) -> None:
        """Open the file as it is about to be opened, if nothing more is to come."""
        path, _, flags = arguments
        if self._left == 1:
            with suppress(OSError):
                os.close(os.open(path, flags, 0o644))

    def _take(self, step: str) -> None:
        self._left -= 1
        if self._left == 0:
            self._telling.send(step)
            if self._fault is Fault.KILLED:
                os.kill(os.getpid(), signal.SIGKILL)
        if self._left <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _paths(arguments: tuple[Any, ...]) -> list[Path]:
    """Return the paths that an event names; last may stand the open folder in which they lie."""
    opened = isinstance(arguments[-1], int) and arguments[-1] >= 0
    folder = Path(f"/proc/self/fd/{arguments[-1]}").resolve() if opened else Path.cwd()
    named = [os.fsdecode(one) for one in arguments if isinstance(one, (str, bytes, os.PathLike))]
    return [folder / name for name in named]
