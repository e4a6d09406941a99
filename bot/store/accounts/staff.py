"""The staff: who may sign in, and what residents ask them."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from bot.conversation.values import Opinion, Turn
from bot.store.database.database import insert
from bot.store.database.errors import StoreError
from bot.store.database.tables import accounts, staff_questions, turns
from bot.store.role import Role
from bot.store.talk.cases import Need, bring
from bot.store.talk.turns import place_from_json
from bot.store.values import Account, QuestionStatus, StaffQuestion
from prompts.render import render

_LONGEST_NAME = 64


class BadAccountName(StoreError):
    """No account can have this name."""

    def __init__(self) -> None:
        super().__init__(render("staff/bad_account_name", longest=_LONGEST_NAME))


class AccountTaken(StoreError):
    """There is an account of that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(render("staff/account_taken", name=name))


class UnknownAccount(StoreError):
    """There is no account of that name."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(render("staff/unknown_account", name=name))


def account_name(typed: str) -> str:
    """Return `typed` as the name of an account, composed (NFC); raise BadAccountName."""
    name = unicodedata.normalize("NFC", typed).strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise BadAccountName
    return name


def add_account(connection: Connection, account: Account, password: str) -> None:
    """Store `account` with its hashed `password`; raise AccountTaken."""
    row = {
        "name": account.name,
        "role": account.role.value,
        "password": password,
        "created_at": account.created_at,
    }
    stored = insert(connection, accounts).values(row).on_conflict_do_nothing()
    if connection.execute(stored.returning(accounts.c.name)).scalar() is None:
        raise AccountTaken(account.name)


def list_accounts(connection: Connection) -> tuple[Account, ...]:
    """Return every account, by name."""
    rows = connection.execute(select(accounts).order_by(accounts.c.name))
    return tuple(Account(row.name, Role(row.role), row.created_at) for row in rows)


def remove_account(connection: Connection, name: str) -> None:
    """Remove the account `name`; raise UnknownAccount."""
    removed = delete(accounts).where(accounts.c.name == name)
    if not connection.execute(removed).rowcount:
        raise UnknownAccount(name)


def hand_over(connection: Connection, turn: Turn, sealed: bytes, now: datetime) -> None:
    """Put `turn` before the staff; `sealed` is where an answer goes.

    A question that waits already keeps its time; one that was answered is asked anew. Words go
    where the thread is to which they belong.
    """
    row = {"at": now, "status": QuestionStatus.OPEN.value, "sealed": sealed, "good": None}
    stored = insert(connection, staff_questions).values(turn=turn.id, **row)
    answered = staff_questions.c.status == QuestionStatus.ANSWERED.value
    connection.execute(
        stored.on_conflict_do_update(index_elements=["turn"], set_=row, where=answered)
    )
    bring(connection, turn.id, Need.ASKED if turn.thread is None else Need.REPLIED, turn.thread)


def judge(connection: Connection, opinion: Opinion) -> None:
    """Store what the resident thinks of the staff's answer to a turn."""
    told = update(staff_questions).where(staff_questions.c.turn == opinion.turn)
    connection.execute(told.values(good=opinion.good))


def list_questions(connection: Connection) -> tuple[StaffQuestion, ...]:
    """Return what residents ask the staff, newest first."""
    joined = select(
        staff_questions.c.turn,
        staff_questions.c.at,
        staff_questions.c.status,
        turns.c.channel,
        turns.c.place,
        turns.c.question,
    ).join(turns)
    newest_first = joined.order_by(staff_questions.c.at.desc(), staff_questions.c.turn)
    return tuple(
        StaffQuestion(
            turn=row.turn,
            channel=row.channel,
            at=row.at,
            place=place_from_json(row.place),
            question=row.question,
            status=QuestionStatus(row.status),
        )
        for row in connection.execute(newest_first)
    )
