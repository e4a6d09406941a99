"""The tables of question sets, and the path of each set."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException, Path, Query

from bot.console.quality.standards.draft import LARGEST
from bot.console.visits.visit import Visit
from bot.store.question_sets.question_sets import QuestionSet, QuestionSets
from bot.store.question_sets.set_results import SetResults
from bot.store.question_sets.set_runs import Run, SetRuns

PATH = "/bo-cau-hoi"
Number = Annotated[int, Path(ge=1, le=LARGEST)]
Before = Annotated[int | None, Query(ge=1, le=LARGEST)]


def sets(visit: Visit) -> QuestionSets:
    """Return the question sets."""
    return visit.office.store.question_sets


def runs(visit: Visit) -> SetRuns:
    """Return their runs."""
    return visit.office.store.set_runs


def results(visit: Visit) -> SetResults:
    """Return what became of each question."""
    return visit.office.store.set_results


def existing(visit: Visit, number: int) -> QuestionSet:
    """Return a set; raise HTTPException 404 where there is none."""
    question_set = sets(visit).one(number)
    if question_set is None:
        raise HTTPException(404)
    return question_set


def last_run(visit: Visit, number: int) -> Run | None:
    """Return the newest run of a set, None where there is none."""
    return next(iter(runs(visit).newest(number, visit.now, most=1)), None)


def link(number: int) -> str:
    """Return the path of a set."""
    return f"{PATH}/{number}"
