"""The pages of the runs of a set."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response

from bot.console.quality.standards.draft import LARGEST, Word
from bot.console.quality.standards.lookup import (
    PATH,
    Number,
    existing,
    last_run,
    link,
    results,
    runs,
    sets,
)
from bot.console.quality.standards.run_job import RunJob, end_failed, run_set
from bot.console.quality.trial.question import trial_link
from bot.console.visits.visit import CurrentVisit
from bot.store.accounts.audit import StaffAction
from bot.store.question_sets.question_sets import set_key
from bot.store.question_sets.set_results import RunComparison, View
from bot.store.tasks import Task, UnderWay

PAGES = APIRouter(prefix=PATH)
_A_PAGE = 50
_MOST_TELLING = (View.WORSE, View.BETTER, View.WRONG)


@PAGES.post("/{number}/chay")
def start(visit: CurrentVisit, number: Number, phien_ban: Annotated[Word, Form()] = "") -> Response:
    """Begin a run over a version of the index, the one that serves unless another is chosen."""
    question_set, office = existing(visit, number), visit.office
    items = tuple(each.item for each in reversed(sets(visit).questions(number)))
    serving, kept = office.edition(), office.editions()
    version = phien_ban or serving.version
    if version != serving.version and version not in kept:
        raise HTTPException(404)
    if not items:
        return visit.go(link(number))
    task = Task(set_key(number), visit.name, visit.now, total=len(items))
    try:
        run = runs(visit).begin(number, version, len(items), task)
    except UnderWay:
        return visit.go(link(number))
    opened = (lambda: serving) if version == serving.version else kept[version]
    job = RunJob(run, items, opened, visit.today)
    office.worker.do(
        task, partial(run_set, runs(visit), job), partial(end_failed, runs(visit), run)
    )
    return visit.done(StaffAction.SET_RUN, link(number), question_set.name)


@PAGES.post("/{number}/dung")
def stop(visit: CurrentVisit, number: Number) -> Response:
    """Let the run that is under way end soon."""
    question_set = existing(visit, number)
    visit.office.store.tasks.stop(set_key(number))
    return visit.done(StaffAction.SET_RUN_STOPPED, link(number), question_set.name)


@PAGES.get("/{number}/tien-do")
def show_progress(visit: CurrentVisit, number: Number) -> Response:
    """Show how far the last run is, as a part of the set's page."""
    question_set = existing(visit, number)
    return visit.show("quality/standards/progress", set=question_set, last=last_run(visit, number))


@PAGES.get("/{number}/lan/{run}")
def show(
    visit: CurrentVisit,
    number: Number,
    run: Number,
    xem: View | None = None,
    sau: Annotated[int, Query(ge=-1, le=LARGEST)] = -1,
) -> Response:
    """Show a run: its figures, and question by question what changed since the one before."""
    question_set, current = existing(visit, number), runs(visit).one(number, run, visit.now)
    if current is None:
        raise HTTPException(404)
    before = runs(visit).before(current, visit.now)
    compared = RunComparison(number, run, before.number if before else None)
    counts = results(visit).counts(compared)
    view = xem or next((each for each in _MOST_TELLING if counts[each]), View.ALL)
    page = results(visit).page(compared, view, _A_PAGE + 1, sau)
    rows, here = page[:_A_PAGE], f"{link(number)}/lan/{run}"
    return visit.show(
        "quality/standards/run",
        set=question_set,
        run=current,
        before=before,
        counts=counts,
        view=view,
        rows=[(row, trial_link(row.result.question, row.place or "")) for row in rows],
        here=here,
        further=f"{here}?xem={view}&sau={rows[-1].position}" if len(page) > _A_PAGE else "",
        is_further=sau >= 0,
    )
