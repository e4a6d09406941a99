"""The pages of approved answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response
from fastapi import Path as InPath

from bot.answer.deciding.approved import ground_at
from bot.answer.staff.approval import Approval, ApprovalGround
from bot.console.anchors import reading_link
from bot.console.choosing.offers import OfferRequest, offers_for
from bot.console.guide.approvals.draft import SEARCH, ApprovalDraft, ApprovalFault, Faults
from bot.console.quality.trial.question import trial_link
from bot.console.visits.office import Office
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from bot.store.keys.masking import mask
from bot.store.office.approvals import ApprovalTable, Signed
from knowledge.language.text import syllables

PATH = "/viec/da-duyet"
PAGES = APIRouter(prefix=PATH)
_A_PAGE = 30
_LARGEST = 2**63 - 1
_Number = Annotated[int, InPath(ge=1, le=_LARGEST)]


@PAGES.get("")
def show_all(
    visit: CurrentVisit, truoc: Annotated[int | None, Query(ge=1, le=_LARGEST)] = None
) -> Response:
    """List the approvals, newest first, before them those that have to be reviewed."""
    page = _table(visit).page(_A_PAGE + 1, truoc)
    shown = page[:_A_PAGE]
    return visit.show(
        "guide/approvals/list",
        suspended=() if truoc else _suspended(visit.office)[:_A_PAGE],
        approvals=[(signed, bool(_changed(visit.office, signed.approval))) for signed in shown],
        older=f"{PATH}?truoc={shown[-1].approval.number}" if len(page) > _A_PAGE else "",
        newest=PATH if truoc else "",
        documents=visit.office.edition().answerer.library,
    )


@PAGES.get("/moi")
def begin(visit: CurrentVisit, draft: Annotated[ApprovalDraft, Query()]) -> Response:
    """Show the form for a new approval."""
    return _form(visit, draft)


@PAGES.post("/moi")
def add(visit: CurrentVisit, draft: Annotated[ApprovalDraft, Form()]) -> Response:
    """Approve an answer, or show what is looked for in its form."""
    return _take(visit, draft, None)


@PAGES.get("/{number}")
def show(visit: CurrentVisit, number: _Number) -> Response:
    """Show an approval in its form, and what has changed since it was given."""
    kept = _existing(visit, number)
    return _form(visit, ApprovalDraft.of(kept.approval), kept)


@PAGES.post("/{number}")
def change(
    visit: CurrentVisit, number: _Number, draft: Annotated[ApprovalDraft, Form()]
) -> Response:
    """Approve the answer as it is in the form now, or show what is looked for in it."""
    return _take(visit, draft, _existing(visit, number))


@PAGES.post("/{number}/xoa")
def remove(visit: CurrentVisit, number: _Number) -> Response:
    """Take an approval back."""
    if not _table(visit).remove(number):
        raise HTTPException(404)
    return visit.done(StaffAction.APPROVAL_REMOVED, PATH, str(number))


def to_review(office: Office) -> int:
    """Return how many approvals are suspended."""
    return len(_suspended(office))


def newest(visit: Visit, most: int) -> list[tuple[Signed, bool]]:
    """Return the `most` newest approvals, and whether each is suspended."""
    return [
        (signed, bool(_changed(visit.office, signed.approval)))
        for signed in _table(visit).page(most)
    ]


def _take(visit: Visit, draft: ApprovalDraft, kept: Signed | None) -> Response:
    if draft.viec == SEARCH:
        return _form(visit, draft, kept)
    grounds = _grounds(visit, draft)
    faults = {**draft.faults(), **_faults(visit, draft, grounds)}
    if faults:
        return _form(visit, draft, kept, faults)
    number = kept.approval.number if kept else 0
    question = mask(draft.question)
    approval = Approval(number, question, draft.text, grounds, draft.ap_dung, draft.phrasings)
    stored = _table(visit).put(approval, visit.name, visit.now)
    if stored is None:
        raise HTTPException(404)
    action = StaffAction.APPROVAL_CHANGED if kept else StaffAction.APPROVAL_ADDED
    return visit.done(action, f"{PATH}/{stored}", str(stored))


def _grounds(visit: Visit, draft: ApprovalDraft) -> tuple[ApprovalGround, ...]:
    library = visit.office.edition().answerer.library
    chosen = (gold.address for gold in draft.chosen)
    grounds = (ground_at(address, library) for address in chosen if address)
    return tuple(ground for ground in grounds if ground and ground.words)


def _faults(visit: Visit, draft: ApprovalDraft, grounds: tuple[ApprovalGround, ...]) -> Faults:
    library = visit.office.edition().answerer.library
    faults: Faults = {}
    if not syllables(draft.question):
        faults["cau_hoi"] = ApprovalFault.QUESTION
    if not grounds or len(grounds) < len(draft.chosen):
        faults["can_cu"] = ApprovalFault.GROUNDS
    territories = [library[ground.address.resolution].territory for ground in grounds]
    if len({territory.province for territory in territories if not territory.nationwide}) > 1:
        faults["can_cu"] = ApprovalFault.PLACES
    if draft.ap_dung and draft.ap_dung not in library:
        faults["ap_dung"] = ApprovalFault.WITHIN
    return faults


def _form(
    visit: Visit, draft: ApprovalDraft, kept: Signed | None = None, faults: Faults | None = None
) -> Response:
    library = visit.office.edition().answerer.library
    changed = _changed(visit.office, kept.approval) if kept else ()
    return visit.show(
        "guide/approvals/form",
        422 if faults else 200,
        draft=draft,
        kept=kept,
        changed=[(ground, ground_at(ground.address, library)) for ground in changed],
        offers=offers_for(visit, OfferRequest(draft.cau_hoi, draft.noi, draft.tim), draft.chosen),
        documents=library.values(),
        action=f"{PATH}/{kept.approval.number}" if kept else f"{PATH}/moi",
        trial=trial_link(kept.approval.question) if kept else "",
        link=reading_link,
        history=_table(visit).history(kept.approval.number) if kept else (),
        faults=faults or {},
    )


def _table(visit: Visit) -> ApprovalTable:
    return visit.office.store.approvals


def _existing(visit: Visit, number: int) -> Signed:
    """Return the approval `number`; raise HTTPException 404 where there is none."""
    signed = _table(visit).one(number)
    if signed is None:
        raise HTTPException(404)
    return signed


def _changed(office: Office, approval: Approval) -> tuple[ApprovalGround, ...]:
    return office.edition().answerer.approved.changed(approval)


def _suspended(office: Office) -> tuple[Signed, ...]:
    every = office.store.approvals.every()
    return tuple(signed for signed in every if _changed(office, signed.approval))
