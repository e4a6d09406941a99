"""Rehearsing a draft, and bringing the index up to date: work that is done aside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.answer.answerer import Answerer
from bot.console.library.intake.reading_jobs import READINGS
from bot.console.visits.office import Office
from bot.publishing.obstacles import words_for
from bot.publishing.rehearsing.findings import REHEARSALS, Findings
from bot.publishing.turn import Busy
from bot.serving.worker import Refused, Report
from bot.store.tasks import Stopped, Superseded
from knowledge.errors import DanBietError
from knowledge.library.intake.proposal import Proposal

UPDATE = "index"
"""The key of the task that brings the index up to date."""


class Phase(StrEnum):
    """What is being done; the words are in `prompts/templates/publishing/phase.j2`."""

    BUILDING = "building"
    ASKING = "asking"


@dataclass(frozen=True, slots=True)
class PublishingJob:
    """The rehearsal of `proposal`, the draft `key`, against the `serving` answerer, on a day.

    `findings` are those with which it begins.
    """

    key: str
    proposal: Proposal
    serving: Answerer
    findings: Findings
    on: date


def rehearse(office: Office, job: PublishingJob, report: Report) -> None:
    """Do `job`; raise Refused where the library or the system does not let it be done."""
    publisher = office.publisher
    with _told():
        _forget_removed(office)
        publisher.prepare(job.key, job.proposal, report.progress(Phase.BUILDING))
        matters = publisher.matters(job.key, job.proposal)
        findings = replace(job.findings, matters=matters)
        report.note(outcome=findings.to_json())
        asking = report.progress(Phase.ASKING)
        rehearsal = publisher.rehearse(job.key, job.proposal, job.serving, job.on, asking)
        report.note(outcome=replace(findings, rehearsal=rehearsal).to_json())


def update(office: Office, report: Report) -> None:
    """Bring the index up to date; raise Refused where that cannot be done."""
    with _told():
        office.publisher.update(report.progress(Phase.BUILDING), report.task.who)
        with suppress(DanBietError):
            office.refresh()


@contextmanager
def _told() -> Iterator[None]:
    """Tell the staff what stood in the way; that somebody else is at it is no incident."""
    try:
        yield
    except (Superseded, Stopped):
        raise
    except Busy as busy:
        raise Refused(words_for(busy)) from None
    except DanBietError as error:
        raise Refused(words_for(error)) from error


def _forget_removed(office: Office) -> None:
    """Remove what was made for drafts that are there no more."""
    tasks = office.store.tasks
    known = {prefix: tasks.keys(prefix) for prefix in (REHEARSALS, READINGS)}
    # in this order: a draft that comes meanwhile is none of those known
    there = {draft.key for draft in office.drafts.all()}
    for prefix, keys in known.items():
        for key in keys - {f"{prefix}{draft}" for draft in there}:
            office.publisher.forget(key.removeprefix(prefix))
            tasks.remove(key)
