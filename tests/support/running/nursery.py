"""A process that has imported what `danbiet` imports, and forks one that runs it whenever asked.

`python -m tests.support.running.nursery SOCKET` is started by `processes`. Most of the seconds that
a command takes go to its imports, which are the same for all. A command that is forked has
everything else to itself: process id, standard streams, variables, working folder, signals and exit
status.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from select import select
from typing import Any, NoReturn

LARGEST = 1 << 17
"""Bytes of a request at most."""
_IMPORTED = (
    "alembic.command", "bm25s", "bot.commands.cli", "bot.commands.wiring", "faiss", "fastapi",
    "scipy.sparse", "sklearn.feature_extraction.text", "sqlalchemy", "telegram.ext", "tokenizers",
    "uvicorn",
)  # fmt: skip
"""Modules that commands import, but for those of our own that look at the terminal or the variables
when they are imported."""


@dataclass(frozen=True, slots=True)
class Request:
    """A command that is to run; `descriptors` are its standard streams, and where it is told of."""

    arguments: list[str]
    variables: dict[str, str]
    folder: str
    is_login: bool
    descriptors: list[int]


def serve(requests: socket.socket) -> Request | None:
    """Fork for each of `requests`; return in the child with the request, in the parent at the end.

    Of each process its id is told, and later its exit status, one a line.
    """
    told: dict[int, int] = {}
    ended, wake = socket.socketpair()
    wake.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake.fileno())
    while True:
        ready, _, _ = select([requests, ended], [], [])
        if ended in ready:
            ended.recv(4096)
            _reap(told)
        if requests in ready:
            request = _receive(requests)
            if request is None:
                return None
            process = os.fork()
            if not process:
                return request
            told[process] = _keep_listener(request, process)


def _receive(requests: socket.socket) -> Request | None:
    raw, descriptors, _, _ = socket.recv_fds(requests, LARGEST, 4)
    if not raw:
        return None
    asked: dict[str, Any] = json.loads(raw)
    return Request(**asked, descriptors=descriptors)


def _keep_listener(request: Request, process: int) -> int:
    """Tell the id of the process; return where its end is to be told."""
    *streams, listener = request.descriptors
    for stream in streams:
        os.close(stream)
    os.write(listener, f"{process}\n".encode())
    return listener


def _reap(told: dict[int, int]) -> None:
    """Tell of every process that has ended how it did."""
    while told:
        process, status = os.waitpid(-1, os.WNOHANG)
        if not process:
            return
        listener = told.pop(process)
        with suppress(BrokenPipeError):  # whoever started it may not ask how it ended
            os.write(listener, f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os.close(listener)


def _become(request: Request) -> None:
    """Make this process what a new one would be: its streams, variables, folder and signals."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, descriptor in enumerate(request.descriptors[:3]):
        os.dup2(descriptor, number)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    if request.is_login:
        os.login_tty(os.dup(0))
    os.environ.clear()
    os.environ.update(request.variables)
    os.chdir(request.folder)
    sys.argv = ["danbiet", *request.arguments]
    sys.modules["__main__"].__package__ = None  # what was started as a module is called by it
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", 1 if os.isatty(1) else -1, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, "utf-8", "backslashreplace", closefd=False)  # noqa: SIM115
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]


def main(descriptor: str) -> NoReturn:
    """Import what commands need, then serve until whoever asks is gone."""
    for name in _IMPORTED:
        import_module(name)
    gc.collect()
    gc.freeze()
    request = serve(socket.socket(fileno=int(descriptor)))
    if request is not None:
        from bot.commands.cli import main as danbiet

        _become(request)
        danbiet()
    sys.exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
