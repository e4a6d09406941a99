"""Times of the pages of the console on a database of many turns.

`python -m benchmarks.console 100000` fills a temporary database with so many made-up turns of the
last ninety days. It prints the median time that the processor spends on every page that can be
asked for without knowing more, and on the statistics of long periods, against a limit of 100 ms:
other work on the machine does not count. No page here searches.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time

from fastapi import FastAPI
from sqlalchemy import insert

from bot.answer.values import Status
from bot.conversation.values import Cited, Turn
from bot.store.database.database import Database
from bot.store.database.tables import chats, opinions, staff_questions, turns
from bot.store.store import Store
from bot.store.talk.tallies import Entry, TallyKind, add, day_of, entries_of
from bot.store.talk.turns import row_of
from bot.store.values import Role
from tests.support.answers.answers import library
from tests.support.console.console import ADMIN, House, Visitor
from tests.support.running.stores import KEY
from tests.support.running.stores import turn as detailed

_DAYS = 90
_A_CHAT = 5
"""Turns of one chat."""
_AT_ONCE = 5000
_TIMES = 5
_LIMIT = 100
_TOPICS = 120
_CHANNELS = ("telegram", "zalo-bot", "zalo-oa")
_WEIGHTS = {
    Status.ANSWERED: 70,
    Status.NOT_FOUND: 15,
    Status.OUT_OF_SCOPE: 6,
    Status.NO_RESOLUTION: 4,
    Status.SMALL_TALK: 5,
}


def made_up(most: int, now: datetime) -> Iterator[tuple[str, str, Turn]]:
    """Yield `most` turns of the days before `now`, each with its chat and channel."""
    chance = random.Random(1)  # noqa: S311 - nobody has to guess them
    provisions = [unit.address for document in library().values() for unit in document.provisions]
    statuses = list(_WEIGHTS)
    pattern = detailed()
    for number in range(most):
        chat = chance.randrange(most // _A_CHAT + 1)
        (status,) = chance.choices(statuses, list(_WEIGHTS.values()))
        question = f"câu hỏi {int(chance.paretovariate(0.7)) % 5000} về dân chủ ở xã"
        cited = chance.sample(provisions, 2) if status is Status.ANSWERED else []
        turn = replace(
            pattern,
            id=f"{number:012}",
            asked_at=now - timedelta(days=chance.random() * _DAYS),
            question=question,
            reading=question,
            status=status,
            cited=tuple(Cited(address, "f") for address in cited),
            topics=(f"chủ đề {int(chance.paretovariate(0.7)) % _TOPICS}", "chủ đề khác"),
            confidence=chance.random(),
            timings_ms={"total": chance.lognormvariate(3.5, 0.8)},
        )
        yield f"chat {chat}", _CHANNELS[chat % len(_CHANNELS)], turn


def fill(database: Database, made: Sequence[tuple[str, str, Turn]], now: datetime) -> None:
    """Put the turns into the database with their chats, opinions and questions for the staff."""
    held = {
        chat: {"chat": chat, "channel": channel, "since": now, "seen_at": now}
        for chat, channel, _ in made
    }
    judged = [
        {"turn": turn.id, "good": number % 30 > 0, "comment": "chưa rõ", "at": turn.asked_at}
        for number, (_, _, turn) in enumerate(made)
        if number % 10 == 0
    ]
    for_staff = [
        {"turn": turn.id, "at": turn.asked_at, "status": "open", "sealed": b""}
        for number, (_, _, turn) in enumerate(made)
        if number % 50 == 0
    ]
    with database.writing() as connection:
        connection.execute(insert(chats), list(held.values()))
        for start in range(0, len(made), _AT_ONCE):
            rows = [row_of(*turn) for turn in made[start : start + _AT_ONCE]]
            connection.execute(insert(turns), rows)
        connection.execute(insert(opinions), judged)
        connection.execute(insert(staff_questions), for_staff)
        add(connection, counts(made))


def counts(made: Sequence[tuple[str, str, Turn]]) -> Counter[Entry]:
    """Return the counts that the store would have made turn by turn."""
    counted = Counter(entry for _, channel, turn in made for entry in entries_of(turn, channel))
    seen = {(chat, channel, day_of(turn.asked_at)) for chat, channel, turn in made}
    counted.update((TallyKind.CHAT, day, channel) for _, channel, day in seen)
    return counted


def paths(app: FastAPI, now: datetime) -> Iterator[str]:
    """Yield the addresses of the pages."""
    for path, methods in app.openapi()["paths"].items():
        if "get" in methods and "{" not in path:
            yield path
    for days in (30, _DAYS, 366):
        first = day_of(now) - timedelta(days=days - 1)
        for page in ("/thong-ke", "/thong-ke/dieu-khoan", "/thong-ke/cau-chua-tra-loi.csv"):
            yield f"{page}?tu={first}&den={day_of(now)}"


def milliseconds(visitor: Visitor, path: str) -> float | None:
    """Return the median time of the page at `path`, None where it wants to be told more."""
    spent = []
    for _ in range(_TIMES):
        started = process_time()
        answer = visitor.get(path)
        spent.append((process_time() - started) * 1000)
        if answer.is_client_error:
            return None
    return median(spent)


def main(most: int) -> None:
    """Print the figures of a database of `most` turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = f"sqlite:///{folder / 'danbiet.sqlite'}"
        with closing(Store.open(address, KEY)) as store:
            house = House(store, folder)
            house.open_to(ADMIN, Role.ADMIN)
            fill(Database.connect(address), list(made_up(most, house.clock())), house.clock())
            visitor = house.visitor(ADMIN)
            for path in paths(house.app, house.clock()):
                spent = milliseconds(visitor, path)
                if spent is not None:
                    print(f"{path:70}{spent:8.1f} ms  {spent / _LIMIT:5.2f} of {_LIMIT} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]))
