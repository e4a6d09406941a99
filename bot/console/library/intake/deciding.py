"""The forms by which an admin corrects, names, checks or removes a draft."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Response
from starlette.datastructures import FormData

from bot.console.library.intake.examining import DraftForm, fault_of_id, page_of
from bot.console.library.intake.fact_sheet import FactSheet, changed
from bot.console.library.intake.faults import Faults, IntakeFault
from bot.console.library.intake.lookup import (
    PATH,
    candidate_of,
    existing,
    forget,
    library,
    link,
    sent_form,
)
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.errors import DanBietError
from knowledge.language.text import normalise
from knowledge.library.intake.drafts import ChangedMeanwhile, DocumentDraft
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.placing import AdditionLost
from knowledge.library.intake.prospect import Prospect, examine

PAGES = APIRouter(prefix=PATH)
_Line = Annotated[str, Form(max_length=200)]


@PAGES.post("/{key}/thong-tin")
def correct(
    visit: CurrentVisit, key: str, form: Annotated[FormData, Depends(sent_form)]
) -> Response:
    """Keep the corrections that a person makes to a copy."""
    draft = existing(visit, key)
    candidate, sheet = _candidate(visit, draft), FactSheet.sent(form)
    corrections, faults = sheet.corrections(candidate)
    if faults:
        return page_of(visit, draft, DraftForm(faults, sheet))
    about = ", ".join(changed(candidate, corrections))
    if not about:
        return visit.go(link(key))
    done = Event(visit.now, visit.name, IntakeStep.CORRECTED, about)
    try:
        visit.office.drafts.correct(key, corrections, sheet.before, done)
    except ChangedMeanwhile:
        return page_of(visit, draft, DraftForm({"truoc": IntakeFault.CHANGED}, sheet))
    except AdditionLost:
        return page_of(visit, draft, DraftForm({"truoc": IntakeFault.LOST}, sheet))
    return visit.done(StaffAction.DOCUMENT_CORRECTED, link(key), candidate.document.id)


@PAGES.post("/{key}/ma")
def name(visit: CurrentVisit, key: str, ban_moi_cua: _Line = "", ma: _Line = "") -> Response:
    """Make a draft a version of a document, or give it an id, its own or that of its text."""
    draft, office = existing(visit, key), visit.office
    given_id = ban_moi_cua or normalise(ma)
    _require_reading(visit, draft)
    if not ban_moi_cua and any(document.id == given_id for document in library(visit)):
        # a document is replaced by choosing it alone: an id that is typed may be a slip
        return page_of(
            visit, draft, DraftForm({"ma": IntakeFault.ID_TAKEN}, given_id=draft.given_id)
        )
    try:
        examine(office.drafts.source(key), given_id, office.materials.shelves, library(visit))
    except DanBietError as error:
        if fault := fault_of_id(error):
            return page_of(visit, draft, DraftForm({"ma": fault}, given_id=given_id))
    if given_id == draft.given_id:
        return visit.go(link(key))
    try:
        office.drafts.name(key, given_id, Event(visit.now, visit.name, IntakeStep.CORRECTED, "id"))
    except AdditionLost:
        return page_of(visit, draft, DraftForm({"ma": IntakeFault.LOST}, given_id=given_id))
    return visit.done(StaffAction.DOCUMENT_NAMED, link(key), given_id)


@PAGES.post("/{key}/kiem-tra")
def check(visit: CurrentVisit, key: str, dau: _Line = "") -> Response:
    """Note that the visitor has seen the document, as it was on the page, and found it right."""
    draft = existing(visit, key)
    candidate = _candidate(visit, draft)
    faults = _faults_of_check(candidate, dau)
    if faults:
        return page_of(visit, draft, DraftForm(faults))
    done = Event(visit.now, visit.name, IntakeStep.CHECKED)
    try:
        visit.office.drafts.check(key, candidate, done)
    except AdditionLost:
        return page_of(visit, draft, DraftForm({"dau": IntakeFault.LOST}))
    return visit.done(StaffAction.DOCUMENT_CHECKED, link(key), candidate.document.id)


@PAGES.post("/{key}/xoa")
def remove(visit: CurrentVisit, key: str, chac_chan: _Line = "") -> Response:
    """Remove a draft."""
    draft = existing(visit, key)
    if not chac_chan and not draft.is_removal:  # nothing is lost with one
        return page_of(visit, draft, DraftForm({"chac_chan": IntakeFault.NOT_SURE}))
    try:
        forget(visit, key)
    except AdditionLost:
        return page_of(visit, draft, DraftForm({"chac_chan": IntakeFault.LOST}))
    return visit.done(StaffAction.DRAFT_REMOVED, PATH, draft.file)


def _candidate(visit: Visit, draft: DocumentDraft) -> Prospect:
    """Return the candidate of `draft`; raise HTTPException 404 where its page shows no form."""
    _require_reading(visit, draft)
    try:
        return candidate_of(visit, draft)
    except DanBietError:
        raise HTTPException(404) from None


def _require_reading(visit: Visit, draft: DocumentDraft) -> None:
    if draft.is_removal or draft.unreadable or not visit.office.drafts.is_read(draft.key):
        raise HTTPException(404)


def _faults_of_check(candidate: Prospect, shown: str) -> Faults:
    if candidate.fingerprint != shown:
        return {"dau": IntakeFault.SEEN_OTHER}
    if candidate.serious:
        return {"dau": IntakeFault.SERIOUS}
    return {"dau": IntakeFault.SAME} if candidate.changes_nothing else {}
