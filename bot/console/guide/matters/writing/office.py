"""The forms of what an office tells by itself: a new matter, and one answer of a matter.

The number after the last answer stands for a new answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.guide.matters.draft import doubles
from bot.console.guide.matters.faults import FORM, Faults
from bot.console.guide.matters.matter_shelf import (
    NEW_OFFICE,
    PATH,
    Name,
    Number,
    link,
    matter_shelf,
)
from bot.console.guide.matters.saving import save
from bot.console.guide.matters.writing.office_draft import OfficeDraft, OfficeMatterDraft
from bot.console.guide.matters.writing.sheet import new_id, sheet_faults
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.gazetteer.places import Gazetteer
from knowledge.matters.office import OfficeAnswer
from knowledge.matters.topic import Right, Topic

PAGES = APIRouter(prefix=PATH)
_REMOVE = "bo"


@PAGES.get(f"/{NEW_OFFICE}")
def begin(visit: CurrentVisit) -> Response:
    """Show the form for a new matter."""
    return _new(visit, OfficeMatterDraft())


@PAGES.post(f"/{NEW_OFFICE}")
def add(visit: CurrentVisit, draft: Annotated[OfficeMatterDraft, Form()]) -> Response:
    """Keep a new matter under the right to know: an office informs residents."""
    shelf, places = matter_shelf(visit), _gazetteer(visit)
    draft.quyen = [Right.KNOW]
    faults = {**sheet_faults(draft, shelf.topics), **draft.office_faults(places)}
    if faults:
        return _new(visit, draft, faults)
    name = new_id(draft.heading, shelf)
    answers = (draft.answer(places, visit.today),)
    topic = Topic(draft.heading, draft.rights, (), draft.questions, name, office=answers)
    fault = save(visit, topic, "")
    if fault:
        return _new(visit, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_ADDED, link(name), name)


@PAGES.get("/{name}/thong-tin/{number}")
def show(visit: CurrentVisit, name: Name, number: Number) -> Response:
    """Show an answer in its form."""
    answer = _existing(matter_shelf(visit).one(name), number)
    draft = OfficeDraft.of_office(answer) if answer else OfficeDraft()
    draft.ban = matter_shelf(visit).mark(name)
    return _form(visit, name, number, draft)


@PAGES.post("/{name}/thong-tin/{number}")
def change(
    visit: CurrentVisit, name: Name, number: Number, draft: Annotated[OfficeDraft, Form()]
) -> Response:
    """Keep the answer as it is in the form now, or take it away."""
    topic, places = matter_shelf(visit).one(name), _gazetteer(visit)
    answer = _existing(topic, number)
    before, after = topic.office[: number - 1], topic.office[number:]
    if draft.viec == _REMOVE and answer and (topic.answers or before or after):
        office = (*before, *after)
    else:
        faults = draft.office_faults(places)
        if faults:
            return _form(visit, name, number, draft, faults)
        office = (*before, draft.answer(places, visit.today), *after)
    fault = save(visit, replace(topic, office=office), draft.ban)
    if fault:
        return _form(visit, name, number, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_CHANGED, link(name), name)


def _existing(topic: Topic, number: int) -> OfficeAnswer | None:
    """Return the answer `number`, None for a new one; raise HTTPException 404."""
    answers = (*topic.office, None)
    if number > len(answers):
        raise HTTPException(404)
    return answers[number - 1]


def _gazetteer(visit: Visit) -> Gazetteer:
    return visit.office.edition().answerer.gazetteer


def _new(visit: Visit, draft: OfficeMatterDraft, faults: Faults | None = None) -> Response:
    return visit.show(
        "guide/matters/office_new",
        422 if faults else 200,
        draft=draft,
        repeated=doubles(draft, matter_shelf(visit).topics)[1],
        unclear=draft.unknown_places(_gazetteer(visit)),
        action=f"{PATH}/{NEW_OFFICE}",
        link=link,
        faults=faults or {},
    )


def _form(
    visit: Visit, name: str, number: int, draft: OfficeDraft, faults: Faults | None = None
) -> Response:
    shelf = matter_shelf(visit)
    topic = shelf.one(name)
    answer = _existing(topic, number)
    return visit.show(
        "guide/matters/office",
        422 if faults else 200,
        topic=topic,
        answer=answer,
        is_only=not topic.answers and len(topic.office) == 1,
        draft=draft,
        seen=shelf.mark(name) if FORM in (faults or {}) else draft.ban,
        unclear=draft.unknown_places(_gazetteer(visit)),
        path=link(name),
        action=f"{link(name)}/thong-tin/{number}",
        faults=faults or {},
    )
