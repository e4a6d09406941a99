"""The pages of the questions in a set."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Response

from bot.console.choosing.offers import OfferRequest, offers_for
from bot.console.quality.standards.draft import SEARCH, QuestionDraft
from bot.console.quality.standards.faults import Faults, QuestionSetFault
from bot.console.quality.standards.lookup import PATH, Number, existing, link, sets
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from bot.store.question_sets.question_sets import QuestionSet, SetQuestion

PAGES = APIRouter(prefix=PATH)
_OFFERED = 200
"""Sets among which one can be chosen."""


@PAGES.get("/them")
def begin(visit: CurrentVisit, draft: Annotated[QuestionDraft, Query()]) -> Response:
    """Show the form for a question, with what is known of it already."""
    return _form(visit, draft)


@PAGES.post("/them")
def add(visit: CurrentVisit, draft: Annotated[QuestionDraft, Form()]) -> Response:
    """Add a question to a set, or show what is looked for in its form."""
    if draft.viec == SEARCH:
        return _form(visit, draft)
    chosen = _set_for(visit, draft)
    faults = draft.faults() if chosen else {**draft.faults(), "bo": QuestionSetFault.SET}
    if faults or chosen is None:
        return _form(visit, draft, faults)
    item = draft.item()
    sets(visit).put(chosen.number, [item])
    about = f"{chosen.name}: {item.id}"
    return visit.done(StaffAction.SET_QUESTION_ADDED, link(chosen.number), about)


@PAGES.get("/{number}/cau/{question}")
def show(visit: CurrentVisit, number: Number, question: Number) -> Response:
    """Show a question with its form."""
    kept = _existing(visit, number, question)
    return _form(visit, QuestionDraft.of(kept.item), of=(existing(visit, number), kept))


@PAGES.post("/{number}/cau/{question}")
def change(
    visit: CurrentVisit, number: Number, question: Number, draft: Annotated[QuestionDraft, Form()]
) -> Response:
    """Change a question, or show what is looked for in its form."""
    question_set, kept = existing(visit, number), _existing(visit, number, question)
    faults = {} if draft.viec == SEARCH else draft.faults()
    if faults or draft.viec == SEARCH:
        return _form(visit, draft, faults, of=(question_set, kept))
    sets(visit).change_question(number, question, draft.item(kept.item))
    about = f"{question_set.name}: {kept.item.id}"
    return visit.done(StaffAction.SET_QUESTION_CHANGED, link(number), about)


@PAGES.post("/{number}/cau/{question}/xoa")
def remove(visit: CurrentVisit, number: Number, question: Number) -> Response:
    """Remove a question from a set."""
    question_set, kept = existing(visit, number), _existing(visit, number, question)
    sets(visit).remove_question(number, question)
    about = f"{question_set.name}: {kept.item.id}"
    return visit.done(StaffAction.SET_QUESTION_REMOVED, link(number), about)


def _existing(visit: Visit, number: int, question: int) -> SetQuestion:
    """Return a question of a set; raise HTTPException 404 where there is none."""
    set_question = sets(visit).question(number, question)
    if set_question is None:
        raise HTTPException(404)
    return set_question


def _set_for(visit: Visit, draft: QuestionDraft) -> QuestionSet | None:
    """Return the chosen set, else the one that got the last question."""
    return sets(visit).one(draft.bo) if draft.bo else sets(visit).latest()


def _form(
    visit: Visit,
    draft: QuestionDraft,
    faults: Faults | None = None,
    of: tuple[QuestionSet, SetQuestion] | None = None,
) -> Response:
    """Show the form for a new question, or for one `of` a set."""
    chosen = _set_for(visit, draft) if of is None else of[0]
    return visit.show(
        "quality/standards/question",
        422 if faults else 200,
        draft=draft,
        offers=offers_for(visit, OfferRequest(draft.cau_hoi, draft.noi, draft.tim), draft.chosen),
        options=[
            (question_set.number, question_set.name)
            for question_set in sets(visit).newest(_OFFERED)
        ],
        set=chosen,
        kept=of[1] if of else None,
        link=link,
        faults=faults or {},
    )
