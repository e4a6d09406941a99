"""The form of one line: its words, its steps, and what it rests on.

The number after the last line stands for a new line.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.choosing.offers import OfferRequest, Offers, offers_for
from bot.console.guide.matters.draft import SEARCH, LineDraft
from bot.console.guide.matters.faults import FORM, Faults, MatterFault
from bot.console.guide.matters.matter_shelf import (
    PATH,
    MatterShelf,
    Name,
    Number,
    link,
    matter_shelf,
)
from bot.console.guide.matters.saving import save
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.law.resolution import Address
from knowledge.matters.claims.grounds import read_again, unfounded_claims
from knowledge.matters.topic import PlainAnswer, Topic

PAGES = APIRouter(prefix=PATH)


@PAGES.get("/{name}/loi/{number}")
def show(visit: CurrentVisit, name: Name, number: Number) -> Response:
    """Show a line in its form."""
    shelf = matter_shelf(visit)
    draft = LineDraft.of_line(_existing(shelf, name, number)[1])
    draft.ban = shelf.mark(name)
    return _form(visit, name, number, draft)


@PAGES.post("/{name}/loi/{number}")
def change(
    visit: CurrentVisit, name: Name, number: Number, draft: Annotated[LineDraft, Form()]
) -> Response:
    """Keep the line as it is in the form now, or show what is looked for in it."""
    shelf = matter_shelf(visit)
    topic, old = _existing(shelf, name, number)
    if draft.viec == SEARCH:
        return _form(visit, name, number, draft)
    new, faults = read_line(shelf, draft, old, visit.today)
    if faults:
        return _form(visit, name, number, draft, faults)
    answers = (*topic.answers[: number - 1], new, *topic.answers[number:])
    fault = save(visit, replace(topic, answers=answers), draft.ban)
    if fault:
        return _form(visit, name, number, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_CHANGED, link(name), name)


def read_line(
    shelf: MatterShelf, draft: LineDraft, old: PlainAnswer, day: date
) -> tuple[PlainAnswer, Faults]:
    """Return `old` as the form has it, read on `day`, and its faults.

    A new line rests on provisions of the library; an old one may keep those it rested on.
    """
    new = replace(old, short=draft.short, steps=draft.steps, basis=draft.basis)
    faults = draft.line_faults()
    if not all(_may_be_chosen(shelf, address, old) for address in new.basis):
        faults["can_cu"] = MatterFault.GROUNDS
    if not faults and claims_of(shelf, draft):
        faults["loi"] = MatterFault.CLAIMS
    if faults:
        return new, faults
    return read_again(new, shelf.library, day) or new, {}


def claims_of(shelf: MatterShelf, draft: LineDraft) -> tuple[str, ...]:
    """Return the claims of the form that its chosen provisions do not make."""
    if not draft.basis:
        return ()
    return unfounded_claims(PlainAnswer(draft.basis, draft.short), shelf.library)


def _may_be_chosen(shelf: MatterShelf, address: Address, old: PlainAnswer) -> bool:
    document = shelf.library.get(address.resolution)
    return address in old.basis if document is None else document.find(address) is not None


def offered(visit: Visit, draft: LineDraft, question: str) -> Offers:
    """Return the provisions among which a line's basis is chosen."""
    return offers_for(visit, OfferRequest(question, "", draft.tim), draft.chosen)


def _existing(shelf: MatterShelf, name: str, number: int) -> tuple[Topic, PlainAnswer]:
    """Return the matter and its line `number`, an empty new one; raise HTTPException 404."""
    topic = shelf.one(name)
    lines = (*topic.answers, PlainAnswer(()))
    if number > len(lines):
        raise HTTPException(404)
    return topic, lines[number - 1]


def _form(
    visit: Visit, name: str, number: int, draft: LineDraft, faults: Faults | None = None
) -> Response:
    shelf = matter_shelf(visit)
    topic, answer = _existing(shelf, name, number)
    return visit.show(
        "guide/matters/line",
        422 if faults else 200,
        topic=topic,
        line=shelf.line(number, answer),
        is_new=not answer.basis,
        draft=draft,
        seen=shelf.mark(name) if FORM in (faults or {}) else draft.ban,
        offers=offered(visit, draft, topic.questions[0]),
        known=shelf.known,
        claims=claims_of(shelf, draft),
        path=link(name),
        action=f"{link(name)}/loi/{number}",
        faults=faults or {},
    )
