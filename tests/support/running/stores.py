"""The ground of tests of the store: a key, a clock, messages and what they lead to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from alembic import command

from bot.answer.values import Status
from bot.channels.base import Button, ChannelKind, Message, Post
from bot.conversation.values import Chat, Choice, ChoiceAction, Cited, Outcome, Reply, Turn
from bot.store.database.database import Database
from bot.store.database.migration import configuration
from bot.store.database.tables import METADATA
from bot.store.keys.key import SecretKey
from bot.store.store import Delivery, Receipt, Store
from index.hit import Hit
from knowledge.gazetteer.places import Place
from knowledge.law.resolution import Address

KEY = SecretKey("a key that is long enough for a test")
NOW = datetime(2026, 3, 4, 5, 6, 7, 890, tzinfo=UTC)
CHAT = "4242424242"
PLACE = Place("tỉnh Lạng Sơn", "xã Thiện Tân", "tỉnh Lạng Sơn")
OWN_KEY = KEY.chat("telegram", CHAT)
QUESTION = "Loa nhà tôi hỏng từ hôm qua"
POST = Post("Có, Bạn ạ.", ((Button("Xem nguyên văn", "abc:0"), Button("👍", "abc:1")),))

_numbers = count(1)


def message(text: str = "loa phường", **others: str) -> Message:
    """Return a message that never came before; `others` are chat, channel, id."""
    facts = {"channel": "telegram", "chat": CHAT, "id": f"message {next(_numbers)}", **others}
    return Message(facts["channel"], facts["chat"], facts["id"], ChannelKind.TEXT, text)


def turn(at: datetime = NOW, **others: str) -> Turn:
    """Return a turn with every detail; `others` are id, question, reading."""
    address = Address("lang-son-08-2024", article=4, clause=2, point="c")
    facts = {"id": f"turn {next(_numbers)}", "question": "loa phuong", "reading": "loa phường"}
    return Turn(
        **{**facts, **others},
        asked_at=at,
        status=Status.ANSWERED,
        place=PLACE,
        cited=(Cited(address, "f1"),),
        passages=(Hit(address, 1.5, {"lexical": 0.25}), Hit(replace(address, bullet=1), -1, {})),
        topics=("Loa truyền thanh", "Niêm yết"),
        confidence=0.75,
        timings_ms={"search": 9.5, "total": 12.25},
        index_version="0007",
    )


def reply(*labels: str) -> Reply:
    """Return a reply with one choice a label."""
    choices = (tuple(Choice(label, ChoiceAction("browse", (label, "2"))) for label in labels),)
    return Reply("Có, Bạn ạ.", choices if labels else ())


def receive(store: Store, sent: Message | None = None, at: datetime = NOW) -> Receipt:
    """Return the receipt of a message that came for the first time."""
    receipt = store.receive(sent or message(), at)
    assert receipt is not None
    return receipt


def settle(
    store: Store,
    outcome: Outcome | None = None,
    posts: Sequence[Sequence[Post]] = (),
    at: datetime = NOW,
    sent: Message | None = None,
) -> tuple[Delivery, ...]:
    """Let a message lead to `outcome`; return what is to be sent."""
    receipt = receive(store, sent, at)
    return store.settle(receipt, outcome or Outcome(chat()), posts, at)


def chat(sent: Message | None = None) -> Chat:
    """Return the chat of a message, with a place."""
    sent = sent or message()
    return Chat(KEY.chat(sent.channel, sent.chat), sent.channel, PLACE)


def ask(store: Store, asked: Turn, at: datetime = NOW, sent: Message | None = None) -> None:
    """Let a message lead to a turn."""
    settle(store, Outcome(chat(sent), turn=asked), at=at, sent=sent)


def later(**time: float) -> datetime:
    """Return NOW and some time."""
    return NOW + timedelta(**time)


def written(folder: Path) -> bytes:
    """Return all that the database has on the disk."""
    return b"".join(file.read_bytes() for file in folder.glob("danbiet.sqlite*"))


def mentions(connection: sqlite3.Connection, sought: str) -> set[str]:
    """Return the tables that have a row with `sought` in it."""
    rows = {table: connection.execute(f"SELECT * FROM {table}") for table in METADATA.tables}  # noqa: S608
    return {table for table, found in rows.items() if any(sought in map(str, row) for row in found)}


@contextmanager
def old_database(file: Path, revision: str) -> Iterator[sqlite3.Connection]:
    """Give a database in `file` whose tables are those of an earlier `revision`."""
    database = Database.connect(f"sqlite:///{file}")
    with closing(database), database.migrating() as connection:
        command.upgrade(configuration(connection), revision)
    with closing(sqlite3.connect(file)) as old, old:
        yield old
