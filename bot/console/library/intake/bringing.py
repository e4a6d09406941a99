"""The list of drafts, and the forms that begin one: from a file, or from a document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Response
from starlette.datastructures import FormData, UploadFile

from bot.console.library.intake.faults import Faults, IntakeFault
from bot.console.library.intake.lookup import (
    PATH,
    field_text,
    label_of,
    library,
    link,
    sent_form,
    summary_of,
)
from bot.console.library.intake.reading_jobs import begin_reading, is_being_read
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.language.text import normalise
from knowledge.library.intake.drafts import DocumentDraft, UnknownDraft, Unread
from knowledge.library.intake.history import Event, IntakeStep
from knowledge.library.intake.placing import AdditionLost
from knowledge.library.intake.prospect import find_source
from knowledge.library.intake.shelves import digest
from knowledge.library.joining import file_by_file
from knowledge.readers.extract import Refusal

PAGES = APIRouter(prefix=PATH)
_LONGEST_NAME = 200
_LONGEST_ADDRESS = 1000


class BringingState(StrEnum):
    """The progress of a draft; `prompts/templates/console/library/intake/state.j2` words it."""

    READING = "reading"
    UNREADABLE = "unreadable"
    UNUSABLE = "unusable"
    DRAFT = "draft"
    CHECKED = "checked"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True)
class BringingRow:
    """A draft in the list; `label` names its document, "" where that is not known."""

    draft: DocumentDraft
    state: BringingState
    label: str = ""


@dataclass(frozen=True, slots=True)
class BringingForm:
    """The fields of the form as they were sent, and what came of them.

    `same` is the id of the document that the library has from the same file.
    """

    found_at: str = ""
    given_id: str = ""
    refusal: Unread | None = None
    same: str = ""


@PAGES.get("")
def show_all(visit: CurrentVisit) -> Response:
    """List the drafts, with a form for another."""
    return _list(visit, BringingForm())


@PAGES.post("")
def bring(visit: CurrentVisit, fields: Annotated[FormData, Depends(sent_form)]) -> Response:
    """Keep a file as a draft, and begin to read it."""
    file = fields.get("tep")
    name = Path(normalise(file.filename or "")).name if isinstance(file, UploadFile) else ""
    form = BringingForm(normalise(field_text(fields, "nguon")), field_text(fields, "ban_moi_cua"))
    if not isinstance(file, UploadFile) or not name:
        return _list(visit, form, {"tep": IntakeFault.FILE})
    if len(form.found_at) > _LONGEST_ADDRESS:
        return _list(visit, form, {"nguon": IntakeFault.LONG})
    content = file.file.read()
    fingerprint = sha256(content).hexdigest()
    if same := find_source(fingerprint, visit.office.materials.shelves):
        return _list(visit, BringingForm(same=same))
    if begun := visit.office.drafts.find_same(fingerprint):
        return visit.go(f"{link(begun.key)}?da-co=1")
    return _keep(visit, name[-_LONGEST_NAME:], content, form)


@PAGES.post("/sua")
def revise(visit: CurrentVisit, ma: Annotated[str, Form(max_length=80)] = "") -> Response:
    """Begin a draft of a document of the library, so that what is known of it can be corrected."""
    source = visit.office.materials.shelves.sources().get(ma)
    if source is None:
        raise HTTPException(404)
    begun = visit.office.drafts.find_same(digest(source))
    if begun and begun.given_id == ma:
        return visit.go(f"{link(begun.key)}?da-co=1")
    try:
        draft = visit.office.drafts.revise(
            source, Event(visit.now, visit.name, IntakeStep.BROUGHT, ma)
        )
    except AdditionLost:
        return _list(visit, BringingForm(), {"tep": IntakeFault.LOST})
    return _begun(visit, draft, ma)


def _keep(visit: Visit, name: str, content: bytes, form: BringingForm) -> Response:
    known = {document.id for document in file_by_file(library(visit))}
    given_id = form.given_id if form.given_id in known else ""
    brought = Event(visit.now, visit.name, IntakeStep.BROUGHT, name)
    try:
        draft = visit.office.drafts.begin(name, content, brought, given_id, form.found_at)
    except Refusal as refusal:
        refused = BringingForm(form.found_at, given_id, Unread.of(refusal))
        return _list(visit, refused, {"tep": IntakeFault.FILE})
    except AdditionLost:
        return _list(visit, form, {"tep": IntakeFault.LOST})
    return _begun(visit, draft, name)


def _begun(visit: Visit, draft: DocumentDraft, about: str) -> Response:
    begin_reading(visit, draft.key)
    return visit.done(StaffAction.DOCUMENT_BROUGHT, link(draft.key), about)


def row_of(visit: Visit, draft: DocumentDraft) -> BringingRow:
    """Return how far `draft` is; raise UnknownDraft if it is gone."""
    if draft.is_removal:
        return BringingRow(draft, BringingState.REMOVAL, label_of(visit, draft.given_id))
    if is_being_read(visit, draft.key) or not visit.office.drafts.is_read(draft.key):
        return BringingRow(draft, BringingState.READING)
    if draft.unreadable:
        return BringingRow(draft, BringingState.UNREADABLE)
    label, is_checked = summary_of(visit, draft)
    if not label:
        return BringingRow(draft, BringingState.UNUSABLE)
    return BringingRow(draft, BringingState.CHECKED if is_checked else BringingState.DRAFT, label)


def _rows(visit: Visit) -> Iterator[BringingRow]:
    for draft in visit.office.drafts.all():
        with suppress(UnknownDraft):  # somebody else has removed it just now
            yield row_of(visit, draft)


def _list(visit: Visit, form: BringingForm, faults: Faults | None = None) -> Response:
    return visit.show(
        "library/intake/list",
        422 if faults else 200,
        rows=list(_rows(visit)),
        documents=file_by_file(library(visit)),
        form=form,
        faults=faults or {},
    )
