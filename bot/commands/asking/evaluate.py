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
from bot.answer.values import Status
from bot.commands.asking.ask import evidence_or_none
from bot.commands.terminal import application, open_answerer, progress_bar, write_json
from bot.evaluation.asking import answer_or_refuse
from bot.evaluation.baselines import plainer_rankings
from bot.evaluation.comparison import compare, read_baseline
from bot.evaluation.question_set import Item, read_question_set
from bot.evaluation.report import report
from bot.evaluation.result import Result, broken_promises, run
from prompts.render import render

_COLUMNS = (
    "questions", "answerable", "recall@1", "recall@3", "recall@5", "mrr", "first_citation",
    "status_accuracy", "unfounded", "facts_said",
)  # fmt: skip
_WIDTH_OF_FILES = 150
"""Characters: where there is no terminal to ask, wide enough for the table."""


def evaluate(path: Path, as_json: bool, baseline: Path | None) -> None:
    """Print the figures of the question set at `path`, and what changed since `baseline`.

    Raises:
        BadQuestionSet: the set or the baseline cannot be read.
    """
    items = read_question_set(path)
    before = read_baseline(baseline) if baseline else None
    answerer = open_answerer(application())
    results, broken = _run_all(answerer, items)
    figures = {"file": str(path), **report(results, broken)}
    if before is not None:
        figures |= compare(results, before)
    if as_json:
        write_json(figures, indent=2)
    else:
        _print(figures)


def _run_all(answerer: Answerer, items: tuple[Item, ...]) -> tuple[list[Result], int]:
    """Return what became of each question, and how many citations keep no promise."""
    today = date.today()  # noqa: DTZ011 - the day of the run
    results, broken = [], 0
    with progress_bar("terminal/evaluating") as progress:
        for done, item in enumerate(items, start=1):
            answer = answer_or_refuse(answerer, item.question, item.place, today)
            evidence = evidence_or_none(answerer, item.question, item.place, today)
            plainer = plainer_rankings(evidence.found.hits) if evidence else {}
            results.append(run(item, answer, plainer))
            broken += len(broken_promises(answer.citations, answerer.library))
            progress(done, len(items))
    return results, broken


def _print(figures: Mapping[str, Any]) -> None:
    width = None if sys.stdout.isatty() else _WIDTH_OF_FILES
    console = Console(highlight=False, markup=False, width=width)
    console.print(_figures_table(figures))
    console.print(_statuses_table(figures["statuses"]))
    console.print(_reliability_table(figures["reliability"]))
    console.print(_words("broken", figures=figures))
    for change in ("better", "worse", "facts_better", "facts_worse"):
        if change in figures:
            ids = figures[change]
            console.print(_words("changed", change=change, ids=ids), soft_wrap=True)
    wrong = [result for result in figures["results"] if not result["is_right"]]
    unsaid = [
        result for result in figures["results"] if result["is_right"] and result["missing_facts"]
    ]
    for result in (*wrong, *unsaid):
        console.print(_words("wrong", result=result), soft_wrap=True)


def _figures_table(figures: Mapping[str, Any]) -> Table:
    names = _words("columns").splitlines()
    table = Table(*(Column(name, overflow="fold") for name in names))
    table.add_row(_words("group", group="all"), *_cells(figures))
    if figures["ordinary"]:
        table.add_row(_words("group", group="ordinary"), *_cells(figures["ordinary"]))
    for grouping in ("by_style", "by_right", "by_resolution", "baselines"):
        table.add_section()
        for name, group in figures[grouping].items():
            table.add_row(name, *_cells(group))
    return table


def _statuses_table(statuses: Mapping[str, Mapping[str, int]]) -> Table:
    table = Table(*(_words("status", status=name) for name in ("expected", *Status)))
    for expected, counts in statuses.items():
        cells = (str(count) for count in counts.values())
        table.add_row(_words("status", status=expected), *cells)
    return table


def _reliability_table(figures: Mapping[str, Any]) -> Table:
    title = _words("reliability", figures=figures)
    table = Table(*_words("reliability_columns").splitlines(), title=title)
    for group in figures["bins"]:
        between = f"{group['low']:.1f}–{group['high']:.1f}"
        figures_of_group = (group["questions"], group["claimed"], group["right"])
        table.add_row(between, *map(str, figures_of_group))
    return table


def _cells(figures: Mapping[str, Any]) -> list[str]:
    values = (figures.get(name) for name in _COLUMNS)
    return ["–" if figure is None else str(figure) for figure in values]


def _words(template: str, **facts: object) -> str:
    return render(f"terminal/evaluation/{template}", **facts)
