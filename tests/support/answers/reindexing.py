"""A new version of the index that comes to serve while people go on asking."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.config import Settings
from knowledge.library.library import SOURCES
from tests.support.console.accounts import Stage, Stream
from tests.support.running.danbiet import DANBIET, environment
from tests.support.running.serving import Serving
from tests.support.running.waiting import until

QUESTION = "Ở Lạng Sơn, người dân giám sát công trình của xã thế nào?"
BEFORE, AFTER = "của pháp luật và kế hoạch đề ra.", "của pháp luật, và kế hoạch đề ra."
"""The end of the sentence that answers, before and after its source was changed: the change is so
small that the plain answer above it still stands."""

_SOURCE = "lang-son-08-2024.txt"
_PATIENCE = 300.0


@dataclass(frozen=True, slots=True)
class Exchange:
    """The events of an exchange: the words for everybody, the seconds of each call of the webhook.

    `taken_up` are the seconds after which every process answered from the new version, `lasted`
    those until the last answer.
    """

    told: Mapping[str, Sequence[str]]
    calls: Sequence[float]
    taken_up: float
    lasted: float


def change_source(data: Path) -> None:
    """Let what answers `QUESTION` end in other words from the next version on."""
    text = (SOURCES / _SOURCE).read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    added = Settings(data_dir=data).added
    added.mkdir()
    (added / _SOURCE).write_text(text.replace(BEFORE, AFTER), encoding="utf-8")


def exchange(command: str, stage: Stage, bots: Sequence[Serving], pace: float) -> Exchange:
    """Run `danbiet` with `command` while people ask on `stage`, until all `bots` have its version.

    `pace` is in questions a second. Returns once everybody is answered.
    """
    data = stage.bot.folder
    before, began = pointer(data), time.monotonic()
    with Stream(stage, QUESTION, pace) as stream, _started(command, data) as running:
        until(
            lambda: pointer(data) != before or running.poll() is not None,
            _PATIENCE,
            lambda: f"{command} published nothing",
        )
        changed = time.monotonic()
        until(lambda: all(bot.version == pointer(data) for bot in bots), 60, lambda: "not taken up")
        taken_up = time.monotonic() - changed
        _, errors = running.communicate()
    assert running.returncode == 0, errors
    until(lambda: len(told(stage, stream)) == len(stream.people), _PATIENCE, lambda: "not answered")
    return Exchange(told(stage, stream), stream.waits, taken_up, time.monotonic() - began)


def _started(command: str, data: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [DANBIET, command],
        env=environment(data),
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def pointer(data: Path) -> str:
    """Return the number of the version that is to serve."""
    return (data / "index" / "current").read_text(encoding="ascii").split()[0]


def told(stage: Stage, stream: Stream) -> dict[str, list[str]]:
    """Return what those of `stream` who were answered were told."""
    texts = stage.texts()
    return {person: texts[person] for person in stream.people if person in texts}
