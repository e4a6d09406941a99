"""Waits of residents when two hundred ask at once, and the memory that this takes.

`python -m benchmarks.serve tests/question_sets/*.jsonl` makes model and index in a temporary
folder and lets `danbiet serve` answer five rounds of two hundred new chats with one question each,
on the Telegram of the tests. Beside each figure stands the share of its limit; above 1 the limit is
broken.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from benchmarks.answer import questions, show
from tests.servers.telegram import Telegram, telegram
from tests.support.conversations.residents import TelegramResident
from tests.support.running.danbiet import Prepared, run
from tests.support.running.serving import Serving, own_copy
from tests.support.running.waiting import until

_CROWD, _ROUNDS = 200, 5
_PATIENCE, _LULL = 120.0, 3.0
"""Seconds."""
_FIRST_PERSON = 700_000_000


def waits(
    platform: Telegram, crowd: Sequence[TelegramResident], texts: Iterator[str]
) -> list[float]:
    """Let everybody in `crowd` ask at once; return the seconds until each had the first answer."""
    began = {}
    for resident, question in zip(crowd, texts, strict=False):
        began[str(resident.chat)] = time.time()
        resident.sends(text=question)
    until(lambda: set(began) <= served(platform), _PATIENCE, lambda: "not all were answered")
    answered = first_answers(platform)
    return [answered[chat] - start for chat, start in began.items()]


def served(platform: Telegram) -> set[str]:
    """Return the chats that got a message."""
    return {str(call["chat_id"]) for call in platform.server.calls("sendMessage")}


def first_answers(platform: Telegram) -> dict[str, float]:
    """Return by chat when Telegram got the first message for it."""
    first: dict[str, float] = {}
    for event in platform.server.events("sendMessage"):
        at = datetime.fromisoformat(event["at"]).timestamp()
        first.setdefault(str(event["body"]["chat_id"]), at)
    return first


def rest(platform: Telegram) -> None:
    """Wait until the bot has sent nothing for a while: a round does not burden the next."""
    before = -1
    while before != (sent := len(platform.server.calls("sendMessage"))):
        before = sent
        time.sleep(_LULL)


def megabytes(process: int) -> float:
    """Return the memory that a process holds now, in 10^6 bytes."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    match = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(match[1]) * 1024 / 1e6 if match else 0.0


def processor_seconds(process: int) -> float:
    """Return the seconds of all cores that a process has used, whatever else the machine does."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(paths: Sequence[Path]) -> None:
    """Print the figures of serving crowds that ask the questions of the sets at `paths`."""
    texts = cycle(questions(paths))
    with tempfile.TemporaryDirectory() as name, telegram(folder(name, "telegram")) as platform:
        prepared = folder(name, "prepared")
        data = own_copy(Prepared(prepared, run("index", data=prepared)), Path(name))
        with Serving(data, platform.settings, installed=True) as bot:
            for number in range(_ROUNDS):
                first = _FIRST_PERSON + number * _CROWD
                crowd = [TelegramResident(platform, first + place) for place in range(_CROWD)]
                used = processor_seconds(bot.pid)
                times = waits(platform, crowd, islice(texts, _CROWD))
                rest(platform)
                show(f"round {number + 1}, median", median(times), "s")
                show(f"round {number + 1}, 95%", quantiles(times, n=20)[-1], "s", 10)
                spent = processor_seconds(bot.pid) - used
                show(f"round {number + 1}, processor", spent, "s")
                show(f"round {number + 1}, memory", megabytes(bot.pid), "MB")


def folder(parent: str, name: str) -> Path:
    """Return a new folder."""
    made = Path(parent) / name
    made.mkdir()
    return made


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
