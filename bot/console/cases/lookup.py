"""The tables of cases, and the path of each case."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException
from fastapi import Path as InPath

from bot.console.visits.office import Office
from bot.console.visits.visit import Visit
from bot.store.caseload.caseload import Case, Caseload
from bot.store.caseload.replies import Replies
from bot.store.messages.failures import Failures

PATH = "/hop-thu"
LARGEST = 2**63 - 1
"""The highest number that a row can have."""

Number = Annotated[int, InPath(ge=1, le=LARGEST)]


def caseload(visit: Visit) -> Caseload:
    """Return the cases."""
    return visit.office.store.cases


def replies(visit: Visit) -> Replies:
    """Return the answers of the staff."""
    return visit.office.store.replies


def failures(visit: Visit) -> Failures:
    """Return the posts that were given up."""
    return visit.office.store.failures


def existing(visit: Visit, number: int) -> Case:
    """Return the case `number`; raise HTTPException 404 where there is none."""
    case = caseload(visit).one(number)
    if case is None:
        raise HTTPException(404)
    return case


def link(number: int) -> str:
    """Return the path of the case `number`."""
    return f"{PATH}/{number}"


def waiting(office: Office) -> int:
    """Return how many cases are open."""
    return office.store.cases.open_ones()
