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
from bot.console.guide.matters.shelf import PATH, Shelf, link, shelf
from bot.console.quality.statistics.period import Preset, named
from bot.console.visits.visit import Here
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
    ky: Preset = Preset.MONTH
    trang: Annotated[int, Field(ge=1, le=10_000)] = 1

    def link(self, page: int = 1) -> str:
        """Return the link to this list, to its page number `page`."""
        facts = {**self.model_dump(mode="json"), "trang": page if page > 1 else ""}
        return f"{PATH}?{urlencode({name: its for name, its in facts.items() if its})}"

    def admits(self, topic: Topic, its: Shelf) -> bool:
        """Return True if `topic` is among what is sought."""
        return (
            (not self.quyen or self.quyen in topic.rights)
            and (not self.van_ban or any(one.document == self.van_ban for one in topic.answers))
            and (not self.can_bo or topic.id in its.own)
            and set(syllables(self.tim)) <= _words(topic)
            and (not self.tam_ngung or its.is_suspended(topic))
        )


@PAGES.get("")
def show_all(visit: Here, sought: Annotated[MatterFilter, Query()]) -> Response:
    """List the matters, a page of them, those that are asked most first."""
    its = shelf(visit)
    counts = figures(visit.office.store.database, named(sought.ky, visit.today))
    found = _often_first((one for one in its.topics if sought.admits(one, its)), counts)
    end = sought.trang * _A_PAGE
    shown = found[end - _A_PAGE : end]
    return visit.show(
        "matters/list",
        sought=sought,
        topics=[
            (one, counts.get(one.name, MatterFigures()), its.is_suspended(one)) for one in shown
        ],
        total=len(found),
        to_review=to_review(visit.office),
        approvals=newest_approvals(visit, _APPROVALS) if sought == MatterFilter() else (),
        own=its.own,
        shipped=its.matters.shipped(),
        documents=_documents(its),
        known=its.known,
        is_current=visit.office.publisher.is_current(),
        older=sought.link(sought.trang + 1) if end < len(found) else "",
        newest=sought.link() if sought.trang > 1 else "",
        link=link,
    )


def _often_first(topics: Iterable[Topic], counts: Mapping[str, MatterFigures]) -> list[Topic]:
    return sorted(topics, key=lambda one: -counts.get(one.name, MatterFigures()).asked)


def _documents(its: Shelf) -> list[Resolution]:
    """Return the documents on which lines rest, by name."""
    named_by = {one.document for topic in its.topics for one in topic.answers}
    return sorted((its.known[one] for one in named_by if one in its.known), key=document_label)


@lru_cache(2048)
def _words(topic: Topic) -> frozenset[str]:
    plain, office = (one.short for one in topic.answers), (one.short for one in topic.office)
    said = (topic.name, *topic.questions, *plain, *office)
    return frozenset(syllables(" ".join(said)))
