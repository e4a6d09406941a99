"""Reading the files of drafts, which is done aside from the pages."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from bot.console.visits.visit import Visit
from bot.serving.worker import Report
from bot.store.tasks import Task, TaskState, UnderWay
from knowledge.library.intake.drafts import Drafts, UnknownDraft

READINGS = "reading/"
"""The beginning of the keys of the tasks that read drafts."""


def begin_reading(visit: Visit, draft: str) -> None:
    """Let a draft be read, unless it is being read."""
    task = Task(reading_key(draft), visit.name, visit.now)
    with suppress(UnderWay):
        visit.office.worker.begin(task, partial(_read, visit.office.drafts, draft))


def is_being_read(visit: Visit, draft: str) -> bool:
    """Return True if a process reads a draft."""
    task = visit.office.store.tasks.find(reading_key(draft))
    return task is not None and task.state(visit.now).is_under_way


def reading_incident(visit: Visit, draft: str) -> str:
    """Return the trace id of the fault that ended the last reading of a draft, "" for none."""
    task = visit.office.store.tasks.find(reading_key(draft))
    return task.incident if task and task.noted is TaskState.FAILED else ""


def reading_key(draft: str) -> str:
    """Return the key of the task that reads a draft."""
    return f"{READINGS}{draft}"


def _read(drafts: Drafts, draft: str, _: Report) -> None:
    try:
        drafts.read(draft)
    except Exception:
        with suppress(UnknownDraft):  # a draft that was removed meanwhile needs no reading
            drafts.one(draft)
            raise
