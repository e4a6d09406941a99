"""The page on which questions are tried; nothing of them is kept."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response

from bot.answer.understand.admission import Refused, read_day
from bot.console.anchors import reading_link
from bot.console.quality.trial.insight import insight_into, steps_of
from bot.console.quality.trial.phones import phones_of
from bot.console.quality.trial.question import LONGEST_CHAT, PATH, TrialQuestion
from bot.console.quality.trial.talk import Home, hold
from bot.console.visits.visit import CurrentVisit, Visit

PAGES = APIRouter(prefix=PATH)


@PAGES.get("")
def show(visit: CurrentVisit, question: Annotated[TrialQuestion, Query()]) -> Response:
    """Show the form, and what becomes of the question in a link."""
    return _page(visit, question)


@PAGES.post("")
def ask(visit: CurrentVisit, question: Annotated[TrialQuestion, Form()]) -> Response:
    """Show what becomes of the question in the form; the address does not hold it."""
    return _page(visit, question)


def _page(visit: Visit, question: TrialQuestion) -> Response:
    edition = visit.office.edition()
    day, fault = _day(question.ngay, visit.today)
    messages = () if fault else question.messages
    home = Home(question.noi, question.chon)
    talk = hold(edition, day, home, messages, visit.office.store.contacts)
    last = talk.exchanges[-1] if talk.exchanges else None
    trace = last.trace if last else None
    return visit.show(
        "quality/trial/page",
        trial_question=question,
        day=day,
        bad_day=fault,
        version=edition.version,
        talk=talk,
        phones=phones_of(talk),
        goes_on=0 < len(talk.exchanges) < LONGEST_CHAT,
        trace=trace,
        insights=[insight_into(explanation) for explanation in trace.explanations] if trace else [],
        steps=steps_of(trace.answer.timings_ms) if trace else (),
        link=reading_link,
        lacks_contacts=not visit.office.store.contact_table.has_office(),
    )


def _day(typed: str, today: date) -> tuple[date, str]:
    """Return the day that counts, and what is wrong with what was typed."""
    if not typed.strip():
        return today, ""
    try:
        return read_day(typed), ""
    except Refused as refusal:
        return today, str(refusal)
