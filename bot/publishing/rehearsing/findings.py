"""The findings of a rehearsal, as its task keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import JsonValue, TypeAdapter, ValidationError

from bot.publishing.rehearsing.rehearsal import Rehearsal
from bot.store.tasks import Task


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of a rehearsal so far, `against` the number of the version that served.

    `matters` are what residents ask about that the candidate speaks of, None until its index is
    there; `rehearsal` is None until all is asked.
    """

    against: str = ""
    matters: tuple[str, ...] | None = None
    rehearsal: Rehearsal | None = None

    def to_json(self) -> JsonValue:
        """Return the findings as a task keeps them."""
        kept: JsonValue = _FINDINGS.dump_python(self, mode="json")
        return kept


_FINDINGS = TypeAdapter(Findings)


def rehearsal_key(draft: str) -> str:
    """Return the key of the task that rehearses a draft."""
    return f"{REHEARSALS}{draft}"


REHEARSALS = "rehearsal/"
"""The beginning of the keys of all rehearsals."""


def findings_of(task: Task | None) -> Findings:
    """Return what the task of a rehearsal keeps; nothing of one from another release."""
    try:
        return _FINDINGS.validate_python(task.outcome) if task and task.outcome else Findings()
    except ValidationError:
        return Findings()
