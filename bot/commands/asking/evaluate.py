"""`danbiet evaluate`: run a question set and print its figures."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
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
from bot.evaluation.question_set import Facts, Item, read_question_set
from bot.evaluation.report import report
from bot.evaluation.result import Result, broken_promises, run

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
    told = {"file": str(path), **report(results, broken)}
    if before is not None:
        told |= compare(results, before)
    if as_json:
        write_json(told, indent=2)
    else:
        _print(told)


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


def _print(told: Mapping[str, Any]) -> None:
    width = None if sys.stdout.isatty() else _WIDTH_OF_FILES
    console = Console(highlight=False, markup=False, width=width)
    console.print(_figures_table(told))
    console.print(_statuses_table(told["statuses"]))
    console.print(_reliability_table(told["reliability"]))
    console.print(f"broken promises: {told['broken_promises']}; median {told['median_ms']} ms")
    for change in ("better", "worse", "facts_better", "facts_worse"):
        if change in told:
            console.print(f"{change}: {', '.join(told[change]) or 'none'}", soft_wrap=True)
    for line in (*_wrong(told["results"]), *_unsaid(told["results"])):
        console.print(line, soft_wrap=True)


def _wrong(results: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for one in results:
        if not one["is_right"]:
            places = f"citation {one['citation_rank']}, passage {one['rank']}"
            facts = f", missing {_alternatives(one['missing_facts'])}" if _lacks(one) else ""
            came = f"{one['id']} {one['expect']} → {one['status']} ({places}{facts})"
            yield f"wrong: {came}: {one['question']}"


def _unsaid(results: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield what is right but for the facts that its answer does not say."""
    for one in results:
        if one["is_right"] and _lacks(one):
            facts = _alternatives(one["missing_facts"])
            yield f"unsaid: {one['id']} (missing {facts}): {one['question']}"


def _lacks(result: Mapping[str, Any]) -> bool:
    return bool(result["missing_facts"])


def _alternatives(facts: Facts) -> str:
    """Return `facts` as people read them: "hai phần ba" or "2/3"; "trưởng thôn"."""
    return "; ".join(" or ".join(f'"{words}"' for words in group) for group in facts)


def _figures_table(told: Mapping[str, Any]) -> Table:
    table = Table(*(Column(name, overflow="fold") for name in ("group", *_COLUMNS)))
    table.add_row("all", *_cells(told))
    if told["ordinary"]:
        table.add_row("all but hard", *_cells(told["ordinary"]))
    for grouping in ("by_style", "by_right", "by_resolution", "baselines"):
        table.add_section()
        for name, group in told[grouping].items():
            table.add_row(name, *_cells(group))
    return table


def _statuses_table(statuses: Mapping[str, Mapping[str, int]]) -> Table:
    table = Table("expected", *(status.value for status in Status))
    for expected, got in statuses.items():
        table.add_row(expected, *(str(count) for count in got.values()))
    return table


def _reliability_table(told: Mapping[str, Any]) -> Table:
    summary = f"Brier {told['brier']}, calibration error {told['expected_calibration_error']}"
    table = Table("claimed between", "questions", "claimed", "right", title=summary)
    for one in told["bins"]:
        between = f"{one['low']:.1f}–{one['high']:.1f}"
        table.add_row(between, str(one["questions"]), str(one["claimed"]), str(one["right"]))
    return table


def _cells(figures: Mapping[str, Any]) -> list[str]:
    told = (figures.get(name) for name in _COLUMNS)
    return ["–" if figure is None else str(figure) for figure in told]
