"""One matter: its lines and what they rest on, its questions, and who worded it otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Response

from bot.console.guide.matters.faults import FORM, Faults, MatterFault
from bot.console.guide.matters.figures import MatterFigures, figures
from bot.console.guide.matters.saving import save, take_back
from bot.console.guide.matters.shelf import PATH, MatterLine, Name, Number, link, shelf
from bot.console.quality.statistics.period import Preset, named
from bot.console.quality.trial.asked import TrialQuestion
from bot.console.visits.visit import Here, Visit
from bot.publishing.earlier import words_of_marks
from bot.store.accounts.audit import StaffAction
from knowledge.law.resolution import Address
from knowledge.matters.claims.grounds import read_again, unfounded_claims

PAGES = APIRouter(prefix=PATH)
_Seen = Annotated[str, Form(max_length=64)]


@PAGES.get("/{name}")
def show(visit: Here, name: Name, ky: Preset = Preset.MONTH) -> Response:
    """Show a matter."""
    return _page(visit, name, ky)


@PAGES.post("/{name}/loi/{number}/xac-nhan")
def confirm(visit: Here, name: Name, number: Number, ban: _Seen = "") -> Response:
    """Let a line stand on the words that its provisions have now."""
    its = shelf(visit)
    topic = its.one(name)
    if number > len(topic.answers):
        raise HTTPException(404)
    old = topic.answers[number - 1]
    new = read_again(old, its.library, visit.today)
    if new is None:
        return _page(visit, name, faults={FORM: MatterFault.GROUNDS})
    if unfounded_claims(new, its.library):
        return _page(visit, name, faults={FORM: MatterFault.CLAIMS})
    answers = tuple(new if one is old else one for one in topic.answers)
    fault = save(visit, replace(topic, answers=answers), ban)
    if fault:
        return _page(visit, name, faults={FORM: fault})
    return visit.done(StaffAction.MATTER_CONFIRMED, link(name), name)


@PAGES.post("/{name}/bo")
def remove(visit: Here, name: Name, ban: _Seen = "") -> Response:
    """Remove what the staff wrote: what comes with the project counts again."""
    its = shelf(visit)
    its.one(name)
    if name not in its.own:
        raise HTTPException(404)
    fault = take_back(visit, name, ban)
    if fault:
        return _page(visit, name, faults={FORM: fault})
    to = link(name) if name in its.matters.shipped() else PATH
    return visit.done(StaffAction.MATTER_REMOVED, to, name)


def _before(visit: Visit, lines: Sequence[MatterLine]) -> Mapping[Address, str]:
    """Return what provisions said for which lines were written that they suspend now."""
    changed = {one.address for line in lines for one in line.changed}
    marks = {one: mark for line in lines for one, mark in line.answer.marks if one in changed}
    return words_of_marks(visit.office.publisher.folder, marks)


def _page(
    visit: Visit, name: str, ky: Preset = Preset.MONTH, faults: Faults | None = None
) -> Response:
    its = shelf(visit)
    topic = its.one(name)
    lines = its.lines(topic)
    period = named(ky, visit.today)
    counts = figures(visit.office.store.database, period)
    return visit.show(
        "matters/matter",
        409 if faults else 200,
        topic=topic,
        lines=lines,
        today=visit.today,
        before=_before(visit, lines),
        figures=counts.get(topic.name, MatterFigures()),
        period=period,
        ky=ky,
        seen=its.mark(name),
        is_own=name in its.own,
        is_shipped=name in its.matters.shipped(),
        revisions=[one for one in its.matters.history() if one.id == name],
        known=its.known,
        is_current=visit.office.publisher.is_current(),
        trial=TrialQuestion(hoi=topic.questions[0]).link,
        path=link(name),
        faults=faults or {},
    )
