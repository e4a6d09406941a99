"""The jobs that take minutes, done aside: rehearsals, and updates of the index."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answer.answerer import Answerer
from bot.console.visits.office import Office
from bot.publishing.obstacles import words_for
from bot.publishing.publisher import Publisher
from bot.publishing.tasks import UPDATE, Phase, Superseded, Task, TaskLost, Tasks
from bot.publishing.turn import Busy
from bot.serving.incidents import record
from index.embedding.embedder import Progress
from knowledge.errors import DanBietError
from knowledge.library.intake.proposal import Proposal


@dataclass(frozen=True, slots=True)
class PublishingJob:
    """The rehearsal `task` of `proposal`, against what is `serving`, on a day."""

    key: str
    proposal: Proposal
    serving: Answerer
    task: Task
    on: date


def rehearse(office: Office, job: PublishingJob) -> None:
    """Do `job`; a fault ends it and is told by the task."""

    def outcome() -> dict[str, Any]:
        publisher = office.publisher
        _forget_removed(office, publisher)
        publisher.prepare(job.key, job.proposal, _report(office, job.key, job.task))
        matters = publisher.matters(job.key, job.proposal)
        publisher.tasks.note(job.key, job.task, office.clock(), matters=matters)
        asking = _report(office, job.key, job.task, Phase.ASKING)
        return {"outcome": publisher.rehearse(job.key, job.proposal, job.serving, job.on, asking)}

    _do(office, job.key, job.task, outcome)


def update(office: Office, task: Task) -> None:
    """Bring the index up to date; a fault ends it and is told by the task."""

    def outcome() -> dict[str, Any]:
        office.publisher.update(_report(office, UPDATE, task), task.who)
        with suppress(DanBietError):
            office.refresh()
        return {}

    _do(office, UPDATE, task, outcome)


def _do(office: Office, key: str, task: Task, work: Callable[[], dict[str, Any]]) -> None:
    try:
        ending = work()
    except Superseded:
        return
    except Busy as busy:
        ending = {"refusal": words_for(busy)}
    except DanBietError as error:
        ending = {"refusal": words_for(error), "incident": record(error, office.incidents)}
    except Exception as error:  # noqa: BLE001 - nobody waits who could be told
        ending = {"incident": record(error, office.incidents)}
    with suppress(Superseded, TaskLost):
        office.publisher.tasks.note(key, task, office.clock(), has_ended=True, **ending)


def _report(office: Office, key: str, task: Task, phase: Phase = Phase.BUILDING) -> Progress:
    """Return what notes progress, having noted that `phase` begins."""
    tasks: Tasks = office.publisher.tasks

    def report(done: int, total: int) -> None:
        tasks.note(key, task, office.clock(), phase=phase, done=done, total=total)

    report(0, 0)
    return report


def _forget_removed(office: Office, publisher: Publisher) -> None:
    """Remove what was made for drafts that are there no more."""
    known = publisher.tasks.keys()
    # in this order: a draft that comes meanwhile is none of those known
    there = {draft.key for draft in office.drafts.all()}
    for key in known - there - {UPDATE}:
        publisher.forget(key)
        publisher.tasks.remove(key)
