"""The form of one line: its words, its steps, and what it rests on.

The number after that of the last line is that of one which is not there yet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.choosing.offers import Offers, Wish, offers_for
from bot.console.guide.matters.draft import SEARCH, LineDraft
from bot.console.guide.matters.faults import FORM, Faults, MatterFault
from bot.console.guide.matters.saving import save
from bot.console.guide.matters.shelf import PATH, Name, Number, Shelf, link, shelf
from bot.console.visits.visit import Here, Visit
from bot.store.accounts.audit import StaffAction
from knowledge.law.resolution import Address
from knowledge.matters.claims.grounds import read_again, unfounded_claims
from knowledge.matters.topic import PlainAnswer, Topic

PAGES = APIRouter(prefix=PATH)


@PAGES.get("/{name}/loi/{number}")
def show(visit: Here, name: Name, number: Number) -> Response:
    """Show a line in its form."""
    its = shelf(visit)
    draft = LineDraft.of_line(_existing(its, name, number)[1])
    draft.ban = its.mark(name)
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
    new, faults = said(its, draft, old, visit.today)
    if faults:
        return _form(visit, name, number, draft, faults)
    answers = (*topic.answers[: number - 1], new, *topic.answers[number:])
    fault = save(visit, replace(topic, answers=answers), draft.ban)
    if fault:
        return _form(visit, name, number, draft, {FORM: fault})
    return visit.done(StaffAction.MATTER_CHANGED, link(name), name)


def said(its: Shelf, draft: LineDraft, old: PlainAnswer, day: date) -> tuple[PlainAnswer, Faults]:
    """Return `old` as the form has it, read against the words of `day`, and what is wrong with it.

    Beside what is in the library it may rest on what it did before.
    """
    new = replace(old, short=draft.short, steps=draft.steps, basis=draft.basis)
    faults = draft.line_faults()
    if not all(_may_be_chosen(its, one, old) for one in new.basis):
        faults["can_cu"] = MatterFault.GROUNDS
    if not faults and claims_of(its, draft):
        faults["loi"] = MatterFault.CLAIMS
    if faults:
        return new, faults
    return read_again(new, its.library, day) or new, {}


def claims_of(its: Shelf, draft: LineDraft) -> tuple[str, ...]:
    """Return what the form says and the provisions that are chosen there do not."""
    if not draft.basis:
        return ()
    return unfounded_claims(PlainAnswer(draft.basis, draft.short), its.library)


def _may_be_chosen(its: Shelf, address: Address, old: PlainAnswer) -> bool:
    document = its.library.get(address.resolution)
    return address in old.basis if document is None else document.find(address) is not None


def offered(visit: Visit, draft: LineDraft, question: str) -> Offers:
    """Return the provisions among which a line's basis is chosen."""
    return offers_for(visit, Wish(question, "", draft.tim), draft.chosen)


def _existing(its: Shelf, name: str, number: int) -> tuple[Topic, PlainAnswer]:
    """Return the matter and its line `number`, an empty new one; raise HTTPException 404."""
    topic = its.one(name)
    lines = (*topic.answers, PlainAnswer(()))
    if number > len(lines):
        raise HTTPException(404)
    return topic, lines[number - 1]


def _form(
    visit: Visit, name: str, number: int, draft: LineDraft, faults: Faults | None = None
) -> Response:
    its = shelf(visit)
    topic, answer = _existing(its, name, number)
    return visit.show(
        "matters/line",
        422 if faults else 200,
        topic=topic,
        line=its.line(number, answer),
        is_new=not answer.basis,
        draft=draft,
        seen=its.mark(name) if FORM in (faults or {}) else draft.ban,
        offers=offered(visit, draft, topic.questions[0]),
        known=its.known,
        claims=claims_of(its, draft),
        path=link(name),
        action=f"{link(name)}/loi/{number}",
        faults=faults or {},
    )
