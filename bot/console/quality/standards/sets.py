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
from bot.console.quality.standards.shelf import (
    PATH,
    Before,
    Number,
    existing,
    last_run,
    link,
    runs,
    sets,
)
from bot.console.quality.standards.transfer import Upload, as_lines, read_upload
from bot.console.visits.visit import Here, Visit
from bot.store.accounts.audit import StaffAction
from bot.store.question_sets.question_sets import SetTaken

PAGES = APIRouter(prefix=PATH)
REMOVAL = APIRouter(prefix=PATH)
"""What only admins may do."""

_LONGEST_NAME = 120
_SETS, _QUESTIONS, _RUNS = 20, 50, 10
"""Rows of a page."""


class Naming(BaseModel):
    """The fields of a form that names a set."""

    ten: Name = ""
    mo_ta: Said = ""

    @property
    def name(self) -> str:
        """Return the name, "" if no set can have it."""
        name = unicodedata.normalize("NFC", self.ten).strip()
        return name if len(name) <= _LONGEST_NAME and name.isprintable() else ""


@dataclass(frozen=True, slots=True)
class SetShown:
    """What part of a page's lists is shown, and what was sent before it."""

    before: int | None = None
    runs_before: int | None = None
    typed: Naming = field(default_factory=Naming)
    upload: Upload = field(default_factory=Upload)


@PAGES.get("")
def show_all(visit: Here, truoc: Before = None) -> Response:
    """List the sets, with forms for another."""
    return _list(visit, SetShown(truoc))


@PAGES.post("")
def add(visit: Here, typed: Annotated[Naming, Form()]) -> Response:
    """Add an empty set."""
    number, faults = new_set(visit, typed)
    if not number:
        return _list(visit, SetShown(typed=typed), faults)
    return visit.done(StaffAction.SET_ADDED, link(number), typed.name)


@PAGES.post("/nhap")
def read_in(visit: Here, tep: UploadFile, ten: Annotated[Name, Form()] = "") -> Response:
    """Make a set of the questions in a file."""
    upload, typed = read_upload(tep), Naming(ten=ten)
    number, faults = (0, upload.faults) if upload.fault else new_set(visit, typed)
    if not number:
        under = {"ten": "ten_tep", "tep": "tep"}
        told = {under[name]: fault for name, fault in faults.items()}
        return _list(visit, SetShown(typed=typed, upload=upload), told)
    sets(visit).put(number, upload.items)
    return visit.done(StaffAction.SET_IMPORTED, link(number), typed.name)


@PAGES.get("/{number}")
def show(visit: Here, number: Number, truoc: Before = None, lan: Before = None) -> Response:
    """Show a set: its questions, its runs, and what can be done with it."""
    return _page(visit, number, SetShown(truoc, lan))


@PAGES.post("/{number}/sua")
def change(visit: Here, number: Number, typed: Annotated[Naming, Form()]) -> Response:
    """Give a set another name and description."""
    existing(visit, number)
    if not typed.name:
        return _page(visit, number, SetShown(), {"ten": QuestionSetFault.NAME})
    try:
        sets(visit).change(number, typed.name, typed.mo_ta.strip())
    except SetTaken:
        return _page(visit, number, SetShown(), {"ten": QuestionSetFault.NAME_TAKEN})
    return visit.done(StaffAction.SET_CHANGED, link(number), typed.name)


@PAGES.post("/{number}/nhap")
def read_more(visit: Here, number: Number, tep: UploadFile) -> Response:
    """Add the questions in a file to a set; those that it has under the same id are replaced."""
    one, upload = existing(visit, number), read_upload(tep)
    if upload.fault:
        return _page(visit, number, SetShown(upload=upload), upload.faults)
    sets(visit).put(number, upload.items)
    return visit.done(StaffAction.SET_IMPORTED, link(number), one.name)


@PAGES.get("/{number}/tai-ve")
def write_out(visit: Here, number: Number) -> Response:
    """Give the questions of a set as a file, oldest first."""
    existing(visit, number)
    content = as_lines(one.item for one in reversed(sets(visit).questions(number)))
    name = f'attachment; filename="bo-cau-hoi-{number}.jsonl"'
    return Response(content, media_type="application/jsonl", headers={"Content-Disposition": name})


@REMOVAL.post("/{number}/xoa")
def remove(visit: Here, number: Number, chac_chan: Annotated[str, Form()] = "") -> Response:
    """Remove a set with its questions and runs."""
    one = existing(visit, number)
    if not chac_chan:
        return _page(visit, number, SetShown(), {"chac_chan": QuestionSetFault.NOT_SURE})
    sets(visit).remove(number)
    return visit.done(StaffAction.SET_REMOVED, PATH, one.name)


def new_set(visit: Visit, typed: Naming) -> tuple[int, Faults]:
    """Return the number of a new set, or 0 and what is wrong with its name."""
    if not typed.name:
        return 0, {"ten": QuestionSetFault.NAME}
    try:
        return sets(visit).add(typed.name, typed.mo_ta.strip(), visit.now), {}
    except SetTaken:
        return 0, {"ten": QuestionSetFault.NAME_TAKEN}


def _list(visit: Visit, shown: SetShown, faults: Faults | None = None) -> Response:
    found = sets(visit).newest(_SETS + 1, shown.before)
    rows = found[:_SETS]
    return visit.show(
        "standards/sets",
        422 if faults else 200,
        sets=[(one, last_run(visit, one.number)) for one in rows],
        older=f"{PATH}?truoc={rows[-1].number}" if len(found) > _SETS else "",
        newest=PATH if shown.before else "",
        shown=shown,
        faults=faults or {},
    )


def _page(visit: Visit, number: int, shown: SetShown, faults: Faults | None = None) -> Response:
    one, here = existing(visit, number), link(number)
    library = visit.office.edition().answerer.library
    found = sets(visit).questions(number, _QUESTIONS + 1, shown.before)
    past = runs(visit).newest(number, visit.now, _RUNS + 1, shown.runs_before)
    questions, runs_shown = found[:_QUESTIONS], past[:_RUNS]
    return visit.show(
        "standards/set",
        422 if faults else 200,
        set=one,
        questions=[(each, describe(golds_of(each.item), library)) for each in questions],
        older=f"{here}?truoc={questions[-1].number}" if len(found) > _QUESTIONS else "",
        runs=runs_shown,
        older_runs=f"{here}?lan={runs_shown[-1].number}" if len(past) > _RUNS else "",
        last=last_run(visit, number),
        serving=visit.office.edition().version,
        kept=tuple(visit.office.kept()),
        shown=shown,
        faults=faults or {},
    )
