"""What got better and worse since an earlier report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.evaluation.result import Result
from bot.question_set import BadQuestionSet

_BASELINE = TypeAdapter(dict[str, Any])


def read_baseline(path: Path) -> Mapping[str, bool]:
    """Return for each question id of an earlier report whether it was right.

    Raises:
        BadQuestionSet: the file is no report of `danbiet evaluate --json`.
    """
    try:
        found = _BASELINE.validate_json(path.read_bytes())
        return {str(one["id"]): bool(one["is_right"]) for one in found["results"]}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise BadQuestionSet(path, "is no report of `danbiet evaluate --json`") from error


def compare(results: Iterable[Result], before: Mapping[str, bool]) -> dict[str, list[str]]:
    """Return the ids of the questions that got better and of those that got worse."""
    known = [result for result in results if result.id in before]
    return {
        "better": [one.id for one in known if one.is_right and not before[one.id]],
        "worse": [one.id for one in known if not one.is_right and before[one.id]],
    }
