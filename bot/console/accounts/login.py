"""Signing in and out."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response

from bot.console.visits.visit import COOKIE, CurrentVisit, Visit
from bot.conversation.limit import QuestionLimit
from bot.store.accounts.audit import StaffAction
from bot.store.accounts.passwords import matches

PAGES = APIRouter()
_WINDOW = timedelta(minutes=15)
_OF_A_NAME = 10
_OF_AN_ADDRESS = 50
"""Tries within `_WINDOW`; a whole office may share one address."""


class Doorkeeper:
    """Counts how often passwords are tried, right or wrong; for several threads."""

    def __init__(self) -> None:
        self._of_names = QuestionLimit(_OF_A_NAME, _WINDOW)
        self._of_addresses = QuestionLimit(_OF_AN_ADDRESS, _WINDOW)

    def lets_try(self, name: str, address: str, now: datetime) -> bool:
        """Count a try for `name` from `address`; return False if there were too many."""
        if self._of_addresses.take(address, now) is not None:
            return False
        return self._of_names.take(name, now) is None


@PAGES.get("/dang-nhap")
def ask(visit: CurrentVisit, tiep: Annotated[str, Query()] = "/") -> Response:
    """Show the form; who is signed in needs none."""
    return visit.go(tiep) if visit.account else _form(visit, tiep)


@PAGES.post("/dang-nhap")
def sign_in(
    visit: CurrentVisit,
    ten: Annotated[str, Form()] = "",
    mat_khau: Annotated[str, Form()] = "",
    tiep: Annotated[str, Form()] = "/",
) -> Response:
    """Begin a session under a new token, so that nobody else can know it beforehand."""
    name = unicodedata.normalize("NFC", ten).strip()
    if not may_try(visit, name):
        return _form(visit, tiep, 429, "tries")
    hashed = visit.office.store.accounts.password(name)
    if not matches(hashed, mat_khau):
        visit.note(StaffAction.LOGIN_FAILED, name if hashed else "")
        return _form(visit, tiep, 422, "wrong")
    return begin(visit, name, tiep)


@PAGES.post("/dang-xuat")
def sign_out(visit: CurrentVisit) -> Response:
    """End the session."""
    if visit.account:
        visit.office.sessions.end(visit.token)
        visit.note(StaffAction.LOGOUT)
    response = visit.go("/dang-nhap")
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return response


def begin(visit: Visit, name: str, to: str) -> Response:
    """Sign `name` in and lead to `to`."""
    office = visit.office
    office.sessions.end(visit.token)
    response = visit.go(to)
    visit.keep(response, office.sessions.begin(name, visit.now))
    office.audit.note(name, StaffAction.LOGIN, visit.now)
    return response


def may_try(visit: Visit, name: str) -> bool:
    """Count a try of a password of `name`; return False if there were too many."""
    doorkeeper: Doorkeeper = visit.request.app.state.doorkeeper
    return doorkeeper.lets_try(name, visit.address, visit.now)


def _form(visit: Visit, to: str, status: int = 200, fault: str = "") -> Response:
    return visit.show("accounts/login", status, to=to, fault=fault)
