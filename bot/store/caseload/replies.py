"""Answers of the staff to residents, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import assert_never

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
"""The empty address that stays once a question is answered."""


class Progress(StrEnum):
    """The progress of an answer to one resident; a later member outweighs an earlier one."""

    SENT = "sent"
    WAITING = "waiting"
    UNCERTAIN = "uncertain"
    """Nobody knows whether it arrived; the resident was asked and can have it again."""
    FAILED = "failed"


_ORDER = tuple(Progress)


@dataclass(frozen=True, slots=True)
class StaffAnswer:
    """An answer as the staff wrote it; `signature` is who answers, as residents read it."""

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

        `menus` are the choices below the posts, by the same turns. The addresses are forgotten at
        once, so that nobody is answered twice, and earlier words of the same chat count as
        answered. The case is done once nobody in it waits.
        """
        with self._database.writing() as connection:
            addresses = self._addresses(connection, posts)
            if not addresses:
                return ()
            number = _add(connection, case, answer, now)
            given, links = list[Delivery](), list[dict[str, object]]()
            for turn, to in addresses.items():
                chat = self._key.chat(to.channel, to.chat)
                add_menus(connection, chat, [(menus or {}).get(turn)], now)
                own = outbox.put(connection, self._key, to, posts[turn], now)
                links += [{"delivery": post.id, "answer": number, "turn": turn} for post in own]
                given += own
            if links:
                connection.execute(staff_deliveries.insert(), links)
            _answered(connection, case, addresses)
        return tuple(given)

    def sent(self, turns: Iterable[str]) -> tuple[Sent, ...]:
        """Return what the staff has answered to `turns`, oldest first."""
        wanted = (
            select(staff_deliveries.c.turn, staff_answers, deliveries.c.state, deliveries.c.reason)
            .join(staff_answers)
            .outerjoin(deliveries, deliveries.c.id == staff_deliveries.c.delivery)
            .where(staff_deliveries.c.turn.in_(tuple(turns)))
            .order_by(staff_answers.c.number)
        )
        answers: dict[tuple[str, int], Sent] = {}
        with self._database.reading() as connection:
            for row in connection.execute(wanted):
                answer = StaffAnswer(row.text, row.signature, row.account)
                progress = _progress(PostState(row.state)) if row.state else Progress.SENT
                sent = Sent(row.turn, answer, row.at, progress, row.reason or "")
                before = answers.setdefault((row.turn, row.number), sent)
                worse = max(before, sent, key=lambda answer: _ORDER.index(answer.progress))
                answers[row.turn, row.number] = worse
        return tuple(answers.values())

    def _addresses(self, connection: Connection, turns: Iterable[str]) -> dict[str, Addressee]:
        wanted = select(staff_questions.c.turn, staff_questions.c.sealed).where(
            staff_questions.c.turn.in_(tuple(turns)), staff_questions.c.sealed != _NO_ADDRESS
        )
        rows = connection.execute(wanted).all()
        return {row.turn: Addressee(*unseal_address(self._key, row.sealed)) for row in rows}


def _progress(state: PostState) -> Progress:
    """Return how far a delivery in `state` is; a delivery that arrived is there no more."""
    match state:
        case PostState.WAITING | PostState.SENDING:
            return Progress.WAITING
        case PostState.ASIDE:
            return Progress.UNCERTAIN
        case PostState.FAILED:
            return Progress.FAILED
        case _:
            assert_never(state)


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


def _answered(connection: Connection, case: int, answered: Iterable[str]) -> None:
    done = {"status": QuestionStatus.ANSWERED.value, "sealed": _NO_ADDRESS}
    covered = {turn for latest in answered for turn in _until(connection, case, latest)}
    known = staff_questions.c.turn.in_(covered)
    connection.execute(update(staff_questions).where(known).values(done))
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
    wanted = (
        select(staff_questions.c.turn)
        .join(turns, turns.c.id == staff_questions.c.turn)
        .join(concerns, concerns.c.turn == turns.c.id)
        .where(concerns.c.case == case, turns.c.chat == own.chat, staff_questions.c.at <= own.at)
    )
    return {turn, *connection.execute(wanted).scalars()}
