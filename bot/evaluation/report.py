"""All that `danbiet evaluate` tells of a question set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.answer.values import Status
from bot.evaluation.figures import answerable, figures, figures_by, of_ranking
from bot.evaluation.reliability import reliability
from bot.evaluation.result import Result
from index.metrics import quality

HARD = "hard"
"""The style of questions in everyday words, with hardly a word of the text."""

_GROUPINGS: Mapping[str, Callable[[Result], str | None]] = {
    "by_style": lambda result: result.style,
    "by_right": lambda result: result.right,
    "by_resolution": lambda result: result.resolution,
}


def report(results: Sequence[Result], broken: int) -> dict[str, Any]:
    """Return all that `danbiet evaluate --json` prints but the comparison.

    `broken` counts citations that keep no promise; "ordinary" are all styles but `HARD`.
    """
    spent = sorted(result.milliseconds for result in results)
    ordinary = [result for result in results if result.style != HARD]
    groups = {
        name: {value: group.as_dict() for value, group in figures_by(results, key).items()}
        for name, key in _GROUPINGS.items()
    }
    return {
        **figures(results).as_dict(),
        "broken_promises": broken,
        "median_ms": round(spent[len(spent) // 2], 2),
        "ordinary": figures(ordinary).as_dict() if ordinary else None,
        **groups,
        "statuses": confusion(results),
        "reliability": reliability(results),
        "baselines": baselines(answerable(results)),
        "results": [
            {**asdict(result), "is_right": result.is_right, "facts_said": result.facts_said}
            for result in results
        ],
    }


def confusion(results: Iterable[Result]) -> dict[str, dict[str, int]]:
    """Return for each status expected how many questions got each status."""
    counts = Counter((result.expect, result.status) for result in results)
    expected = [status for status in Status if any(pair[0] is status for pair in counts)]
    return {wanted.value: {got.value: counts[wanted, got] for got in Status} for wanted in expected}


def baselines(results: Sequence[Result]) -> dict[str, dict[str, float | None]]:
    """Return for each plainer way of searching how well it ranks the questions with an answer."""
    names = dict.fromkeys(name for result in results for name in result.baselines or ())
    return {
        name: of_ranking(quality([(result.baselines or {}).get(name) for result in results]))
        for name in names
    }
