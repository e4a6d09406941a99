"""A rehearsal: the answers of a candidate of the index beside those that residents get now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from time import monotonic

from bot.answer.answerer import Answerer
from bot.evaluation.asking import answer_or_refuse
from bot.evaluation.result import run
from bot.publishing.rehearsing.change import (
    AnswerChange,
    ChangeGroup,
    ChangeVerdict,
    RehearsedAnswer,
    is_among,
)
from bot.publishing.rehearsing.trials import Trial
from index.embedding.embedder import Progress

PATIENCE = 180.0
"""Seconds that the questions from a document's own words may take."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The result of a rehearsal: how many questions were `asked`, and which answers change.

    `own` of them were made from the words of the document, which `passed_over` more were not for
    want of time; `waiting` of them wait in the inbox. `matters` are what residents ask about that
    the document speaks of, the best known first.
    """

    asked: int
    changes: tuple[AnswerChange, ...]
    own: int = 0
    passed_over: int = 0
    waiting: int = 0
    matters: tuple[str, ...] = ()

    def count(self, verdict: ChangeVerdict) -> int:
        """Return how many of the changes are worth that."""
        return sum(change.verdict is verdict for change in self.changes)

    @property
    def news(self) -> int:
        """Return how many of the questions that wait in the inbox would be answered now."""
        return sum(change.is_news for change in self.changes)

    @property
    def in_order(self) -> tuple[AnswerChange, ...]:
        """Return the changes group by group; in each those for the worse first, then the better.

        A question that somebody waits for comes before one that nobody does.
        """
        groups, verdicts = list(ChangeGroup), list(ChangeVerdict)
        return tuple(
            sorted(
                self.changes,
                key=lambda change: (
                    groups.index(change.group),
                    verdicts.index(change.verdict),
                    change.case is None,
                ),
            )
        )

    @property
    def groups(self) -> dict[ChangeGroup, tuple[AnswerChange, ...]]:
        """Return the changes of each group that has any, as they are `in_order`."""
        grouped = groupby(self.in_order, lambda change: change.group)
        return {group: tuple(changes) for group, changes in grouped}


def rehearse(
    trials: Sequence[Trial],
    serving: Answerer,
    candidate: Answerer,
    day: date,
    progress: Progress,
    clock: Callable[[], float] = monotonic,
) -> Rehearsal:
    """Return which of the questions of `trials` on `day` the two answer in other words.

    Of those made from the words of provisions it tells which `candidate` does not answer from
    there; once they have taken `PATIENCE` by the `clock`, the rest of them is passed over.
    """
    changes, counted, until = list[AnswerChange](), list[Trial](), clock() + PATIENCE
    for done, trial in enumerate(trials, start=1):
        if trial.provision is None or clock() < until:
            counted.append(trial)
            changes += _tried(trial, serving, candidate, day)
        progress(done, len(trials))
    return Rehearsal(
        asked=len(counted),
        changes=tuple(changes),
        own=sum(trial.provision is not None for trial in counted),
        passed_over=len(trials) - len(counted),
        waiting=sum(trial.case is not None for trial in counted),
    )


def _tried(trial: Trial, serving: Answerer, candidate: Answerer, day: date) -> list[AnswerChange]:
    """Return the change that `trial` shows, if it shows one."""
    after = _told(trial, candidate, day)
    before = None if trial.provision else _told(trial, serving, day)
    if before and before.text == after.text:
        return []
    if trial.provision and after.answers and is_among(trial.provision, after.cited):
        return []
    return [AnswerChange(trial.question, trial.place, before, after, trial.provision, trial.case)]


def _told(trial: Trial, answerer: Answerer, day: date) -> RehearsedAnswer:
    answer = answer_or_refuse(answerer, trial.question, trial.place, trial.on or day)
    cited = tuple(citation.address for citation in answer.citations)
    is_right = run(trial.item, answer).is_right if trial.item else None
    return RehearsedAnswer(answer.status, answer.text, is_right, cited)
