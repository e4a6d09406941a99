"""The steps that find provisions: the search, and the judgement of what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from bot.answer.quoting.guide import Guide
from bot.answer.selection.estimate import estimate
from bot.answer.selection.evidence import Evidence, is_over
from bot.answer.selection.fit.ranking import CANDIDATES
from bot.answer.selection.scope import Inquiry, Reach
from bot.answer.values import Reading
from index.hit import Found, Hit, TopicHit
from knowledge.language.text import fold
from knowledge.law.resolution import Resolution
from knowledge.parsing.subject import concerns_grassroots_democracy
from knowledge.validity.validity import StateChange, changes_in

Fit = Callable[[Reading, Found, Mapping[str, Resolution]], Found]
"""Ranks anew the provisions that were found for a question in a library."""
_FORM: Final = re.compile(r"\b(?:bieu mau|mau(?: so)? \d|mau (?:don|to khai|giay)|theo mau)\b")


class Searcher(Protocol):
    """The index, as the answer needs it."""

    def search(
        self, question: str, resolutions: Collection[str] | None = None, limit: int | None = 10
    ) -> Found:
        """Return what is found for `question`, the hits among `resolutions` (None for all).

        Without a `limit` all that was looked at is told.
        """

    def nearness(self, question: str, groups: Mapping[str, tuple[str, ...]]) -> Mapping[str, float]:
        """Return how near `question` comes to each of `groups` of samples, which the index lacks.

        The scores compare with those of the topics that are found.
        """

    def closeness(self, question: str, other: str) -> float:
        """Return the cosine of the meanings of two questions."""

    def topics(self, question: str) -> tuple[TopicHit, ...]:
        """Return every topic with how near it comes to `question`, the nearest first."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A question, and the provisions that were found for it in documents of any field."""

    inquiry: Inquiry
    found: Found


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, and the evidence in documents of the field.

    `of_others` is the evidence in documents of other fields, None if nothing is found in them.
    """

    inquiry: Inquiry
    of_field: Evidence
    of_others: Evidence | None = None


class Search:
    """Finds and judges provisions in one version of the `library`."""

    def __init__(
        self, searcher: Searcher, library: Mapping[str, Resolution], guide: Guide, fit: Fit
    ) -> None:
        self.library, self.guide = library, guide
        self.known: Mapping[str, Resolution] = {**library, **guide.summaries}
        self.searcher, self._fit = searcher, fit
        self.changes = changes_in(tuple(library.values()))
        self._concerns = cache(lambda name: concerns_grassroots_democracy(library[name]))

    def find(self, inquiry: Inquiry) -> Searched:
        """Return the question with the provisions that may answer it."""
        # documents of two fields are judged apart: each is to have its candidates
        return Searched(inquiry, self._found(inquiry.reading, inquiry.reach, 2 * CANDIDATES))

    def judge(self, searched: Searched) -> Judged:
        """Return the evidence in documents of the field, and in those of other fields."""
        inquiry, results = searched.inquiry, searched.found
        if inquiry.reach.documents:
            return Judged(inquiry, self.evidence(inquiry, results))
        others = results.kept(lambda hit: not self._concerns(hit.address.resolution))
        # with nothing of other fields to compare with, what was found stays as it is
        of_field = (
            results.kept(lambda hit: self._concerns(hit.address.resolution))
            if others.anywhere
            else results
        )
        by_others = self.evidence(inquiry, others) if others.hits else None
        return Judged(inquiry, self.evidence(inquiry, of_field), by_others)

    def evidence(self, inquiry: Inquiry, results: Found) -> Evidence:
        """Return `results` as evidence, each provision judged."""
        reading, reach = inquiry.reading, inquiry.reach
        judged = self._fit(reading, results, self.known)
        estimated = estimate(reading, judged)
        changes = self.in_force(reach)
        return Evidence(reading, reach, judged, estimated, self.known, changes, self.guide)

    def unjudged(self, inquiry: Inquiry) -> Evidence:
        """Return all that the search finds in the library, before it is judged."""
        reading, reach = inquiry.reading, inquiry.reach
        results = self._found(reading, reach, None)
        changes = self.in_force(reach)
        return Evidence(reading, reach, results, estimate(reading, results), self.library, changes)

    def unjudged_beyond(self, inquiry: Inquiry) -> Evidence:
        """Return all that the search finds told of documents that are not here."""
        reading = inquiry.reading
        beyond = inquiry.reach.of(tuple(self.guide.summaries.values()))
        results = self.searcher.search(reading.searched, beyond.ids, None)
        return Evidence(reading, beyond, results, estimate(reading, results), self.known)

    def in_force(self, reach: Reach) -> tuple[StateChange, ...]:
        """Return the changes that documents have made to each other by the day asked about."""
        days = {scope.day for scope in reach.scopes}
        return tuple(change for change in self.changes if any(map(change.holds, days)))

    def _found(self, reading: Reading, reach: Reach, limit: int | None) -> Found:
        """Return the provisions found within `reach` and anywhere that stand in the library.

        Forms to be filled in rule nothing: they answer only a question about a form.
        """
        changes = self.in_force(reach)
        forms = asks_for_form(reading.searched)

        def may_answer(hit: Hit) -> bool:
            resolution = self.library.get(hit.address.resolution)
            if resolution is None or resolution.find(hit.address) is None:
                return False
            return not is_over(hit.address, changes) and (forms or not is_form(hit, resolution))

        return self.searcher.search(reading.searched, reach.ids, limit).kept(may_answer)


def asks_for_form(text: str) -> bool:
    """Return True if `text` speaks of a form."""
    return _FORM.search(fold(text)) is not None


def is_form(hit: Hit, resolution: Resolution) -> bool:
    """Return True if `hit` is an annex of `resolution` that is to be filled in."""
    annex = resolution.annex_of(hit.address)
    return annex is not None and annex.is_form
