"""A terminal for tests, at whose keyboard the test sits."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.support.running.danbiet import DANBIET
from tests.support.running.processes import Process, start

CTRL_C, CTRL_D = "\x03", "\x04"

_PATIENCE = 60.0
"""Seconds after which what a test waits for is held never to come."""
_ATTACH = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.login_tty(0)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Starts a command as a login does: Ctrl-C ends it even where whoever runs the tests ignores it."""
_STYLING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(slots=True)
class Terminal:
    """A pseudo-terminal and the `danbiet` that runs in it; `screen` is all that it has shown."""

    process: Process | subprocess.Popen[bytes]
    keyboard: int
    shown: bytes = b""

    @property
    def screen(self) -> str:
        """Return what was shown so far, without colours and with plain line ends."""
        text = self.shown.decode("utf-8", "replace").replace("\r\n", "\n")
        return _STYLING.sub("", text)

    def type(self, keys: str) -> None:
        os.write(self.keyboard, keys.encode())

    def type_bytes(self, keys: bytes) -> None:
        os.write(self.keyboard, keys)

    def wait_for(self, text: str) -> None:
        """Return once `text` has been shown; fail if the command ends or hangs before."""
        while text not in self.screen:
            assert self._read(), f"“{text}” was never shown:\n{self.screen}"

    def leave(self) -> int:
        """Return the status of the command, once it has ended."""
        while self._read():
            pass
        return self.process.wait(_PATIENCE)

    def _read(self) -> bool:
        """Take what is shown next; return False when the command has left the terminal."""
        ready, _, _ = select.select([self.keyboard], [], [], _PATIENCE)
        assert ready, f"nothing more was shown after:\n{self.screen}"
        try:
            read = os.read(self.keyboard, 65536)
        except OSError:  # how Linux tells that nobody is left at the other side
            return False
        self.shown += read
        return bool(read)


@contextmanager
def terminal(
    arguments: Sequence[str], variables: dict[str, str], *, installed: bool = False
) -> Iterator[Terminal]:
    """Run `danbiet` in a terminal of its own; what still runs afterwards is killed.

    An `installed` command runs in an interpreter of its own.
    """
    keyboard, inside = pty.openpty()
    variables = {**variables, "TERM": "xterm", "COLUMNS": "100"}
    process: Process | subprocess.Popen[bytes]
    if installed:
        command = [sys.executable, "-c", _ATTACH, DANBIET, *arguments]
        process = subprocess.Popen(command, env=variables, stdin=inside)
    else:
        process = start(arguments, variables, (inside, inside, inside), is_login=True)
    os.close(inside)
    try:
        yield Terminal(process, keyboard)
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)
