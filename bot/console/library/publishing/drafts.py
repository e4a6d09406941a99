"""The page on which a checked draft is tried and published."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response

from bot.console.library.documents.resolutions import PATH as RESOLUTIONS
from bot.console.library.intake.lookup import NO_DRAFT, forget, library
from bot.console.library.publishing.jobs import Phase, PublishingJob, rehearse
from bot.console.library.publishing.outcome import outcome_of
from bot.console.library.publishing.stage import (
    CAN_BE_TRIED,
    DraftStage,
    DraftStanding,
    events_of,
    standing_of,
)
from bot.console.library.publishing.versions import PATH as VERSIONS
from bot.console.library.publishing.versions import begin_update
from bot.console.visits.visit import CurrentVisit, Visit
from bot.publishing.obstacles import words_for
from bot.publishing.rehearsing.findings import Findings, findings_of, rehearsal_key
from bot.store.accounts.audit import StaffAction
from bot.store.tasks import Task, TaskState, UnderWay
from knowledge.errors import DanBietError
from knowledge.library.intake.drafts import DocumentDraft, UnknownDraft
from knowledge.library.intake.removal import Removal, left_by, revived_by

PAGES = APIRouter(prefix="/van-ban-moi/{key}")
_LARGEST = 2**31 - 1
_From = Annotated[int, Query(ge=0, le=_LARGEST)]


@PAGES.get("/thu")
def show(visit: CurrentVisit, key: str, tu: _From = 0) -> Response:
    """Show what a draft needs next, and which answers it changes, from the change number `tu`."""
    return _page(visit, _existing(visit, key), tu)


@PAGES.get("/thu/tien-do")
def show_progress(visit: CurrentVisit, key: str) -> Response:
    """Show how far the rehearsal is, as a part of the page."""
    there = any(draft.key == key for draft in visit.office.drafts.all())
    task = visit.office.store.tasks.find(rehearsal_key(key)) if there else None
    if task is None:
        raise HTTPException(404)
    state = task.state(visit.now)
    response = visit.show("library/publishing/progress", task=task, state=state, here=_link(key))
    if state is not TaskState.RUNNING:
        response.headers["HX-Refresh"] = "true"
    return response


@PAGES.post("/thu")
def begin(visit: CurrentVisit, key: str) -> Response:
    """Begin a rehearsal, unless one is under way."""
    standing, office = _existing(visit, key), visit.office
    proposal = standing.proposal
    if proposal is None or standing.stage not in CAN_BE_TRIED:
        return _page(visit, standing, status=409)
    edition, about = office.edition(), proposal.fingerprint
    findings = Findings(edition.version)
    job = PublishingJob(key, proposal, edition.answerer, findings, visit.today)
    begun = Task(
        rehearsal_key(key), visit.name, visit.now, about, Phase.BUILDING, outcome=findings.to_json()
    )
    try:
        office.worker.begin(begun, partial(rehearse, office, job))
    except UnderWay:
        return visit.go(_link(key))
    except DanBietError as error:
        return _page(visit, standing, refusal=words_for(error), status=409)
    return visit.done(StaffAction.DOCUMENT_TRIED, _link(key), proposal.id)


@PAGES.post("/dua-vao-su-dung")
def publish(
    visit: CurrentVisit, key: str, ban: Annotated[str, Form(max_length=64)] = ""
) -> Response:
    """Publish a draft if it still has the fingerprint `ban` that was shown."""
    standing, office = _existing(visit, key), visit.office
    proposal = standing.proposal
    shown = proposal is not None and proposal.fingerprint == ban
    if proposal is None or not shown or standing.stage is not DraftStage.TRIED:
        return _page(visit, standing, status=409)
    try:
        events = events_of(visit, standing, proposal.id)
        office.publisher.publish(key, proposal, events, visit.name, visit.now)
    except DanBietError as error:
        return _page(visit, _existing(visit, key), refusal=words_for(error), status=409)
    return _published(visit, standing.draft, proposal.id)


@PAGES.post("/hoan-tat")
def finish(visit: CurrentVisit, key: str) -> Response:
    """Do the rest of a publishing that was interrupted."""
    standing = _existing(visit, key)
    if standing.stage is not DraftStage.HALF_DONE:
        return _page(visit, standing, status=409)
    if visit.office.publisher.is_current():
        return _published(visit, standing.draft, standing.document)
    with suppress(DanBietError):  # what the system does not let go is harmless
        forget(visit, key)
    begin_update(visit)
    return visit.done(_action(standing.draft), VERSIONS, standing.document)


def _existing(visit: Visit, key: str) -> DraftStanding:
    """Return how a draft stands; raise HTTPException 404 where there is none."""
    try:
        return standing_of(visit, key)
    except UnknownDraft:
        raise HTTPException(404, NO_DRAFT) from None


def _link(key: str) -> str:
    return f"/van-ban-moi/{key}/thu"


def _published(visit: Visit, draft: DocumentDraft, resolution: str) -> Response:
    """Forget the draft; lead to the document, or to the versions where it does not show yet."""
    office = visit.office
    with suppress(DanBietError):  # what the system does not let go is harmless
        forget(visit, draft.key)
    with suppress(DanBietError):
        office.refresh()
    there = resolution in office.edition().answerer.library
    if draft.is_removal:
        return visit.done(_action(draft), VERSIONS if there else RESOLUTIONS, resolution)
    return visit.done(
        _action(draft), f"{RESOLUTIONS}/{resolution}" if there else VERSIONS, resolution
    )


def _action(draft: DocumentDraft) -> StaffAction:
    return StaffAction.DOCUMENT_REMOVED if draft.is_removal else StaffAction.DOCUMENT_PUBLISHED


def _page(
    visit: Visit, standing: DraftStanding, start: int = 0, *, refusal: str = "", status: int = 200
) -> Response:
    task, here = standing.task, _link(standing.draft.key)
    key, findings = standing.draft.key, findings_of(task)
    rehearsal = findings.rehearsal
    removal = standing.proposal if isinstance(standing.proposal, Removal) else None
    return visit.show(
        "library/publishing/draft",
        status,
        draft=standing.draft,
        stage=standing.stage,
        proposal=standing.proposal,
        revived=revived_by(removal, library(visit)) if removal else (),
        left=left_by(removal, library(visit)) if removal else (),
        document=standing.document,
        task=task,
        state=task.state(visit.now) if task else None,
        against=findings.against,
        outcome=outcome_of(rehearsal, key, here, start) if rehearsal else None,
        held=visit.office.publisher.is_held(),
        can_try=standing.stage in CAN_BE_TRIED,
        refusal=refusal,
        here=here,
    )
