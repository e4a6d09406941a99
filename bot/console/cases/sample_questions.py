"""Questions of residents that become sample questions: from the next build of the index on."""

from __future__ import annotations

import unicodedata
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response
from pydantic import BaseModel, Field, Json

from bot.console.anchors import reading_link
from bot.console.cases.faults import CaseFault, Faults
from bot.console.cases.lookup import PATH, Number, existing, link
from bot.console.choosing.gold import Gold
from bot.console.choosing.offers import OfferRequest, offers_for
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.law.references.citation import provision_label
from knowledge.law.resolution import Address
from knowledge.matters.staff.own_samples import Sample, add_sample, read_samples, remove_sample
from knowledge.matters.topic import key

PAGES = APIRouter(prefix=PATH)
LIST = f"{PATH}/cau-mau"
_A_PAGE = 50
_NO_NUL = r"^[^\x00]*$"
_SEARCH = "tim"
_Typed = Annotated[str, Field(max_length=2000, pattern=_NO_NUL)]
_Name = Annotated[str, Field(max_length=200, pattern=_NO_NUL)]


class SampleDraft(BaseModel):
    """The fields, by their names; `noi` and `tim` only help to find the provision `can_cu`."""

    cau_hoi: _Typed = ""
    noi: _Name = ""
    tim: _Name = ""
    can_cu: Json[Gold] | None = None
    viec: Annotated[str, Field(max_length=10)] = ""

    @property
    def address(self) -> Address | None:
        """Return the provision that was chosen."""
        return self.can_cu.address if self.can_cu else None


@PAGES.get("/cau-mau")
def show_all(visit: CurrentVisit, trang: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
    """List the sample questions, the newest first."""
    every = read_samples(visit.office.materials.samples)[::-1]
    end = trang * _A_PAGE
    library = visit.office.edition().answerer.library
    return visit.show(
        "cases/samples",
        samples=[
            (sample, library.get(sample.provision.resolution))
            for sample in every[end - _A_PAGE : end]
        ],
        older=f"{LIST}?trang={trang + 1}" if end < len(every) else "",
        newest=LIST if trang > 1 else "",
        link=reading_link,
    )


@PAGES.post("/cau-mau/xoa")
def remove(visit: CurrentVisit, cau_hoi: Annotated[str, Form(max_length=2000)] = "") -> Response:
    """Remove a sample question."""
    remove_sample(visit.office.materials.samples, cau_hoi)
    return visit.done(StaffAction.SAMPLE_REMOVED, LIST)


@PAGES.get("/{number}/cau-mau")
def begin(visit: CurrentVisit, number: Number, draft: Annotated[SampleDraft, Query()]) -> Response:
    """Show the form for a sample question."""
    return _form(visit, number, draft)


@PAGES.post("/{number}/cau-mau")
def add(visit: CurrentVisit, number: Number, draft: Annotated[SampleDraft, Form()]) -> Response:
    """Add a sample question, or show what is looked for in its form."""
    existing(visit, number)
    if draft.viec == _SEARCH:
        return _form(visit, number, draft)
    faults, address = _faults(visit, draft), draft.address
    if faults or address is None:
        return _form(visit, number, draft, faults)
    question = unicodedata.normalize("NFC", draft.cau_hoi).strip()
    add_sample(visit.office.materials.samples, Sample(question, address))
    about = f"{provision_label(address)} {address.resolution}"
    return visit.done(StaffAction.SAMPLE_ADDED, link(number), about)


def _faults(visit: Visit, draft: SampleDraft) -> Faults:
    faults: Faults = {}
    if not key(draft.cau_hoi):
        faults["cau_hoi"] = CaseFault.QUESTION
    address, library = draft.address, visit.office.edition().answerer.library
    document = library.get(address.resolution) if address else None
    if document is None or address is None or document.find(address) is None:
        faults["can_cu"] = CaseFault.PROVISION
    return faults


def _form(visit: Visit, number: int, draft: SampleDraft, faults: Faults | None = None) -> Response:
    case = existing(visit, number)
    wish = OfferRequest(draft.cau_hoi, draft.noi, draft.tim)
    chosen = (draft.can_cu,) if draft.can_cu else ()
    return visit.show(
        "cases/sample",
        422 if faults else 200,
        case=case,
        draft=draft,
        offers=offers_for(visit, wish, chosen),
        path=link(number),
        faults=faults or {},
    )
