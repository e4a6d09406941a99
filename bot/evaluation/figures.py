"""The figures of a group of questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from bot.answer.values import Status
from bot.evaluation.result import Result
from index.metrics import Quality, quality, recall_at


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group: of all questions, of those with an answer, and of what was cited.

    `found` says how well the passages were found; `first_citation` is the share of questions with
    an answer whose first citation is right; of the `given` answers `unfounded` rest on no right
    provision. `facts_said` is the share of questions with facts to say whose answer says them, None
    where there is no such question.
    """

    questions: int
    status_accuracy: float
    found: Quality
    first_citation: float
    given: int
    unfounded: int
    facts_said: float | None

    def as_dict(self) -> dict[str, Any]:
        """Return the figures by the names that `danbiet evaluate --json` gives them.

        Those of questions with an answer are None where there is no such question.
        """
        return {
            "questions": self.questions,
            "answerable": self.found.questions,
            **of_ranking(self.found),
            "first_citation": round(self.first_citation, 4) if self.found.questions else None,
            "status_accuracy": round(self.status_accuracy, 4),
            "given": self.given,
            "unfounded": round(self.unfounded / self.given, 4) if self.given else None,
            "facts_said": None if self.facts_said is None else round(self.facts_said, 4),
        }


def of_ranking(quality: Quality) -> dict[str, float | None]:
    """Return the figures of a ranking by their names, None for those of no question."""
    figures = {
        "recall@1": quality.recall_at_1,
        "recall@3": quality.recall_at_3,
        "recall@5": quality.recall_at_5,
        "mrr": quality.mean_reciprocal_rank,
    }
    return {name: round(value, 4) if quality.questions else None for name, value in figures.items()}


def answerable(results: Iterable[Result]) -> list[Result]:
    """Return the results of questions that have an answer."""
    return [result for result in results if result.expect is Status.ANSWERED]


def figures(results: Sequence[Result]) -> Figures:
    """Return the figures of `results`, at least one."""
    with_answer = answerable(results)
    given = [result for result in results if result.status is Status.ANSWERED]
    said = [result.facts_said for result in results if result.facts_said is not None]
    return Figures(
        questions=len(results),
        status_accuracy=sum(result.status is result.expect for result in results) / len(results),
        found=quality([result.rank for result in with_answer]),
        first_citation=recall_at([result.citation_rank for result in with_answer], 1),
        given=len(given),
        unfounded=sum(result.citation_rank is None for result in given),
        facts_said=fmean(said) if said else None,
    )


def figures_by(
    results: Iterable[Result], key: Callable[[Result], str | None]
) -> dict[str, Figures]:
    """Return the figures of each group of `results` by `key`; those without one are left out."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        if name := key(result):
            groups.setdefault(name, []).append(result)
    return {name: figures(members) for name, members in groups.items()}
