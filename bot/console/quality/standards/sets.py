"""The pages of the question sets themselves."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Form, Response, UploadFile
from pydantic import BaseModel

from bot.console.choosing.choices import describe
from bot.console.quality.standards.draft import Name, Said, golds_of
from bot.console.quality.standards.faults import Faults, QuestionSetFault
from bot.console.quality.standards.lookup import (
    PATH,
    Before,
    Number,
    existing,
    last_run,
    link,
    runs,
    sets,
)
from bot.console.quality.standards.transfer import QuestionUpload, as_lines, read_upload
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from bot.store.question_sets.question_sets import SetTaken

PAGES = APIRouter(prefix=PATH)
REMOVAL = APIRouter(prefix=PATH)
"""The pages for admins alone."""

_LONGEST_NAME = 120
_SETS, _QUESTIONS, _RUNS = 20, 50, 10
"""Rows of a page."""


class SetNaming(BaseModel):
    """The fields of a form that names a set."""

    ten: Name = ""
    mo_ta: Said = ""

    @property
    def name(self) -> str:
        """Return the name, "" if no set can have it."""
        name = unicodedata.normalize("NFC", self.ten).strip()
        return name if len(name) <= _LONGEST_NAME and name.isprintable() else ""


@dataclass(frozen=True, slots=True)
class SetPageState:
    """The part of each list that a page shows, and the form that was sent to it."""

    before: int | None = None
    runs_before: int | None = None
    typed: SetNaming = field(default_factory=SetNaming)
    upload: QuestionUpload = field(default_factory=QuestionUpload)


@PAGES.get("")
def show_all(visit: CurrentVisit, truoc: Before = None) -> Response:
    """List the sets, with forms for another."""
    return _list(visit, SetPageState(truoc))


@PAGES.post("")
def add(visit: CurrentVisit, typed: Annotated[SetNaming, Form()]) -> Response:
    """Add an empty set."""
    number, faults = new_set(visit, typed)
    if not number:
        return _list(visit, SetPageState(typed=typed), faults)
    return visit.done(StaffAction.SET_ADDED, link(number), typed.name)


@PAGES.post("/nhap")
def read_in(visit: CurrentVisit, tep: UploadFile, ten: Annotated[Name, Form()] = "") -> Response:
    """Make a set of the questions in a file."""
    upload, typed = read_upload(tep), SetNaming(ten=ten)
    number, faults = (0, upload.faults) if upload.fault else new_set(visit, typed)
    if not number:
        under = {"ten": "ten_tep", "tep": "tep"}
        faults_of_file = {under[name]: fault for name, fault in faults.items()}
        return _list(visit, SetPageState(typed=typed, upload=upload), faults_of_file)
    sets(visit).put(number, upload.items)
    return visit.done(StaffAction.SET_IMPORTED, link(number), typed.name)


@PAGES.get("/{number}")
def show(visit: CurrentVisit, number: Number, truoc: Before = None, lan: Before = None) -> Response:
    """Show a set: its questions, its runs, and what can be done with it."""
    return _page(visit, number, SetPageState(truoc, lan))


@PAGES.post("/{number}/sua")
def change(visit: CurrentVisit, number: Number, typed: Annotated[SetNaming, Form()]) -> Response:
    """Give a set another name and description."""
    existing(visit, number)
    if not typed.name:
        return _page(visit, number, SetPageState(), {"ten": QuestionSetFault.NAME})
    try:
        sets(visit).change(number, typed.name, typed.mo_ta.strip())
    except SetTaken:
        return _page(visit, number, SetPageState(), {"ten": QuestionSetFault.NAME_TAKEN})
    return visit.done(StaffAction.SET_CHANGED, link(number), typed.name)


@PAGES.post("/{number}/nhap")
def read_more(visit: CurrentVisit, number: Number, tep: UploadFile) -> Response:
    """Add the questions in a file to a set; those that it has under the same id are replaced."""
    question_set, upload = existing(visit, number), read_upload(tep)
    if upload.fault:
        return _page(visit, number, SetPageState(upload=upload), upload.faults)
    sets(visit).put(number, upload.items)
    return visit.done(StaffAction.SET_IMPORTED, link(number), question_set.name)


@PAGES.get("/{number}/tai-ve")
def write_out(visit: CurrentVisit, number: Number) -> Response:
    """Give the questions of a set as a file, oldest first."""
    existing(visit, number)
    content = as_lines(question.item for question in reversed(sets(visit).questions(number)))
    name = f'attachment; filename="bo-cau-hoi-{number}.jsonl"'
    return Response(content, media_type="application/jsonl", headers={"Content-Disposition": name})


@REMOVAL.post("/{number}/xoa")
def remove(visit: CurrentVisit, number: Number, chac_chan: Annotated[str, Form()] = "") -> Response:
    """Remove a set with its questions and runs."""
    question_set = existing(visit, number)
    if not chac_chan:
        return _page(visit, number, SetPageState(), {"chac_chan": QuestionSetFault.NOT_SURE})
    sets(visit).remove(number)
    return visit.done(StaffAction.SET_REMOVED, PATH, question_set.name)


def new_set(visit: Visit, typed: SetNaming) -> tuple[int, Faults]:
    """Return the number of a new set, or 0 and what is wrong with its name."""
    if not typed.name:
        return 0, {"ten": QuestionSetFault.NAME}
    try:
        return sets(visit).add(typed.name, typed.mo_ta.strip(), visit.now), {}
    except SetTaken:
        return 0, {"ten": QuestionSetFault.NAME_TAKEN}


def _list(visit: Visit, shown: SetPageState, faults: Faults | None = None) -> Response:
    page = sets(visit).newest(_SETS + 1, shown.before)
    rows = page[:_SETS]
    return visit.show(
        "quality/standards/sets",
        422 if faults else 200,
        sets=[(question_set, last_run(visit, question_set.number)) for question_set in rows],
        older=f"{PATH}?truoc={rows[-1].number}" if len(page) > _SETS else "",
        newest=PATH if shown.before else "",
        shown=shown,
        faults=faults or {},
    )


def _page(visit: Visit, number: int, shown: SetPageState, faults: Faults | None = None) -> Response:
    question_set, here = existing(visit, number), link(number)
    library = visit.office.edition().answerer.library
    page = sets(visit).questions(number, _QUESTIONS + 1, shown.before)
    past = runs(visit).newest(number, visit.now, _RUNS + 1, shown.runs_before)
    questions, runs_shown = page[:_QUESTIONS], past[:_RUNS]
    return visit.show(
        "quality/standards/set",
        422 if faults else 200,
        set=question_set,
        questions=[(each, describe(golds_of(each.item), library)) for each in questions],
        older=f"{here}?truoc={questions[-1].number}" if len(page) > _QUESTIONS else "",
        runs=runs_shown,
        older_runs=f"{here}?lan={runs_shown[-1].number}" if len(past) > _RUNS else "",
        last=last_run(visit, number),
        serving=visit.office.edition().version,
        kept=tuple(visit.office.editions()),
        shown=shown,
        faults=faults or {},
    )
