"""Answers that did not reach anybody: why, and another try."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Form, Response
from pydantic import BaseModel, Field

from bot.console.cases.faults import CaseFault, Faults
from bot.console.cases.lookup import PATH, failures
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction

PAGES = APIRouter(prefix=PATH)
LIST = f"{PATH}/khong-gui-duoc"
_MOST = 100


class UndeliveredAction(StrEnum):
    """The action for the chosen answers, by the value of its button."""

    RETRY = "gui-lai"
    DROP = "bo"


class UndeliveredChoice(BaseModel):
    """The fields, by their names: the action, and the answers it is for."""

    viec: UndeliveredAction
    cau: Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=_MOST)] = []


@PAGES.get("/khong-gui-duoc")
def show_all(visit: CurrentVisit) -> Response:
    """List the newest answers that were given up."""
    return _page(visit, {})


@PAGES.post("/khong-gui-duoc")
def deal_with(visit: CurrentVisit, chosen: Annotated[UndeliveredChoice, Form()]) -> Response:
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
    return visit.show("cases/undelivered", status, failures=shown, faults=faults)
