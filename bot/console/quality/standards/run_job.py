"""Running a question set, aside from the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from bot.answer.edition import Edition
from bot.console.visits.office import Office
from bot.evaluation.asking import answer_or_refuse
from bot.evaluation.question_set import Item
from bot.evaluation.report import report
from bot.evaluation.result import Result, broken_promises, run
from bot.serving.incidents import record
from bot.store.database.errors import StoreError
from bot.store.question_sets.set_results import SetResult
from bot.store.question_sets.set_runs import SetRuns

_AT_ONCE = 10
"""Questions between two signs of life: some tenths of a second."""


@dataclass(frozen=True, slots=True)
class RunJob:
    """The run number `run`: `items` to ask of an edition, on a day."""

    run: int
    items: tuple[Item, ...]
    opened: Callable[[], Edition]
    on: date


def work(office: Office, job: RunJob) -> None:
    """Do `job` until it is done or stopped; a fault ends it and is recorded."""
    runs = SetRuns(office.store.database)
    try:
        runs.end(job.run, _ask_all(office, runs, job))
    except Exception as error:  # noqa: BLE001 - nobody waits who could be told
        incident = record(error, office.incidents)
        with suppress(StoreError):
            runs.end(job.run, None, incident)


def _ask_all(office: Office, runs: SetRuns, job: RunJob) -> dict[str, Any] | None:
    """Return the figures of what was asked, None if the run was stopped before anything was."""
    edition, results, broken = job.opened(), list[Result](), 0
    answered = enumerate(_answers(edition, job))
    while batch := tuple(islice(answered, _AT_ONCE)):
        results += [result for _, (_, result, _) in batch]
        broken += sum(lost for _, (_, _, lost) in batch)
        results_of_batch = [SetResult(at, result, item.place) for at, (item, result, _) in batch]
        if not runs.note(job.run, results_of_batch, office.clock()):
            break
    return _figures(results, broken) if results else None


def _answers(edition: Edition, job: RunJob) -> Iterator[tuple[Item, Result, int]]:
    """Yield what became of each question, and how many of its citations keep no promise."""
    answerer = edition.answerer
    for item in job.items:
        answer = answer_or_refuse(answerer, item.question, item.place, job.on)
        lost = broken_promises(answer.citations, answerer.library)
        yield item, run(item, answer), len(lost)


def _figures(results: Sequence[Result], broken: int) -> dict[str, Any]:
    """Return the report without the results, which stand in rows of their own."""
    whole = report(results, broken)
    return {name: value for name, value in whole.items() if name not in {"results", "baselines"}}
