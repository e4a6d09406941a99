"""The accounts of the staff, for admins."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, HTTPException, Query, Response

from bot.console.accounts.credentials import (
    CredentialFault,
    Faults,
    clean_name,
    faults_of_account,
    faults_of_password,
)
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.accounts import AccountTaken, LastAdmin
from bot.store.accounts.audit import StaffAction
from bot.store.accounts.passwords import hash_password
from bot.store.values import Account, Role

PAGES = APIRouter(prefix="/tai-khoan")
_LIST = "/tai-khoan"
_Name = Annotated[str, Form()]


@PAGES.get("")
def show_all(visit: CurrentVisit) -> Response:
    """List the accounts, with a form for another."""
    return _list(visit)


@PAGES.post("")
def add(
    visit: CurrentVisit,
    ten: _Name = "",
    vai_tro: Annotated[str, Form()] = "",
    mat_khau: Annotated[str, Form()] = "",
    lai: Annotated[str, Form()] = "",
) -> Response:
    """Add an account."""
    name, role = clean_name(ten), _role(vai_tro)
    faults = faults_of_account(ten, mat_khau, lai)
    if role is None:
        faults["vai_tro"] = CredentialFault.ROLE
    if faults or role is None:
        return _list(visit, 422, name, faults)
    try:
        visit.office.store.accounts.add(Account(name, role, visit.now), hash_password(mat_khau))
    except AccountTaken:
        return _list(visit, 422, name, {"ten": CredentialFault.NAME_TAKEN})
    return visit.done(StaffAction.ACCOUNT_ADDED, _LIST, name)


@PAGES.get("/sua")
def show_one(visit: CurrentVisit, ten: Annotated[str, Query()] = "") -> Response:
    """Show what can be changed of one account."""
    return _one(visit, ten)


@PAGES.post("/vai-tro")
def set_role(
    visit: CurrentVisit, ten: _Name = "", vai_tro: Annotated[str, Form()] = ""
) -> Response:
    """Give an account another role; it counts from the next call of its owner."""
    account, role = _other(visit, ten), _role(vai_tro)
    if role is None:
        return _one(visit, ten, 422, {"vai_tro": CredentialFault.ROLE})
    if account is None:
        return _one(visit, ten, 422, {"vai_tro": CredentialFault.ONESELF})
    try:
        visit.office.store.accounts.set_role(account.name, role)
    except LastAdmin:
        return _one(visit, ten, 422, {"vai_tro": CredentialFault.LAST_ADMIN})
    return visit.done(StaffAction.ROLE_CHANGED, _link(ten), ten)


@PAGES.post("/mat-khau")
def reset_password(
    visit: CurrentVisit,
    ten: _Name = "",
    mat_khau: Annotated[str, Form()] = "",
    lai: Annotated[str, Form()] = "",
) -> Response:
    """Give an account another password, and end all of its sessions."""
    account, office = _existing(visit, ten), visit.office
    faults = faults_of_password(mat_khau, lai)
    if faults:
        return _one(visit, ten, 422, faults)
    office.store.accounts.set_password(account.name, hash_password(mat_khau))
    office.sessions.end_all(account.name)
    return visit.done(StaffAction.PASSWORD_RESET, _link(ten), ten)


@PAGES.post("/xoa")
def remove(
    visit: CurrentVisit, ten: _Name = "", chac_chan: Annotated[str, Form()] = ""
) -> Response:
    """Remove an account with its sessions."""
    account = _other(visit, ten)
    if account is None:
        return _one(visit, ten, 422, {"chac_chan": CredentialFault.ONESELF})
    if not chac_chan:
        return _one(visit, ten, 422, {"chac_chan": CredentialFault.NOT_SURE})
    try:
        visit.office.store.accounts.remove(account.name)
    except LastAdmin:
        return _one(visit, ten, 422, {"chac_chan": CredentialFault.LAST_ADMIN})
    return visit.done(StaffAction.ACCOUNT_REMOVED, _LIST, ten)


def _list(
    visit: Visit, status: int = 200, name: str = "", faults: Faults | None = None
) -> Response:
    accounts = visit.office.store.accounts.every()
    facts = {"name": name, "faults": faults or {}, "link": _link}
    return visit.show("accounts/accounts", status, accounts=accounts, **facts)


def _one(visit: Visit, name: str, status: int = 200, faults: Faults | None = None) -> Response:
    account = _existing(visit, name)
    return visit.show("accounts/account", status, account=account, faults=faults or {})


def _existing(visit: Visit, name: str) -> Account:
    """Return the account `name`; raise HTTPException 404 where there is none."""
    for account in visit.office.store.accounts.every():
        if account.name == name:
            return account
    raise HTTPException(404)


def _other(visit: Visit, name: str) -> Account | None:
    """Return the account `name`, None if it is the visitor's own."""
    account = _existing(visit, name)
    return None if account.name == visit.name else account


def _role(typed: str) -> Role | None:
    return Role(typed) if typed in set(Role) else None


def _link(name: str) -> str:
    return f"/tai-khoan/sua?ten={quote(name)}"
