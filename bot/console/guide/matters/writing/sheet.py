"""The forms of a matter's heading, rights and questions, and of a matter that is new."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import count
from typing import Annotated

from fastapi import APIRouter, Form, Response

from bot.console.guide.matters.draft import SEARCH, MatterDraft, SheetDraft, doubles
from bot.console.guide.matters.faults import FORM, Faults, MatterFault
from bot.console.guide.matters.matter_shelf import (
    NEW,
    PATH,
    TAKEN,
    MatterShelf,
    Name,
    link,
    matter_shelf,
)
from bot.console.guide.matters.saving import save
from bot.console.guide.matters.writing.line import claims_of, offered, read_line
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.language.text import syllables
from knowledge.matters.topic import PlainAnswer, Topic

PAGES = APIRouter(prefix=PATH)


@PAGES.get(f"/{NEW}")
def begin(visit: CurrentVisit) -> Response:
    """Show the form for a new matter."""
    return _new(visit, MatterDraft())


@PAGES.post(f"/{NEW}")
def add(visit: CurrentVisit, draft: Annotated[MatterDraft, Form()]) -> Response:
    """Keep a new matter, or show what is looked for in its form."""
    if draft.viec == SEARCH:
        return _new(visit, draft)
    shelf = matter_shelf(visit)
    answer, line_faults = read_line(shelf, draft, PlainAnswer(()), visit.today)
    faults = {**sheet_faults(draft, shelf.topics), **line_faults}
    if faults:
        return _new(visit, draft, faults)
    name = new_id(draft.heading, shelf)
    topic = Topic(draft.heading, draft.rights, (answer,), draft.questions, name)
    fault = save(visit, topic, "")
    if fault:
        return _new(visit, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_ADDED, link(name), name)


@PAGES.get("/{name}/cau-hoi")
def show(visit: CurrentVisit, name: Name) -> Response:
    """Show a matter in its form."""
    shelf = matter_shelf(visit)
    draft = SheetDraft.of_matter(shelf.one(name))
    draft.ban = shelf.mark(name)
    return _sheet(visit, name, draft)


@PAGES.post("/{name}/cau-hoi")
def change(visit: CurrentVisit, name: Name, draft: Annotated[SheetDraft, Form()]) -> Response:
    """Keep the matter of the form; of a matter that ships, its questions alone."""
    shelf = matter_shelf(visit)
    topic = shelf.one(name)
    if not _is_whole(shelf, name):
        draft.tieu_de, draft.quyen = topic.name, list(topic.rights)
    faults = sheet_faults(draft, [topic for topic in shelf.topics if topic.id != name])
    if faults:
        return _sheet(visit, name, draft, faults)
    new = replace(topic, name=draft.heading, rights=draft.rights, questions=draft.questions)
    fault = save(visit, new, draft.ban)
    if fault:
        return _sheet(visit, name, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_CHANGED, link(name), name)


def sheet_faults(draft: SheetDraft, others: Collection[Topic]) -> Faults:
    """Return the faults of the form, also beside the `others`."""
    is_taken, repeated = doubles(draft, others)
    faults: Faults = {}
    if is_taken:
        faults["tieu_de"] = MatterFault.HEADING_TAKEN
    if repeated:
        faults["mau"] = MatterFault.QUESTION_TAKEN
    return {**faults, **draft.sheet_faults()}


def _is_whole(shelf: MatterShelf, name: str) -> bool:
    """Return True if the staff may change the heading: counts go by those that ship."""
    return name not in shelf.matters.shipped()


def new_id(heading: str, shelf: MatterShelf) -> str:
    """Return an id for a new matter."""
    taken = {*TAKEN, *(topic.id for topic in shelf.topics)}
    plain = "-".join(syllables(heading))
    others = (f"{plain}-{number}" for number in count(2))
    return (
        plain
        if plain not in taken
        else next(candidate for candidate in others if candidate not in taken)
    )


def _new(visit: Visit, draft: MatterDraft, faults: Faults | None = None) -> Response:
    shelf = matter_shelf(visit)
    first = draft.questions[0] if draft.questions else draft.heading
    return visit.show(
        "guide/matters/new",
        422 if faults else 200,
        draft=draft,
        offers=offered(visit, draft, first),
        repeated=doubles(draft, shelf.topics)[1],
        known=shelf.known,
        claims=claims_of(shelf, draft),
        action=f"{PATH}/{NEW}",
        link=link,
        faults=faults or {},
    )


def _sheet(visit: Visit, name: str, draft: SheetDraft, faults: Faults | None = None) -> Response:
    shelf = matter_shelf(visit)
    others = [topic for topic in shelf.topics if topic.id != name]
    return visit.show(
        "guide/matters/sheet",
        422 if faults else 200,
        topic=shelf.one(name),
        draft=draft,
        seen=shelf.mark(name) if FORM in (faults or {}) else draft.ban,
        repeated=doubles(draft, others)[1],
        is_whole=_is_whole(shelf, name),
        path=link(name),
        action=f"{link(name)}/cau-hoi",
        link=link,
        faults=faults or {},
    )
