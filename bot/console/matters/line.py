"""The form of one line: its words, its steps, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.matters.draft import SEARCH, LineDraft
from bot.console.matters.faults import FORM, Fault, Faults
from bot.console.matters.saving import save
from bot.console.matters.shelf import PATH, Name, Number, Shelf, link, shelf
from bot.console.offers import Offers, Wish, offers_for
from bot.console.visit import Here, Visit
from bot.store.audit import Action
from knowledge.resolution import Address
from knowledge.standing_lines import read_against
from knowledge.topic import PlainAnswer, Topic

PAGES = APIRouter(prefix=PATH)


@PAGES.get("/{name}/loi/{number}")
def show(visit: Here, name: Name, number: Number) -> Response:
    """Show a line in its form."""
    _, answer = _existing(shelf(visit), name, number)
    draft = LineDraft.of_line(answer)
    draft.ban = shelf(visit).mark(name)
    return _form(visit, name, number, draft)


@PAGES.post("/{name}/loi/{number}")
def change(
    visit: Here, name: Name, number: Number, draft: Annotated[LineDraft, Form()]
) -> Response:
    """Keep the line as it is in the form now, or show what is looked for in it."""
    its = shelf(visit)
    topic, old = _existing(its, name, number)
    if draft.viec == SEARCH:
        return _form(visit, name, number, draft)
    faults = {**draft.line_faults(), **ground_faults(its, draft, old.basis)}
    new = said(its, draft, old, visit) if not faults else None
    if new is None:
        return _form(visit, name, number, draft, faults or {"can_cu": Fault.GROUNDS})
    answers = tuple(new if one is old else one for one in topic.answers)
    fault = save(visit, replace(topic, answers=answers), draft.ban)
    if fault:
        return _form(visit, name, number, draft, {FORM: fault})
    return visit.done(Action.MATTER_CHANGED, link(name), name)


def said(its: Shelf, draft: LineDraft, old: PlainAnswer, visit: Visit) -> PlainAnswer | None:
    """Return `old` as the form has it, with the marks of the words that stand there today."""
    new = replace(old, short=draft.short, steps=draft.steps, basis=draft.basis)
    return read_against(new, its.library, visit.today)


def ground_faults(its: Shelf, draft: LineDraft, known: tuple[Address, ...] = ()) -> Faults:
    """Return a fault where something is chosen that neither is here nor was `known` before."""
    for address in draft.basis:
        document = its.library.get(address.resolution)
        is_here = document is not None and document.find(address) is not None
        if not is_here and (document is not None or address not in known):
            return {"can_cu": Fault.GROUNDS}
    return {}


def offered(visit: Visit, draft: LineDraft, question: str) -> Offers:
    """Return the provisions among which a line's basis is chosen."""
    return offers_for(visit, Wish(question, "", draft.tim), draft.chosen)


def _existing(its: Shelf, name: str, number: int) -> tuple[Topic, PlainAnswer]:
    """Return the matter and its line `number`; raise HTTPException 404."""
    topic = its.one(name)
    if number > len(topic.answers):
        raise HTTPException(404)
    return topic, topic.answers[number - 1]


def _form(
    visit: Visit, name: str, number: int, draft: LineDraft, faults: Faults | None = None
) -> Response:
    its = shelf(visit)
    topic, _ = _existing(its, name, number)
    line = its.lines(topic)[number - 1]
    return visit.show(
        "matters/line",
        422 if faults else 200,
        topic=topic,
        line=line,
        draft=draft,
        seen=its.mark(name) if FORM in (faults or {}) else draft.ban,
        offers=offered(visit, draft, topic.questions[0]),
        known=its.known,
        path=link(name),
        action=f"{link(name)}/loi/{number}",
        faults=faults or {},
    )
