"""The list of matters, and what it can be narrowed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from bot.console.guide.approvals.pages import newest as newest_approvals
from bot.console.guide.approvals.pages import to_review
from bot.console.guide.matters.figures import MatterFigures, figures
from bot.console.guide.matters.matter_shelf import PATH, MatterShelf, link, matter_shelf
from bot.console.quality.statistics.period import PeriodPreset, named
from bot.console.visits.visit import CurrentVisit
from knowledge.language.text import syllables
from knowledge.law.references.citation import document_label
from knowledge.law.resolution import Resolution
from knowledge.matters.topic import Right, Topic

PAGES = APIRouter(prefix=PATH)
_A_PAGE = 20
_APPROVALS = 3
"""Approved answers that stand above the list; a page of their own has all."""
_NO_NUL = r"^[^\x00]*$"
_Anything = Literal[""]
_Tick = Annotated[str, Field(max_length=1)]


class MatterFilter(BaseModel):
    """The fields, by their names; "" leaves a choice open."""

    tim: Annotated[str, Field(max_length=200, pattern=_NO_NUL)] = ""
    quyen: Right | _Anything = ""
    van_ban: Annotated[str, Field(max_length=255, pattern=_NO_NUL)] = ""
    tam_ngung: _Tick = ""
    can_bo: _Tick = ""
    ky: PeriodPreset = PeriodPreset.MONTH
    trang: Annotated[int, Field(ge=1, le=10_000)] = 1

    def link(self, page: int = 1) -> str:
        """Return the link to this list, to its page number `page`."""
        facts = {**self.model_dump(mode="json"), "trang": page if page > 1 else ""}
        return f"{PATH}?{urlencode({name: value for name, value in facts.items() if value})}"

    def admits(self, topic: Topic, shelf: MatterShelf) -> bool:
        """Return True if `topic` is among what is sought."""
        return (
            (not self.quyen or self.quyen in topic.rights)
            and (
                not self.van_ban or any(answer.document == self.van_ban for answer in topic.answers)
            )
            and (not self.can_bo or topic.id in shelf.own)
            and set(syllables(self.tim)) <= _words(topic)
            and (not self.tam_ngung or shelf.is_suspended(topic))
        )


@PAGES.get("")
def show_all(visit: CurrentVisit, filters: Annotated[MatterFilter, Query()]) -> Response:
    """List the matters, a page of them, those that are asked most first."""
    shelf = matter_shelf(visit)
    counts = figures(visit.office.store, named(filters.ky, visit.today))
    topics = _often_first((topic for topic in shelf.topics if filters.admits(topic, shelf)), counts)
    end = filters.trang * _A_PAGE
    page = topics[end - _A_PAGE : end]
    return visit.show(
        "guide/matters/list",
        filters=filters,
        topics=[
            (topic, counts.get(topic.name, MatterFigures()), shelf.is_suspended(topic))
            for topic in page
        ],
        total=len(topics),
        to_review=to_review(visit.office),
        approvals=newest_approvals(visit, _APPROVALS) if filters == MatterFilter() else (),
        own=shelf.own,
        shipped=shelf.matters.shipped(),
        documents=_documents(shelf),
        known=shelf.known,
        is_current=visit.office.publisher.is_current(),
        older=filters.link(filters.trang + 1) if end < len(topics) else "",
        newest=filters.link() if filters.trang > 1 else "",
        link=link,
    )


def _often_first(topics: Iterable[Topic], counts: Mapping[str, MatterFigures]) -> list[Topic]:
    return sorted(topics, key=lambda topic: -counts.get(topic.name, MatterFigures()).questions)


def _documents(shelf: MatterShelf) -> list[Resolution]:
    """Return the documents on which lines rest, by name."""
    named_by = {answer.document for topic in shelf.topics for answer in topic.answers}
    return sorted(
        (shelf.known[document] for document in named_by if document in shelf.known),
        key=document_label,
    )


@lru_cache(2048)
def _words(topic: Topic) -> frozenset[str]:
    plain, office = (
        (answer.short for answer in topic.answers),
        (answer.short for answer in topic.office),
    )
    said = (topic.name, *topic.questions, *plain, *office)
    return frozenset(syllables(" ".join(said)))
