"""Who is signed in, as the database holds it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest

from bot.store.accounts.sessions import IDLE, LONGEST, Sessions
from bot.store.store import Store
from bot.store.values import Account, Role
from tests.support.running.stores import NOW

LAN = Account("Lan", Role.STAFF, NOW)


@pytest.fixture
def sessions(store: Store) -> Sessions:
    store.accounts.add(LAN, "hashed")
    return store.sessions


def test_a_token_tells_who_is_signed_in(sessions: Sessions) -> None:
    token = sessions.begin("Lan", NOW)
    assert sessions.account(token, NOW) == LAN
    assert sessions.account(f"{token}x", NOW) is None


def test_the_database_holds_no_token(sessions: Sessions, kept: sqlite3.Connection) -> None:
    token = sessions.begin("Lan", NOW)
    ((held,),) = kept.execute("SELECT token FROM sessions").fetchall()
    assert token not in held


def test_a_session_ends_on_its_own(sessions: Sessions) -> None:
    token = sessions.begin("Lan", NOW)
    assert sessions.account(token, NOW + IDLE) is None
    at, step = NOW, timedelta(minutes=29)
    while at + step < NOW + LONGEST:
        at += step
        assert sessions.account(token, at) == LAN
    assert sessions.account(token, NOW + LONGEST) is None


def test_a_session_is_ended(sessions: Sessions) -> None:
    first, second = sessions.begin("Lan", NOW), sessions.begin("Lan", NOW)
    sessions.end(first)
    assert sessions.account(first, NOW) is None
    assert sessions.account(second, NOW) == LAN
    sessions.end_all("Lan")
    assert sessions.account(second, NOW) is None


def test_who_is_removed_is_signed_out(sessions: Sessions, store: Store) -> None:
    token = sessions.begin("Lan", NOW)
    store.accounts.remove("Lan", even_last_admin=True)
    assert sessions.account(token, NOW) is None


def test_what_has_ended_does_not_stay(sessions: Sessions, kept: sqlite3.Connection) -> None:
    sessions.begin("Lan", NOW)
    sessions.begin("Lan", NOW + IDLE)
    assert kept.execute("SELECT count(*) FROM sessions").fetchone() == (1,)
