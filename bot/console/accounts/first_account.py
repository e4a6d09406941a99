"""The first account, made by whoever can read the terminal of the service."""

from __future__ import annotations

from threading import Lock
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.accounts.credentials import clean_name, faults_of_account
from bot.console.accounts.login import begin
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from bot.store.accounts.passwords import hash_password
from bot.store.values import Account, Role

PAGES = APIRouter()
_ONE_AT_A_TIME = Lock()


@PAGES.get("/thiet-lap/{token}")
def ask(visit: CurrentVisit, token: str) -> Response:
    """Show the form to whoever has the link."""
    _check(visit, token)
    return visit.show("accounts/first", name="", faults={})


@PAGES.post("/thiet-lap/{token}")
def make(
    visit: CurrentVisit,
    token: str,
    ten: Annotated[str, Form()] = "",
    mat_khau: Annotated[str, Form()] = "",
    lai: Annotated[str, Form()] = "",
) -> Response:
    """Make the account and sign its owner in; from then on the link is dead."""
    _check(visit, token)
    name, faults = clean_name(ten), faults_of_account(ten, mat_khau, lai)
    if faults:
        return visit.show("accounts/first", 422, name=name, faults=faults)
    hashed = hash_password(mat_khau)
    with _ONE_AT_A_TIME:
        _check(visit, token)
        visit.office.store.accounts.add(Account(name, Role.ADMIN, visit.now), hashed)
    visit.office.audit.note(name, StaffAction.FIRST_ACCOUNT, visit.now, name)
    return begin(visit, name, "/")


def _check(visit: Visit, token: str) -> None:
    if not visit.office.invites(token):
        raise HTTPException(404)
