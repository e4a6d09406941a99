"""The stages of a draft on its way to the residents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.console.library.intake.lookup import candidate_of, library
from bot.console.visits.visit import Visit
from bot.publishing.rehearsing.findings import findings_of, rehearsal_key
from bot.store.tasks import Task, TaskState
from knowledge.errors import DanBietError
from knowledge.library.intake.drafts import DocumentDraft
from knowledge.library.intake.history import Event, IntakeStep, history_of
from knowledge.library.intake.proposal import Proposal
from knowledge.library.intake.removal import removal_of


class DraftStage(StrEnum):
    """The step that a draft is ready for.

    The words are in `prompts/templates/console/library/publishing/stage.j2`.
    """

    UNREAD = "unread"
    UNUSABLE = "unusable"
    SAME = "same"
    HALF_DONE = "half_done"
    UNCHECKED = "unchecked"
    TO_TRY = "to_try"
    RUNNING = "running"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    OUTDATED = "outdated"
    TRIED = "tried"


CAN_BE_TRIED = frozenset(
    {
        DraftStage.TO_TRY,
        DraftStage.FAILED,
        DraftStage.INTERRUPTED,
        DraftStage.OUTDATED,
        DraftStage.TRIED,
    }
)


@dataclass(frozen=True, slots=True)
class DraftStanding:
    """A draft as it stands, with its last rehearsal.

    There is no `proposal` where the draft cannot be one. `document` is the id of the document that
    is just like it in the library, "" for none.
    """

    draft: DocumentDraft
    stage: DraftStage
    proposal: Proposal | None = None
    task: Task | None = None
    document: str = ""


def standing_of(visit: Visit, key: str) -> DraftStanding:
    """Return how a draft stands now; raise UnknownDraft."""
    drafts, shelves = visit.office.drafts, visit.office.materials.shelves
    draft = drafts.one(key)
    if draft.unreadable or not drafts.is_read(key):
        return DraftStanding(draft, DraftStage.UNREAD)
    try:
        proposal = proposal_of(visit, draft)
        if proposal.changes_nothing:
            same = proposal.id
            is_put = draft.brought in history_of(same, shelves)
            return DraftStanding(
                draft, DraftStage.HALF_DONE if is_put else DraftStage.SAME, document=same
            )
        if not draft.is_removal and not _is_checked(visit, draft):
            return DraftStanding(draft, DraftStage.UNCHECKED, proposal)
    except DanBietError:
        return DraftStanding(draft, DraftStage.UNUSABLE)
    task = visit.office.store.tasks.find(rehearsal_key(key))
    return DraftStanding(draft, _stage(visit, key, proposal, task), proposal, task)


def proposal_of(visit: Visit, draft: DocumentDraft) -> Proposal:
    """Return what the library is to become; raise LastDocument, and as `candidate_of` does."""
    if not draft.is_removal:
        return candidate_of(visit, draft)
    return removal_of(draft.given_id, visit.office.materials.shelves, library(visit))


def _is_checked(visit: Visit, draft: DocumentDraft) -> bool:
    candidate = candidate_of(visit, draft)
    return not candidate.serious and draft.is_checked(candidate)


def events_of(visit: Visit, standing: DraftStanding, resolution: str) -> tuple[Event, ...]:
    """Return the events of a published draft that its history lacks."""
    known = history_of(resolution, visit.office.materials.shelves)
    draft = standing.draft
    last = IntakeStep.REMOVED if draft.is_removal else IntakeStep.PUBLISHED
    steps = (*draft.events, Event(visit.now, visit.name, last, draft.reason))
    return tuple(step for step in steps if step not in known)


def _stage(visit: Visit, key: str, proposal: Proposal, task: Task | None) -> DraftStage:
    if task is None:
        return DraftStage.TO_TRY
    match task.state(visit.now):
        case TaskState.RUNNING | TaskState.STOPPING:
            return DraftStage.RUNNING
        case TaskState.FAILED:
            return DraftStage.FAILED
        case TaskState.INTERRUPTED | TaskState.STOPPED:
            return DraftStage.INTERRUPTED
        case TaskState.DONE:
            return _stage_of_tried(visit, key, proposal, task)
        case state:
            assert_never(state)


def _stage_of_tried(visit: Visit, key: str, proposal: Proposal, task: Task) -> DraftStage:
    """Return TRIED if the rehearsal fits the present library and version, else OUTDATED."""
    office = visit.office
    tried = (task.about, findings_of(task).against)
    is_current = tried == (proposal.fingerprint, office.edition().version)
    is_current = is_current and office.publisher.is_prepared(key, proposal)
    return DraftStage.TRIED if is_current else DraftStage.OUTDATED
