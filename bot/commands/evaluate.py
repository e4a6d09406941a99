"""`danbiet evaluate`: run a question set and print its figures."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Column, Table

from bot.answer.answerer import Answerer
from bot.answer.values import Answer
from bot.commands.ask import answer_or_refuse
from bot.commands.terminal import application, open_answerer, progress_bar, write_json
from bot.evaluation import broken_promises, compare, read_baseline, report, run
from bot.question_set import Item, read_question_set

_COLUMNS = (
    "questions", "answerable", "recall@1", "recall@3", "recall@5", "mrr", "first_citation",
    "status_accuracy",
)  # fmt: skip
_WIDTH_OF_FILES = 120
"""Characters: where there is no terminal to ask, wide enough for the table."""


def evaluate(path: Path, as_json: bool, baseline: Path | None) -> None:
    """Print the figures of the question set at `path`, and what changed since `baseline`.

    Raises:
        BadQuestionSet: the set or the baseline cannot be read.
    """
    items = read_question_set(path)
    before = read_baseline(baseline) if baseline else None
    answerer = open_answerer(application())
    answers = _answer_all(answerer, items)
    results = [run(item, answer) for item, answer in zip(items, answers, strict=True)]
    broken = [bad for one in answers for bad in broken_promises(one.citations, answerer.library)]
    told = {"file": str(path), **report(results, len(broken))}
    if before is not None:
        told |= compare(results, before)
    if as_json:
        write_json(told, indent=2)
    else:
        _print(told)


def _answer_all(answerer: Answerer, items: tuple[Item, ...]) -> list[Answer]:
    today = date.today()  # noqa: DTZ011 - the day of the run
    answers = []
    with progress_bar("terminal/evaluating") as progress:
        for done, item in enumerate(items, start=1):
            answers.append(answer_or_refuse(answerer, item.question, item.place, today))
            progress(done, len(items))
    return answers


def _print(told: Mapping[str, Any]) -> None:
    width = None if sys.stdout.isatty() else _WIDTH_OF_FILES
    console = Console(highlight=False, markup=False, width=width)
    table = Table(*(Column(name, overflow="fold") for name in ("group", *_COLUMNS)))
    table.add_row("all", *_cells(told))
    if told["ordinary"]:
        table.add_row("all but hard", *_cells(told["ordinary"]))
    for grouping in ("by_style", "by_right"):
        table.add_section()
        for name, group in told[grouping].items():
            table.add_row(name, *_cells(group))
    console.print(table)
    console.print(f"broken promises: {told['broken_promises']}; median {told['median_ms']} ms")
    for change in ("better", "worse"):
        if change in told:
            console.print(f"{change}: {', '.join(told[change]) or 'none'}", soft_wrap=True)
    for one in told["results"]:
        if not one["is_right"]:
            console.print(
                f"wrong: {one['id']} {one['expect']} → {one['status']}"
                f" (citation {one['citation_rank']}, passage {one['rank']}): {one['question']}",
                soft_wrap=True,
            )


def _cells(figures: Mapping[str, Any]) -> list[str]:
    return ["–" if figures[name] is None else str(figures[name]) for name in _COLUMNS]
