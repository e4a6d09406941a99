"""Running a question set, which is done aside from the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from bot.answer.edition import Edition
from bot.evaluation.asking import answer_or_refuse
from bot.evaluation.question_set import Item
from bot.evaluation.report import report as report_on
from bot.evaluation.result import Result, broken_promises, run
from bot.serving.worker import Report
from bot.store.question_sets.set_results import SetResult
from bot.store.question_sets.set_runs import SetRuns
from bot.store.tasks import Stopped, TaskState

_AT_ONCE = 10
"""Questions between two signs of progress: some tenths of a second."""


@dataclass(frozen=True, slots=True)
class RunJob:
    """The run number `run`: `items` to ask of an edition, on a day."""

    run: int
    items: tuple[Item, ...]
    opened: Callable[[], Edition]
    on: date


def run_set(runs: SetRuns, job: RunJob, report: Report) -> None:
    """Do `job` until it is done or stopped; a run that was stopped has the figures so far."""
    edition, results, broken = job.opened(), list[Result](), 0
    answered, state = enumerate(_answers(edition, job)), TaskState.DONE
    while batch := tuple(islice(answered, _AT_ONCE)):
        results += [result for _, (_, result, _) in batch]
        broken += sum(lost for _, (_, _, lost) in batch)
        runs.add(job.run, [SetResult(at, one, item.place) for at, (item, one, _) in batch])
        try:
            report.note(done=len(results))
        except Stopped:
            state = TaskState.STOPPED
            break
    runs.end(job.run, state, _figures(results, broken))


def end_failed(runs: SetRuns, run: int, incident: str) -> None:
    """Note that a run was ended by a fault."""
    runs.end(run, TaskState.FAILED, None, incident)


def _answers(edition: Edition, job: RunJob) -> Iterator[tuple[Item, Result, int]]:
    """Yield what became of each question, and how many of its citations keep no promise."""
    answerer = edition.answerer
    for item in job.items:
        answer = answer_or_refuse(answerer, item.question, item.place, job.on)
        lost = broken_promises(answer.citations, answerer.library)
        yield item, run(item, answer), len(lost)


def _figures(results: Sequence[Result], broken: int) -> dict[str, Any]:
    """Return the report without the results, which stand in rows of their own."""
    figures = report_on(results, broken)
    return {name: value for name, value in figures.items() if name not in {"results", "baselines"}}
