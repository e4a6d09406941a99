"""Answers that did not reach anybody: why, and another try."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel, Field

from bot.console.inbox.faults import CaseFault, Faults
from bot.console.inbox.shelf import PATH, failures
from bot.console.visits.visit import Here, Visit
from bot.store.accounts.audit import StaffAction

PAGES = APIRouter(prefix=PATH)
LIST = f"{PATH}/khong-gui-duoc"
_MOST = 100


class UndeliveredAction(StrEnum):
    """What is done with the answers that are chosen, by the value of the button."""

    RETRY = "gui-lai"
    DROP = "bo"


class Chosen(BaseModel):
    """The fields, by their names: what is done with which answers."""

    viec: UndeliveredAction
    cau: Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=_MOST)] = []


@PAGES.get("/khong-gui-duoc")
def show_all(visit: Here) -> Response:
    """List the newest answers that were given up."""
    return _page(visit, {})


@PAGES.post("/khong-gui-duoc")
def deal_with(visit: Here, chosen: Annotated[Chosen, Form()]) -> Response:
    """Try the chosen answers again, or drop them."""
    if not chosen.cau:
        return _page(visit, {"cau": CaseFault.UNDELIVERED})
    if chosen.viec is UndeliveredAction.DROP:
        dropped = failures(visit).drop(chosen.cau)
        return visit.done(StaffAction.DELIVERY_DROPPED, LIST, str(dropped))
    again = failures(visit).retry(chosen.cau)
    visit.office.deliver(again)
    return visit.done(StaffAction.DELIVERY_RETRIED, LIST, str(len(again)))


def _page(visit: Visit, faults: Faults) -> Response:
    status = 422 if faults else 200
    shown = failures(visit).newest(_MOST)
    return visit.show("inbox/undelivered", status, failures=shown, faults=faults)
