"""Processes that run `danbiet`, forked by one that has its libraries: `nursery`."""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO

from tests.support.running.nursery import LARGEST

_ROOT = Path(__file__).parents[3]


class Process:
    """A process that runs `danbiet`; what it offers does what it does of `subprocess.Popen`."""

    def __init__(self, told: int) -> None:
        """Take where it is told of, which is the id of the process at first."""
        self._told = told
        self.returncode: int | None = None
        self.pid = int(self._line())

    def poll(self) -> int | None:
        """Return its exit status, None while it runs."""
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self.returncode = int(self._line())
            os.close(self._told)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Return its exit status once it has ended; raise subprocess.TimeoutExpired."""
        deadline = None if timeout is None else time.monotonic() + timeout
        while self.poll() is None:
            left = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not select.select([self._told], [], [], left)[0]:
                raise subprocess.TimeoutExpired("danbiet", timeout or 0)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\n"):
            read = os.read(self._told, 1)
            assert read, "the process that forks has ended"
            line += read
        return line


def start(
    arguments: Sequence[str | bytes | Path],
    variables: Mapping[str, str],
    streams: tuple[IO[bytes] | int, IO[bytes] | int, IO[bytes] | int],
    *,
    is_login: bool = False,
) -> Process:
    """Start `danbiet` with these standard `streams`; `is_login` makes the first its terminal."""
    asked = {
        "arguments": [os.fsdecode(one) for one in arguments],
        "variables": dict(variables),
        "folder": os.getcwd(),  # noqa: PTH109 - a string is sent
        "is_login": is_login,
    }
    raw = json.dumps(asked).encode()
    assert len(raw) < LARGEST
    reading, writing = os.pipe()
    numbers = [one if isinstance(one, int) else one.fileno() for one in streams]
    socket.send_fds(_nursery(), [raw], [*numbers, writing])
    os.close(writing)
    return Process(reading)


@cache
def _nursery() -> socket.socket:
    """Return where to ask for processes; what forks them runs as long as the tests."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    fixed = {"LANG": "C.UTF-8", "HF_HUB_OFFLINE": "1"}
    with there:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.running.nursery", str(there.fileno())],
            cwd=_ROOT,
            env={**kept, **fixed},
            stdin=subprocess.DEVNULL,
            pass_fds=[there.fileno()],
        )

    def end() -> None:
        here.close()
        process.wait()

    atexit.register(end)
    return here
