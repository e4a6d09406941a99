"""Writes docs/evaluation.md: the figures of the question sets named on the command line.

`python scripts/report.py FILE…` asks each question of each JSONL file through `danbiet evaluate`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs" / "evaluation.md"
_COLUMNS = (
    "questions", "answerable", "recall@1", "recall@3", "recall@5", "mrr", "first_citation",
    "status_accuracy", "unfounded", "facts_said",
)  # fmt: skip
_INTRODUCTION = """\
# How well it answers

Written by `.venv/bin/python scripts/report.py FILE…` on {day}; each table is what
`danbiet evaluate FILE` prints.

- recall@k: of the questions that have an answer, the share with a right passage among the first k
  found; mrr: the mean of one over its rank.
- first_citation: the share whose answer cites a right provision first. A citation that is wider
  than a right one counts as wrong.
- status_accuracy: of all questions, the share that got the right status (answered, not_found,
  out_of_scope, no_resolution, small_talk).
- unfounded: of the answers that were given, the share that rests on no right provision.
- facts_said: of the questions that name facts which their answer must say (`must_say`), the share
  whose answer says all of them, in any of the wordings allowed.
- broken promises: quotes that are not in the cited provision, or citations that do not exist.
- Brier: the mean squared difference between what an answer claims for its first citation and what
  comes true; calibration error: the mean gap between claim and share right, in five bins.
- bm25, dense, reciprocal_ranks: how plainer searches, of the same provisions, rank the questions
  that have an answer; search: how the search does before what it finds is judged.

`dev` guided the development. `ordinary`, `statuses` and `everyday` (in `tests/question_sets`)
were written from the texts alone, without a look at the program, at its topics or at each other.
The weights of search, fit and decision were then learned from all four, from `training/learn/sets`
and from `training/texts` (`python -m training.learn FOLDER FILE…`): their tables flatter a little.
On folds left out the same command printed, right provision first / among five, by search and by
fit: ordinary 0.975/1.000 and 0.988/0.994, everyday 0.858/0.969 and 0.890/0.984, the real
residents' manner with the law 0.851/0.995 and 0.899/0.995, the same told without its text
0.552/0.694 and 0.596/0.689, eight made-up resolutions that came in 0.63/0.83 and 0.72/0.90.
The sets in `tests/question_sets/law` were never learned from: `residents` and `facts` in the
manner of real residents, `decided` what was asked of the resolutions and the law decides. They
are asked here of what ships alone, without the text of the law: only plain answers can say it.

The style `hard` is everyday language with hardly a word of the text. A dash stands where a group
has no question that the figure counts.
"""


def main(files: list[str]) -> None:
    """Evaluate `files` and write the report."""
    sections = [_INTRODUCTION.format(day=date.today())]  # noqa: DTZ011 - the day of the run here
    sections += [_section(Path(file)) for file in files]
    REPORT.write_text("\n".join(sections), encoding="utf-8")


def _section(path: Path) -> str:
    command = [sys.executable, "-m", "bot", "evaluate", str(path), "--json"]
    figures = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)  # noqa: S603 - our own command
    rows = "\n".join(_rows(figures))
    return (
        f"## {path.stem}\n\n| group | {' | '.join(_COLUMNS)} |\n|{'---|' * (len(_COLUMNS) + 1)}\n"
        f"{rows}\n\n{_statuses(figures['statuses'])}\n{_reliability(figures['reliability'])}\n"
        f"Broken promises: {figures['broken_promises']}."
        f" Median time of an answer: {figures['median_ms']} ms.\n"
    )


def _statuses(figures: Mapping[str, Mapping[str, int]]) -> str:
    """Return the table of the statuses that were expected (rows) and given (columns)."""
    columns = list(dict.fromkeys(name for counts in figures.values() for name in counts))
    head = f"| expected | {' | '.join(columns)} |\n|{'---|' * (len(columns) + 1)}\n"
    return head + "".join(
        f"| {expected} | {' | '.join(str(counts[name]) for name in columns)} |\n"
        for expected, counts in figures.items()
    )


def _reliability(figures: Mapping[str, Any]) -> str:
    if not figures["bins"]:
        return ""
    rows = "".join(
        f"| {part['low']:.1f}–{part['high']:.1f} | {part['questions']} | {part['claimed']:.2f}"
        f" | {part['right']:.2f} |\n"
        for part in figures["bins"]
    )
    return (
        f"| claimed between | questions | claimed | right |\n|---|---|---|---|\n{rows}\n"
        f"Brier {figures['brier']}, calibration error {figures['expected_calibration_error']}.\n"
    )


def _rows(figures: Mapping[str, Any]) -> Iterator[str]:
    yield _row("all", figures)
    if figures["ordinary"]:
        yield _row("all but hard", figures["ordinary"])
    for grouping in ("by_style", "by_right", "by_resolution", "baselines"):
        for name, group in figures[grouping].items():
            yield _row(name, group)


def _row(name: str, figures: Mapping[str, Any]) -> str:
    values = (figures.get(column) for column in _COLUMNS)
    cells = ("–" if value is None else str(value) for value in values)
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    main(sys.argv[1:])
