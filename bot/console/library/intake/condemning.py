"""The page on which an admin says why a document is to be taken out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response

from bot.console.library.intake.faults import Faults, IntakeFault
from bot.console.library.intake.lookup import PATH, label_of, link
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.language.text import normalise
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.placing import AdditionLost

PAGES = APIRouter(prefix=PATH)
_LONGEST = 1000
_Id = Annotated[str, Query(max_length=80)]


@PAGES.get("/go")
def show(visit: CurrentVisit, ma: _Id = "") -> Response:
    """Ask why the document `ma` is to go."""
    return _page(visit, ma)


@PAGES.post("/go")
def condemn(
    visit: CurrentVisit,
    ma: Annotated[str, Form(max_length=80)] = "",
    ly_do: Annotated[str, Form(max_length=10_000)] = "",
) -> Response:
    """Begin to take out the document `ma`, for the reason `ly_do`."""
    source = visit.office.materials.shelves.sources().get(ma)
    if source is None:
        raise HTTPException(404)
    if begun := visit.office.drafts.find_removal(ma):
        return visit.go(f"{link(begun.key)}/thu")
    reason = normalise(ly_do)
    if not reason or len(reason) > _LONGEST:
        return _page(visit, ma, reason, {"ly_do": IntakeFault.LONG if reason else IntakeFault.WHY})
    try:
        draft = visit.office.drafts.condemn(
            source, Event(visit.now, visit.name, IntakeStep.CONDEMNED, reason)
        )
    except AdditionLost:
        return _page(visit, ma, reason, {"ly_do": IntakeFault.LOST})
    return visit.done(StaffAction.DOCUMENT_CONDEMNED, f"{link(draft.key)}/thu", ma)


def _page(
    visit: Visit, resolution: str, reason: str = "", faults: Faults | None = None
) -> Response:
    label = label_of(visit, resolution)
    if not label:
        raise HTTPException(404)
    facts = {"id": resolution, "label": label, "reason": reason, "faults": faults or {}}
    return visit.show("library/intake/condemn", 422 if faults else 200, **facts)
