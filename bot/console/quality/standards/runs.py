"""The pages of the runs of a set."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response

from bot.console.quality.standards.draft import LARGEST, Word
from bot.console.quality.standards.shelf import (
    PATH,
    Number,
    existing,
    last_run,
    link,
    results,
    runs,
    sets,
)
from bot.console.quality.standards.work import RunJob, work
from bot.console.quality.trial.asked import TrialQuestion
from bot.console.visits.visit import Here
from bot.store.accounts.audit import StaffAction
from bot.store.question_sets.set_results import RunComparison, SetResult, View
from bot.store.question_sets.set_runs import RunUnderWay

PAGES = APIRouter(prefix=PATH)
_A_PAGE = 50
_MOST_TELLING = (View.WORSE, View.BETTER, View.WRONG)


@PAGES.post("/{number}/chay")
def start(visit: Here, number: Number, phien_ban: Annotated[Word, Form()] = "") -> Response:
    """Begin a run over a version of the index, the one that serves unless another is chosen."""
    one, office = existing(visit, number), visit.office
    items = tuple(each.item for each in reversed(sets(visit).questions(number)))
    serving, kept = office.edition(), office.kept()
    version = phien_ban or serving.version
    if version != serving.version and version not in kept:
        raise HTTPException(404)
    if not items:
        return visit.go(link(number))
    try:
        run = runs(visit).begin(number, version, visit.name, len(items), visit.now)
    except RunUnderWay:
        return visit.go(link(number))
    opened = (lambda: serving) if version == serving.version else kept[version]
    office.background(partial(work, office, RunJob(run, items, opened, visit.today)))
    return visit.done(StaffAction.SET_RUN, link(number), one.name)


@PAGES.post("/{number}/dung")
def stop(visit: Here, number: Number) -> Response:
    """Let the run that is under way end soon."""
    one = existing(visit, number)
    runs(visit).stop(number)
    return visit.done(StaffAction.SET_RUN_STOPPED, link(number), one.name)


@PAGES.get("/{number}/tien-do")
def show_progress(visit: Here, number: Number) -> Response:
    """Show how far the last run is, as a part of the set's page."""
    one = existing(visit, number)
    return visit.show("standards/progress", set=one, last=last_run(visit, number))


@PAGES.get("/{number}/lan/{run}")
def show(
    visit: Here,
    number: Number,
    run: Number,
    xem: View | None = None,
    sau: Annotated[int, Query(ge=-1, le=LARGEST)] = -1,
) -> Response:
    """Show a run: its figures, and question by question what changed since the one before."""
    one, its = existing(visit, number), runs(visit).one(number, run, visit.now)
    if its is None:
        raise HTTPException(404)
    before = runs(visit).before(its, visit.now)
    compared = RunComparison(number, run, before.number if before else None)
    counts = results(visit).counts(compared)
    view = xem or next((each for each in _MOST_TELLING if counts[each]), View.ALL)
    found = results(visit).page(compared, view, _A_PAGE + 1, sau)
    rows, here = found[:_A_PAGE], f"{link(number)}/lan/{run}"
    return visit.show(
        "standards/run",
        set=one,
        run=its,
        before=before,
        counts=counts,
        view=view,
        rows=[(row, _trial(row)) for row in rows],
        here=here,
        further=f"{here}?xem={view}&sau={rows[-1].position}" if len(found) > _A_PAGE else "",
        is_further=sau >= 0,
    )


def _trial(row: SetResult) -> str:
    """Return the link to try the question of `row`, "" where no link could hold it."""
    asked = TrialQuestion.model_construct(hoi=row.result.question, noi=row.place or "")
    return asked.link
