"""The list of cases, and what it can be narrowed to."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from bot.console.cases.lookup import LARGEST, PATH, caseload, failures
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.caseload.caseload import Filter
from bot.store.talk.cases import CaseState, Need
from knowledge.matters.topic import Right

PAGES = APIRouter(prefix=PATH)
_A_PAGE = 20
_Anything = Literal[""]
_EVERY = "moi"


class CaseFilter(BaseModel):
    """The fields, by their names; "" leaves a choice open, `trang_thai` "moi" every state."""

    trang_thai: CaseState | Literal["moi"] = CaseState.OPEN
    loai: Need | _Anything = ""
    kenh: Annotated[str, Field(max_length=64, pattern=r"^[\w-]*$")] = ""
    quyen: Right | _Anything = ""
    cua_toi: Annotated[str, Field(max_length=1)] = ""
    truoc: Annotated[int, Field(ge=1, le=LARGEST)] | None = None

    def link(self, before: int | None = None) -> str:
        """Return the link to this list, from the concern before `before` on."""
        facts = {**self.model_dump(mode="json", exclude={"truoc"}), "truoc": before}
        return f"{PATH}?{urlencode({name: value for name, value in facts.items() if value})}"

    def filter(self, visit: Visit) -> Filter:
        """Return the filter of the store that these fields stand for."""
        edition, topics = visit.office.edition(), None
        if self.quyen:
            topics = edition.catalogue.topics(Right(self.quyen), tuple(edition.answerer.library))
        return Filter(
            state=None if self.trang_thai == _EVERY else CaseState(self.trang_thai),
            need=Need(self.loai) if self.loai else None,
            channel=self.kenh,
            topics=None if topics is None else tuple(topic.name for topic in topics),
            account=visit.name if self.cua_toi else "",
        )


@PAGES.get("")
def show_all(visit: CurrentVisit, filters: Annotated[CaseFilter, Query()]) -> Response:
    """List the cases, a page of them, newest first."""
    page = caseload(visit).page(filters.filter(visit), _A_PAGE + 1, filters.truoc)
    rows = page[:_A_PAGE]
    return visit.show(
        "cases/list",
        filters=filters,
        cases=rows,
        undelivered=failures(visit).count(),
        channels=sorted({*visit.office.abilities, filters.kenh} - {""}),
        older=filters.link(rows[-1].latest) if len(page) > _A_PAGE else "",
        newest=filters.link() if filters.truoc else "",
    )
