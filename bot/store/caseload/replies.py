"""What the staff answers to residents, on its way to them, and how that went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    and_,
    exists,
    select,
    update,
)

from bot.channels.base import Post
from bot.conversation.values import Menu
from bot.store.database.database import Database
from bot.store.database.tables import METADATA, Moment, deliveries, staff_questions, turns
from bot.store.keys.codec import unseal_address
from bot.store.keys.key import SecretKey
from bot.store.messages import outbox
from bot.store.messages.outbox import Addressee, PostState
from bot.store.talk.cases import CaseState, cases, concerns
from bot.store.talk.chats import add_menus
from bot.store.values import Delivery, QuestionStatus

staff_answers = Table(
    "staff_answers",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("case", ForeignKey("cases.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("account", String(64), nullable=False, comment="Its name; it may be gone."),
    Column("signature", Text, nullable=False, comment="Who answers, as the resident reads it."),
    Column("text", Text, nullable=False),
    sqlite_autoincrement=True,
)

staff_deliveries = Table(
    "staff_deliveries",
    METADATA,
    Column("delivery", String(64), primary_key=True),
    Column(
        "answer", ForeignKey("staff_answers.number", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("turn", ForeignKey("turns.id", ondelete="CASCADE"), nullable=False, index=True),
)

_NO_ADDRESS = b""
"""What stays of the address of a question that is answered."""


class Progress(StrEnum):
    """How far an answer has come to one resident; the later ones outweigh the earlier."""

    SENT = "sent"
    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    """Nobody knows whether it arrived; the resident was asked and can have it again."""
    FAILED = "failed"


_OF_STATES = {
    PostState.WAITING.value: Progress.WAITING,
    PostState.SENDING.value: Progress.WAITING,
    PostState.ASIDE.value: Progress.UNCERTAIN,
    PostState.FAILED.value: Progress.FAILED,
}
_ORDER = tuple(Progress)


@dataclass(frozen=True, slots=True)
class StaffAnswer:
    """What somebody of the staff wrote; `signature` is who answers, as residents read it."""

    text: str
    signature: str
    account: str


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer to one resident, and how far it came; `reason` tells why it failed."""

    turn: str
    answer: StaffAnswer
    at: datetime
    progress: Progress
    reason: str = ""


class Replies:
    """The answers of the staff in one database."""

    def __init__(self, database: Database, key: SecretKey) -> None:
        self._database, self._key = database, key

    def send(
        self,
        case: int,
        answer: StaffAnswer,
        posts: Mapping[str, Sequence[Post]],
        now: datetime,
        menus: Mapping[str, Menu | None] | None = None,
    ) -> tuple[Delivery, ...]:
        """Keep `answer` and its `posts` by the turns that they answer; return what is to be sent.

        `menus` are what can be chosen below, by the same turns. Where posts go is forgotten with
        that, so that none is answered twice, and what the same chat has written before counts as
        answered. The case is done once nobody in it waits.
        """
        with self._database.writing() as connection:
            addresses = self._addresses(connection, posts)
            if not addresses:
                return ()
            number = _add(connection, case, answer, now)
            given: list[Delivery] = []
            for turn, to in addresses.items():
                chat = self._key.chat(to.channel, to.chat)
                add_menus(connection, chat, [(menus or {}).get(turn)], now)
                own = outbox.put(connection, self._key, to, posts[turn], now)
                _link(connection, number, turn, own)
                given += own
            _answered(connection, case, addresses)
        return tuple(given)

    def sent(self, turns: Iterable[str]) -> tuple[Sent, ...]:
        """Return what the staff has answered to `turns`, oldest first."""
        asked = (
            select(staff_deliveries.c.turn, staff_answers, deliveries.c.state, deliveries.c.reason)
            .join(staff_answers)
            .outerjoin(deliveries, deliveries.c.id == staff_deliveries.c.delivery)
            .where(staff_deliveries.c.turn.in_(tuple(turns)))
            .order_by(staff_answers.c.number)
        )
        found: dict[tuple[str, int], Sent] = {}
        with self._database.reading() as connection:
            for row in connection.execute(asked):
                answer = StaffAnswer(row.text, row.signature, row.account)
                progress = _OF_STATES.get(row.state, Progress.SENT)
                one = Sent(row.turn, answer, row.at, progress, row.reason or "")
                before = found.setdefault((row.turn, row.number), one)
                found[row.turn, row.number] = _worse(before, one)
        return tuple(found.values())

    def _addresses(self, connection: Connection, turns: Iterable[str]) -> dict[str, Addressee]:
        asked = select(staff_questions.c.turn, staff_questions.c.sealed).where(
            staff_questions.c.turn.in_(tuple(turns)), staff_questions.c.sealed != _NO_ADDRESS
        )
        rows = connection.execute(asked).all()
        return {row.turn: Addressee(*unseal_address(self._key, row.sealed)) for row in rows}


def _add(connection: Connection, case: int, answer: StaffAnswer, now: datetime) -> int:
    row = {
        "case": case,
        "at": now,
        "account": answer.account,
        "signature": answer.signature,
        "text": answer.text,
    }
    added = staff_answers.insert().values(row).returning(staff_answers.c.number)
    return int(connection.execute(added).scalar_one())


def _link(connection: Connection, answer: int, turn: str, own: Iterable[Delivery]) -> None:
    rows = [{"delivery": one.id, "answer": answer, "turn": turn} for one in own]
    if rows:
        connection.execute(staff_deliveries.insert(), rows)


def _answered(connection: Connection, case: int, answered: Iterable[str]) -> None:
    done = {"status": QuestionStatus.ANSWERED.value, "sealed": _NO_ADDRESS}
    covered = {turn for one in answered for turn in _until(connection, case, one)}
    told = staff_questions.c.turn.in_(covered)
    connection.execute(update(staff_questions).where(told).values(done))
    waits = exists().where(
        and_(
            concerns.c.case == case,
            concerns.c.turn == staff_questions.c.turn,
            staff_questions.c.status == QuestionStatus.OPEN.value,
        )
    )
    finished = update(cases).where(cases.c.number == case, ~waits)
    connection.execute(finished.values(state=CaseState.DONE.value))


def _until(connection: Connection, case: int, turn: str) -> Iterable[str]:
    """Return `turn`, and what its chat has brought into the same case before."""
    joined = select(turns.c.chat, staff_questions.c.at).join_from(turns, staff_questions)
    own = connection.execute(joined.where(turns.c.id == turn)).one()
    asked = (
        select(staff_questions.c.turn)
        .join(turns, turns.c.id == staff_questions.c.turn)
        .join(concerns, concerns.c.turn == turns.c.id)
        .where(concerns.c.case == case, turns.c.chat == own.chat, staff_questions.c.at <= own.at)
    )
    return {turn, *connection.execute(asked).scalars()}


def _worse(one: Sent, other: Sent) -> Sent:
    return max(one, other, key=lambda sent: _ORDER.index(sent.progress))
