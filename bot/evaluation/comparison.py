"""The comparison of a report with an earlier one: what got better and worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.evaluation.question_set import BadQuestionSet
from bot.evaluation.result import Result
from knowledge.matters.jsonl import LineFault

_REPORT = TypeAdapter(dict[str, Any])


@dataclass(frozen=True, slots=True)
class Baseline:
    """For each question id of an earlier report whether it was right.

    `facts_said` tells whether its answer said the facts, for those questions that asked for some.
    """

    is_right: Mapping[str, bool]
    facts_said: Mapping[str, bool]


def read_baseline(path: Path) -> Baseline:
    """Return what became of each question of an earlier report.

    Raises:
        BadQuestionSet: the file is no report of `danbiet evaluate --json`.
    """
    try:
        results = _REPORT.validate_json(path.read_bytes())["results"]
        is_right = {str(result["id"]): bool(result["is_right"]) for result in results}
        said = {str(result["id"]): result.get("facts_said") for result in results}
    except (OSError, ValueError, LookupError, TypeError) as error:
        fault = LineFault("no_report", "is no report of `danbiet evaluate --json`")
        raise BadQuestionSet(path, fault) from error
    return Baseline(
        is_right, {name: bool(share) for name, share in said.items() if share is not None}
    )


def compare(results: Sequence[Result], before: Baseline) -> dict[str, list[str]]:
    """Return the ids of the questions that got better and of those that got worse.

    So, too, by the facts said, where both runs had a question that asks for some.
    """
    changes = _changes([(result.id, result.is_right) for result in results], before.is_right)
    said = [(result.id, result.facts_said) for result in results if result.facts_said is not None]
    if any(name in before.facts_said for name, _ in said):
        changes |= {f"facts_{how}": ids for how, ids in _changes(said, before.facts_said).items()}
    return changes


def _changes(now: Iterable[tuple[str, bool]], before: Mapping[str, bool]) -> dict[str, list[str]]:
    known = [(name, holds) for name, holds in now if name in before]
    return {
        "better": [name for name, holds in known if holds and not before[name]],
        "worse": [name for name, holds in known if not holds and before[name]],
    }
