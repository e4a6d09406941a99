"""The page of a matter: its lines and their grounds, its questions, its revisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.guide.matters.faults import FORM, Faults, MatterFault
from bot.console.guide.matters.figures import MatterFigures, figures
from bot.console.guide.matters.matter_shelf import (
    PATH,
    MatterLine,
    Name,
    Number,
    link,
    matter_shelf,
)
from bot.console.guide.matters.saving import save, take_back
from bot.console.quality.statistics.period import PeriodPreset, named
from bot.console.quality.trial.question import trial_link
from bot.console.visits.visit import CurrentVisit, Visit
from bot.publishing.earlier import words_of_marks
from bot.store.accounts.audit import StaffAction
from knowledge.law.resolution import Address
from knowledge.matters.claims.grounds import read_again, unfounded_claims

PAGES = APIRouter(prefix=PATH)
_Seen = Annotated[str, Form(max_length=64)]


@PAGES.get("/{name}")
def show(visit: CurrentVisit, name: Name, ky: PeriodPreset = PeriodPreset.MONTH) -> Response:
    """Show a matter."""
    return _page(visit, name, ky)


@PAGES.post("/{name}/loi/{number}/xac-nhan")
def confirm(visit: CurrentVisit, name: Name, number: Number, ban: _Seen = "") -> Response:
    """Let a line stand on the words that its provisions have now."""
    shelf = matter_shelf(visit)
    topic = shelf.one(name)
    if number > len(topic.answers):
        raise HTTPException(404)
    old = topic.answers[number - 1]
    new = read_again(old, shelf.library, visit.today)
    if new is None:
        return _page(visit, name, faults={FORM: MatterFault.GROUNDS})
    if unfounded_claims(new, shelf.library):
        return _page(visit, name, faults={FORM: MatterFault.CLAIMS})
    answers = tuple(new if answer is old else answer for answer in topic.answers)
    fault = save(visit, replace(topic, answers=answers), ban)
    if fault:
        return _page(visit, name, faults={FORM: fault})
    return visit.done(StaffAction.MATTER_CONFIRMED, link(name), name)


@PAGES.post("/{name}/bo")
def remove(visit: CurrentVisit, name: Name, ban: _Seen = "") -> Response:
    """Remove the words of the staff, so that those of the project count again."""
    shelf = matter_shelf(visit)
    shelf.one(name)
    if name not in shelf.own:
        raise HTTPException(404)
    fault = take_back(visit, name, ban)
    if fault:
        return _page(visit, name, faults={FORM: fault})
    to = link(name) if name in shelf.matters.shipped() else PATH
    return visit.done(StaffAction.MATTER_REMOVED, to, name)


def _before(visit: Visit, lines: Sequence[MatterLine]) -> Mapping[Address, str]:
    """Return the former words of the provisions that suspend one of `lines`."""
    changed = {ground.address for line in lines for ground in line.changed}
    marks = {
        address: mark for line in lines for address, mark in line.answer.marks if address in changed
    }
    return words_of_marks(visit.office.publisher.folder, marks)


def _page(
    visit: Visit, name: str, ky: PeriodPreset = PeriodPreset.MONTH, faults: Faults | None = None
) -> Response:
    shelf = matter_shelf(visit)
    topic = shelf.one(name)
    lines = shelf.lines(topic)
    period = named(ky, visit.today)
    counts = figures(visit.office.store, period)
    return visit.show(
        "guide/matters/matter",
        409 if faults else 200,
        topic=topic,
        lines=lines,
        today=visit.today,
        before=_before(visit, lines),
        figures=counts.get(topic.name, MatterFigures()),
        period=period,
        ky=ky,
        seen=shelf.mark(name),
        is_own=name in shelf.own,
        is_shipped=name in shelf.matters.shipped(),
        revisions=[revision for revision in shelf.matters.history() if revision.id == name],
        known=shelf.known,
        is_current=visit.office.publisher.is_current(),
        trial=trial_link(topic.questions[0]),
        path=link(name),
        faults=faults or {},
    )
