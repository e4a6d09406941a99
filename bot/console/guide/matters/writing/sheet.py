"""The forms of a matter's heading, rights and questions, and of a matter that is new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import count
from typing import Annotated

from fastapi import APIRouter, Form, Response

from bot.console.guide.matters.draft import SEARCH, MatterDraft, SheetDraft, doubles
from bot.console.guide.matters.faults import FORM, Faults, MatterFault
from bot.console.guide.matters.saving import save
from bot.console.guide.matters.shelf import NEW, PATH, TAKEN, Name, Shelf, link, shelf
from bot.console.guide.matters.writing.line import claims_of, offered, said
from bot.console.visits.visit import Here, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.language.text import syllables
from knowledge.matters.topic import PlainAnswer, Topic

PAGES = APIRouter(prefix=PATH)


@PAGES.get(f"/{NEW}")
def begin(visit: Here) -> Response:
    """Show the form for a new matter."""
    return _new(visit, MatterDraft())


@PAGES.post(f"/{NEW}")
def add(visit: Here, draft: Annotated[MatterDraft, Form()]) -> Response:
    """Keep a new matter, or show what is looked for in its form."""
    if draft.viec == SEARCH:
        return _new(visit, draft)
    its = shelf(visit)
    answer, line_faults = said(its, draft, PlainAnswer(()), visit.today)
    faults = {**sheet_faults(draft, its.topics), **line_faults}
    if faults:
        return _new(visit, draft, faults)
    name = new_id(draft.heading, its)
    topic = Topic(draft.heading, draft.rights, (answer,), draft.questions, name)
    fault = save(visit, topic, "")
    if fault:
        return _new(visit, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_ADDED, link(name), name)


@PAGES.get("/{name}/cau-hoi")
def show(visit: Here, name: Name) -> Response:
    """Show a matter in its form."""
    its = shelf(visit)
    draft = SheetDraft.of_matter(its.one(name))
    draft.ban = its.mark(name)
    return _sheet(visit, name, draft)


@PAGES.post("/{name}/cau-hoi")
def change(visit: Here, name: Name, draft: Annotated[SheetDraft, Form()]) -> Response:
    """Keep a matter as it is in the form now; of those that ship the questions alone."""
    its = shelf(visit)
    topic = its.one(name)
    if not _is_whole(its, name):
        draft.tieu_de, draft.quyen = topic.name, list(topic.rights)
    faults = sheet_faults(draft, [one for one in its.topics if one.id != name])
    if faults:
        return _sheet(visit, name, draft, faults)
    new = replace(topic, name=draft.heading, rights=draft.rights, questions=draft.questions)
    fault = save(visit, new, draft.ban)
    if fault:
        return _sheet(visit, name, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_CHANGED, link(name), name)


def sheet_faults(draft: SheetDraft, others: Collection[Topic]) -> Faults:
    """Return what is wrong with the form, also beside the `others`."""
    is_taken, repeated = doubles(draft, others)
    faults: Faults = {}
    if is_taken:
        faults["tieu_de"] = MatterFault.HEADING_TAKEN
    if repeated:
        faults["mau"] = MatterFault.QUESTION_TAKEN
    return {**faults, **draft.sheet_faults()}


def _is_whole(its: Shelf, name: str) -> bool:
    """Return True if all of the matter is the staff's: counts go by the headings of the others."""
    return name not in its.matters.shipped()


def new_id(heading: str, its: Shelf) -> str:
    """Return an id for a new matter."""
    taken = {*TAKEN, *(one.id for one in its.topics)}
    plain = "-".join(syllables(heading))
    others = (f"{plain}-{number}" for number in count(2))
    return plain if plain not in taken else next(one for one in others if one not in taken)


def _new(visit: Visit, draft: MatterDraft, faults: Faults | None = None) -> Response:
    its = shelf(visit)
    first = draft.questions[0] if draft.questions else draft.heading
    return visit.show(
        "matters/new",
        422 if faults else 200,
        draft=draft,
        offers=offered(visit, draft, first),
        repeated=doubles(draft, its.topics)[1],
        known=its.known,
        claims=claims_of(its, draft),
        action=f"{PATH}/{NEW}",
        link=link,
        faults=faults or {},
    )


def _sheet(visit: Visit, name: str, draft: SheetDraft, faults: Faults | None = None) -> Response:
    its = shelf(visit)
    others = [one for one in its.topics if one.id != name]
    return visit.show(
        "matters/sheet",
        422 if faults else 200,
        topic=its.one(name),
        draft=draft,
        seen=its.mark(name) if FORM in (faults or {}) else draft.ban,
        repeated=doubles(draft, others)[1],
        is_whole=_is_whole(its, name),
        path=link(name),
        action=f"{link(name)}/cau-hoi",
        link=link,
        faults=faults or {},
    )
