"""The page of a draft: what an admin has to see before the document may be tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from bot.console.library.documents.originals import compare, send
from bot.console.library.intake.bringing import BringingRow, BringingState, row_of
from bot.console.library.intake.fact_sheet import (
    ANSWER,
    REASON,
    VALUE,
    FactSheet,
    code,
    proposed_provinces,
    shown_facts,
    to_answer,
)
from bot.console.library.intake.faults import Faults, IntakeFault
from bot.console.library.intake.lookup import PATH, candidate_of, existing, library, link
from bot.console.library.intake.reading_jobs import begin_reading, reading_incident
from bot.console.library.intake.tree import tree_of
from bot.console.visits.visit import CurrentVisit, Visit
from bot.publishing.rehearsing.findings import findings_of, rehearsal_key
from knowledge.errors import DanBietError
from knowledge.gazetteer.mergers import TODAY
from knowledge.law.difference import difference
from knowledge.law.findings import Finding, Severity
from knowledge.law.territory import before_mergers
from knowledge.library.intake.drafts import DocumentDraft
from knowledge.library.intake.effects import effects_of
from knowledge.library.intake.identity import BadId, IdTaken, OtherId
from knowledge.library.intake.prospect import Prospect
from knowledge.library.joining import file_by_file
from knowledge.library.library import LibraryUnreadable
from knowledge.parsing.corrections import DAYS, facts_of
from knowledge.parsing.lint import FACT_OF

PAGES = APIRouter(prefix=PATH)
_FAULT_OF_ID: Mapping[type[DanBietError], IntakeFault] = {
    BadId: IntakeFault.ID,
    IdTaken: IntakeFault.ID_TAKEN,
    OtherId: IntakeFault.ID_OTHER,
}


@dataclass(frozen=True, slots=True)
class DraftForm:
    """A form of a draft's page that was sent and not taken: the page shows it again.

    `sheet` is None, and so is `given_id`, where the form shows what is kept.
    """

    faults: Faults = field(default_factory=dict)
    sheet: FactSheet | None = None
    given_id: str | None = None


@PAGES.get("/{key}")
def show(
    visit: CurrentVisit, key: str, begun: Annotated[str, Query(alias="da-co", max_length=1)] = ""
) -> Response:
    """Show a draft; `da-co` tells that somebody has just brought its file once more."""
    return page_of(visit, existing(visit, key), DraftForm(), is_known=bool(begun))


@PAGES.get("/{key}/tien-do")
def show_progress(visit: CurrentVisit, key: str) -> Response:
    """Tell that a draft is being read; once it was, let the whole page be loaded."""
    draft = existing(visit, key)
    response = visit.show("library/intake/draft/progress", draft=draft)
    row = _row(visit, draft)
    if row.state is not BringingState.READING or reading_incident(visit, key):
        response.headers["HX-Refresh"] = "true"
    return response


@PAGES.get("/{key}/tra-loi")
def show_matters(visit: CurrentVisit, key: str) -> Response:
    """Tell what a draft answers residents, as a part of its page, once that is known."""
    draft = existing(visit, key)
    try:
        matters = _matters(visit, draft, candidate_of(visit, draft))
    except DanBietError:
        raise HTTPException(404) from None
    return visit.show("library/intake/draft/matters", link=link(key), matters=matters)


@PAGES.get("/{key}/ban-goc")
def show_original(
    visit: CurrentVisit, key: str, at: Annotated[str, Query(alias="vi-tri", max_length=100)] = ""
) -> Response:
    """Show what was read of a draft beside its file, at the provision `vi-tri`."""
    draft = existing(visit, key)
    try:
        document = candidate_of(visit, draft).document
    except DanBietError:
        raise HTTPException(404) from None
    return compare(visit, visit.office.drafts.source(key), document, link(key), at)


@PAGES.get("/{key}/tep")
def send_original(visit: CurrentVisit, key: str) -> Response:
    """Send the file of a draft."""
    existing(visit, key)
    return send(visit.office.drafts.source(key))


@PAGES.post("/{key}/doc")
def read_again(visit: CurrentVisit, key: str) -> Response:
    """Read the file of a draft once more."""
    begin_reading(visit, existing(visit, key).key)
    return visit.go(link(key))


def page_of(
    visit: Visit, draft: DocumentDraft, typed: DraftForm, *, is_known: bool = False
) -> Response:
    """Return the page of `draft`."""
    if draft.is_removal:  # nothing is read or stated of it: only what changes is to be seen
        return visit.go(f"{link(draft.key)}/thu")
    incident, row = reading_incident(visit, draft.key), _row(visit, draft)
    facts = {"draft": row.draft, "is_known": is_known, "link": link(draft.key)}
    if incident or row.state in {BringingState.READING, BringingState.UNREADABLE}:
        progress = {"state": row.state, "incident": incident, "faults": typed.faults}
        return visit.show("library/intake/draft/unread", _status(typed), **facts, **progress)
    facts |= _naming(visit, row.draft, typed)
    try:
        candidate = candidate_of(visit, row.draft)
    except DanBietError as error:
        fault = fault_of_id(error)
        facts["faults"] = {**({"ma": fault} if fault else {}), **typed.faults}
        facts["lacks_articles"] = isinstance(error, LibraryUnreadable)
        return visit.show(
            "library/intake/draft/nameless", _status(typed), **facts, needs_id=fault is not None
        )
    return visit.show(
        "library/intake/draft/examined",
        _status(typed),
        **facts,
        **_examined(visit, row.draft, candidate, typed),
    )


def fault_of_id(error: DanBietError) -> IntakeFault | None:
    """Return what is wrong with the id of a draft, None if `error` is of another kind."""
    return _FAULT_OF_ID.get(type(error))


def _examined(
    visit: Visit, draft: DocumentDraft, candidate: Prospect, typed: DraftForm
) -> dict[str, object]:
    document, previous = candidate.document, candidate.previous
    kept = FactSheet.of(candidate, visit.office.drafts.state_of_corrections(draft.key))
    sheet = typed.sheet or kept
    return {
        "candidate": candidate,
        "document": document,
        "previous": previous,
        "is_checked": draft.is_checked(candidate),
        "sheet": sheet,
        "kept": kept,
        "facts": shown_facts(candidate),
        "days": DAYS,
        "current": facts_of(document),
        "copied": facts_of(candidate.copy),
        "before": facts_of(previous) if previous else {},
        "now": _unit_of_today(visit, candidate),
        "provinces": tuple(dict.fromkeys((*proposed_provinces(candidate), *TODAY))),
        "proposed": proposed_provinces(candidate),
        "questions": _questions(candidate),
        "notes": _notes(candidate),
        "fact_of": FACT_OF,
        "fields": {"value": VALUE, "reason": REASON, "answer": ANSWER},
        "effects": effects_of(document, library(visit)),
        "matters": _matters(visit, draft, candidate),
        "tree": tree_of(document, candidate.findings),
        "changes": difference(previous, document) if previous else (),
    }


def _matters(visit: Visit, draft: DocumentDraft, candidate: Prospect) -> tuple[str, ...] | None:
    """Return what the document answers residents; None until its index was made for a trial."""
    task = visit.office.store.tasks.find(rehearsal_key(draft.key))
    fits = task is not None and task.about == candidate.fingerprint
    return findings_of(task).matters if fits else None


def _row(visit: Visit, draft: DocumentDraft) -> BringingRow:
    """Return how far `draft` is; a reading whose process has gone is begun again."""
    row = row_of(visit, draft)
    if row.state is not BringingState.READING or reading_incident(visit, draft.key):
        return row
    begin_reading(visit, draft.key)
    return row_of(visit, existing(visit, draft.key))


def _questions(candidate: Prospect) -> list[tuple[str, Finding, tuple[int, ...]]]:
    """Return the serious faults that a reason answers, with their codes and lines."""
    lines: dict[str, tuple[int, ...]] = {}
    for finding in candidate.findings:
        lines[code(finding)] = (*lines.get(code(finding), ()), finding.line)
    return [(code(finding), finding, lines[code(finding)]) for finding in to_answer(candidate)]


def _notes(candidate: Prospect) -> tuple[Finding, ...]:
    """Return all other faults, the worst first."""
    questions = {code(finding) for finding in to_answer(candidate)}
    order = tuple(reversed(Severity))
    others = (finding for finding in candidate.findings if code(finding) not in questions)
    return tuple(sorted(others, key=lambda finding: order.index(finding.severity)))


def _naming(visit: Visit, draft: DocumentDraft, typed: DraftForm) -> dict[str, object]:
    given_id = draft.given_id if typed.given_id is None else typed.given_id
    return {"documents": file_by_file(library(visit)), "given_id": given_id, "faults": typed.faults}


def _unit_of_today(visit: Visit, candidate: Prospect) -> str:
    """Return today's commune of the document's place, "" where nothing tells it."""
    territory = candidate.document.territory
    named = territory.commune and territory.province
    if not named or not before_mergers(candidate.document):
        return ""
    gazetteer = visit.office.edition().answerer.gazetteer
    places = gazetteer.parse(f"{territory.commune}, {territory.province}")
    names = {place.name for place in places if place.commune and place.commune != territory.commune}
    return names.pop() if len(names) == 1 else ""


def _status(typed: DraftForm) -> int:
    return 422 if typed.faults else 200
