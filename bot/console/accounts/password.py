"""The page on which visitors change their own password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Response

from bot.console.accounts.credentials import CredentialFault, Faults, faults_of_password
from bot.console.accounts.login import may_try
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from bot.store.accounts.passwords import hash_password, matches

PAGES = APIRouter()


@PAGES.get("/mat-khau")
def ask(visit: CurrentVisit) -> Response:
    """Show the form."""
    return visit.show("accounts/password", faults={})


@PAGES.post("/mat-khau")
def change(
    visit: CurrentVisit,
    cu: Annotated[str, Form()] = "",
    mat_khau: Annotated[str, Form()] = "",
    lai: Annotated[str, Form()] = "",
) -> Response:
    """Change it, and end every session of the account but a new one for this visitor."""
    faults = faults_of_password(mat_khau, lai) or _faults_of_old(visit, cu)
    if faults:
        return visit.show("accounts/password", 422, faults=faults)
    office = visit.office
    office.store.accounts.set_password(visit.name, hash_password(mat_khau))
    office.sessions.end_all(visit.name)
    response = visit.done(StaffAction.PASSWORD_CHANGED, "/mat-khau", visit.name)
    visit.keep(response, office.sessions.begin(visit.name, visit.now))
    return response


def _faults_of_old(visit: Visit, typed: str) -> Faults:
    if not may_try(visit, visit.name):
        return {"cu": CredentialFault.TRIES}
    if not matches(visit.office.store.accounts.password(visit.name), typed):
        return {"cu": CredentialFault.PASSWORD_WRONG}
    return {}
