"""`danbiet serve` in a process of its own, as an admin runs it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import httpx

from bot.store.keys.key import SecretKey
from tests.support.running.danbiet import DANBIET, Prepared, environment
from tests.support.running.processes import Process, start
from tests.support.running.waiting import until

PATIENCE = 90.0
"""Seconds after which a process that does not answer, or end, is held to hang."""
_NOT_GIVEN_OUT = range(10_000, 32_768)
"""Ports below those from which Linux takes one for a call to somewhere."""


class Serving:
    """Runs from `with` to its end, on the data in `folder`; may be killed and started again."""

    def __init__(
        self,
        folder: Path,
        settings: Mapping[str, str],
        *,
        webhooks: bool = False,
        installed: bool = False,
    ) -> None:
        """Take the settings; what is `installed` runs in an interpreter of its own."""
        self._installed = installed
        self.folder = folder
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        called = {"PUBLIC_URL": self.url} if webhooks else {}
        self._environment = environment(folder, {"PORT": str(port), **called, **settings})
        self._log = folder.with_suffix(".log")

    @property
    def log(self) -> str:
        """Return all that was written to standard output and error since the first start."""
        return self._log.read_text(encoding="utf-8")

    @property
    def stored(self) -> str:
        """Return everything in the database, as SQL."""
        with closing(sqlite3.connect(self.folder / "danbiet.sqlite")) as database:
            return "\n".join(database.iterdump())

    def remembers(self, chat: int) -> bool:
        """Return True if anything is stored of the Telegram chat."""
        return SecretKey.of("", self.folder).chat("telegram", str(chat)) in self.stored

    @property
    def version(self) -> str:
        """Return the number of the version of the index that answers."""
        return str(httpx.get(f"{self.url}/healthz", timeout=PATIENCE).json()["index"])

    @property
    def pid(self) -> int:
        """Return the id of the process."""
        return self._process.pid

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self.kill()

    def start(self, *, wait: bool = True) -> None:
        """Start, and `wait` until every part is up."""
        with self._log.open("ab") as log:
            self._process = self._begin(log)
        if wait:
            until(self._is_ready, PATIENCE, lambda: self.log)

    def _begin(self, log: IO[bytes]) -> Process | subprocess.Popen[bytes]:
        with Path(os.devnull).open("rb") as nothing:
            if not self._installed:
                return start(["serve"], self._environment, (nothing, log, log))
            return subprocess.Popen(
                [DANBIET, "serve"], env=self._environment, stdin=nothing, stdout=log, stderr=log
            )

    def terminate(self) -> int:
        """Tell it to end; return its exit status once it has."""
        self.tell_to_end()
        return self.ended()

    def tell_to_end(self) -> None:
        """Tell it to end."""
        self._process.send_signal(signal.SIGTERM)

    def ended(self) -> int:
        """Return its exit status, once it has ended."""
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """End it without a chance to tidy up."""
        self._process.kill()
        self._process.wait(PATIENCE)

    def _is_ready(self) -> bool:
        assert self._process.poll() is None, self.log
        try:
            return httpx.get(f"{self.url}/healthz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False


def own_copy(prepared: Prepared, folder: Path) -> Path:
    """Return a data folder in `folder` with everything that was prepared, to change at will."""
    data = folder / "data"
    data.mkdir()
    shutil.copytree(prepared.folder / "index", data / "index")
    return data


def free_port() -> int:
    """Return a port at which nobody listens, of those that the system gives to no call out."""
    while True:
        port = random.choice(_NOT_GIVEN_OUT)  # noqa: S311 - no secret
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
