"""Running a question set: how often the right provision comes first and the status is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.answer.values import Answer, Citation, Status
from bot.question_set import BadQuestionSet, Item
from index.metrics import Quality, quality, rank_of_gold, recall_at
from knowledge.resolution import Resolution
from knowledge.text import normalise

HARD = "hard"
"""The style of questions in everyday words, with hardly a word of the text."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one question.

    `rank` is the place, from 1, of the first right passage among those found, `citation_rank` of
    the first right citation; None where there is no right one.
    """

    id: str
    question: str
    expect: Status
    status: Status
    rank: int | None
    citation_rank: int | None
    style: str | None
    right: str | None
    milliseconds: float

    @property
    def is_right(self) -> bool:
        """Return True if the status is right and, for an answer, the first citation too."""
        if self.status is not self.expect:
            return False
        return self.expect is not Status.ANSWERED or self.citation_rank == 1


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a group: of all questions, of those with an answer, and of what was cited.

    `found` says how well the passages were found; `first_citation` is the share of questions with
    an answer whose first citation is right.
    """

    questions: int
    status_accuracy: float
    found: Quality
    first_citation: float

    def as_dict(self) -> dict[str, Any]:
        """Return the figures by the names that `danbiet evaluate --json` gives them.

        Those of questions with an answer are None where there is no such question.
        """
        of_answerable = {
            "recall@1": self.found.recall_at_1,
            "recall@3": self.found.recall_at_3,
            "recall@5": self.found.recall_at_5,
            "mrr": self.found.mean_reciprocal_rank,
            "first_citation": self.first_citation,
        }
        return {
            "questions": self.questions,
            "answerable": self.found.questions,
            **{
                name: round(figure, 4) if self.found.questions else None
                for name, figure in of_answerable.items()
            },
            "status_accuracy": round(self.status_accuracy, 4),
        }


def run(item: Item, answer: Answer) -> Result:
    """Return what the `answer` to `item` is worth."""
    gold = item.addresses
    return Result(
        id=item.id,
        question=item.question,
        expect=item.expect,
        status=answer.status,
        rank=rank_of_gold([hit.address for hit in answer.passages], gold),
        citation_rank=rank_of_gold([citation.address for citation in answer.citations], gold),
        style=item.style,
        right=item.right,
        milliseconds=answer.timings_ms.get("total", 0.0),
    )


def figures(results: Sequence[Result]) -> Figures:
    """Return the figures of `results`, at least one."""
    answerable = [result for result in results if result.expect is Status.ANSWERED]
    return Figures(
        questions=len(results),
        status_accuracy=sum(one.status is one.expect for one in results) / len(results),
        found=quality([result.rank for result in answerable]),
        first_citation=recall_at([result.citation_rank for result in answerable], 1),
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


def broken_promises(
    citations: Iterable[Citation], library: Mapping[str, Resolution]
) -> list[Citation]:
    """Return the citations whose provision does not exist or does not hold the quote."""
    return [citation for citation in citations if not _stands(citation, library)]


def report(results: Sequence[Result], broken: int) -> dict[str, Any]:
    """Return all that `danbiet evaluate --json` prints but the comparison.

    `broken` counts citations that keep no promise; "ordinary" are all styles but `HARD`.
    """
    spent = sorted(result.milliseconds for result in results)
    ordinary = [result for result in results if result.style != HARD]
    return {
        **figures(results).as_dict(),
        "broken_promises": broken,
        "median_ms": round(spent[len(spent) // 2], 2),
        "ordinary": figures(ordinary).as_dict() if ordinary else None,
        "by_style": _as_dicts(figures_by(results, lambda result: result.style)),
        "by_right": _as_dicts(figures_by(results, lambda result: result.right)),
        "results": [{**asdict(result), "is_right": result.is_right} for result in results],
    }


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


def _stands(citation: Citation, library: Mapping[str, Resolution]) -> bool:
    resolution = library.get(citation.address.resolution)
    provision = resolution.find(citation.address) if resolution else None
    return provision is not None and normalise(citation.quote) in normalise(provision.words)


def _as_dicts(groups: Mapping[str, Figures]) -> dict[str, dict[str, Any]]:
    return {name: group.as_dict() for name, group in groups.items()}
