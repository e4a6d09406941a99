"""The log of what each account did, for admins."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from bot.console.visits.visit import CurrentVisit

PAGES = APIRouter()
_A_PAGE = 50
_LARGEST = 2**63 - 1


@PAGES.get("/nhat-ky")
def show(
    visit: CurrentVisit, truoc: Annotated[int | None, Query(ge=1, le=_LARGEST)] = None
) -> Response:
    """Show one page of the log, newest first; with `truoc`, what came before that entry."""
    newest_first = visit.office.audit.entries(_A_PAGE + 1, truoc)
    entries = newest_first[:_A_PAGE]
    older = f"/nhat-ky?truoc={entries[-1].number}" if len(newest_first) > _A_PAGE else ""
    newest = "/nhat-ky" if truoc else ""
    return visit.show("accounts/journal", entries=entries, older=older, newest=newest)
