"""The pages of the index's versions: their contents, the way back, the update."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Path, Response

from bot.console.library.publishing.faults import Faults, PublishingFault
from bot.console.library.publishing.jobs import UPDATE, Phase, update
from bot.console.visits.visit import CurrentVisit, Visit
from bot.publishing.obstacles import words_for
from bot.publishing.versions import Version, differences, versions, with_previous
from bot.store.accounts.audit import StaffAction
from bot.store.tasks import Task, TaskState, UnderWay
from index.errors import IndexUnreadable, IndexUnusable
from knowledge.errors import DanBietError

PATH = "/phien-ban"
PAGES = APIRouter(prefix=PATH)
CHANGES = APIRouter(prefix=PATH)
_Number = Annotated[str, Path(pattern=r"^[1-9][0-9]{0,8}$")]


@PAGES.get("")
def show_all(visit: CurrentVisit) -> Response:
    """List the versions, what changed with each, and what the index lacks of the library."""
    return _list(visit)


@PAGES.get("/tien-do")
def show_progress(visit: CurrentVisit) -> Response:
    """Show how far the update is, as a part of the page."""
    task = visit.office.store.tasks.find(UPDATE)
    if task is None:
        raise HTTPException(404)
    state = task.state(visit.now)
    return visit.show("library/publishing/update_progress", task=task, state=state)


@PAGES.get("/{number}")
def show_one(visit: CurrentVisit, number: _Number) -> Response:
    """Show the contents of a version, and its differences from the one that serves."""
    return _one(visit, number)


@CHANGES.post("/cap-nhat")
def bring_up_to_date(visit: CurrentVisit) -> Response:
    """Begin to bring the index up to date, unless that is under way."""
    refusal = begin_update(visit)
    if refusal:
        return _list(visit, refusal)
    return visit.done(StaffAction.INDEX_UPDATED, PATH)


@CHANGES.post("/{number}/quay-lai")
def go_back(
    visit: CurrentVisit, number: _Number, chac_chan: Annotated[str, Form(max_length=1)] = ""
) -> Response:
    """Let another version serve, which is held until somebody publishes or updates."""
    if not chac_chan:
        return _one(visit, number, {"chac_chan": PublishingFault.NOT_SURE})
    try:
        visit.office.publisher.roll_back(number, visit.name)
    except DanBietError as error:
        return _list(visit, words_for(error))
    with suppress(DanBietError):
        visit.office.refresh()
    return visit.done(StaffAction.ROLLED_BACK, PATH, number)


def begin_update(visit: Visit) -> str:
    """Begin to update the index, unless that is under way; return the refusal, "" for none."""
    task = Task(UPDATE, visit.name, visit.now, phase=Phase.BUILDING)
    try:
        visit.office.worker.begin(task, partial(update, visit.office))
    except UnderWay:
        return ""
    except DanBietError as error:
        return words_for(error)
    return ""


def _list(visit: Visit, refusal: str = "") -> Response:
    publisher, known = visit.office.publisher, _versions(visit)
    serving = next((version for version in known if version.serves), None)
    task = visit.office.store.tasks.find(UPDATE)
    state = task.state(visit.now) if task else None
    is_current = publisher.is_current()
    sources = serving.manifest.sources if serving and serving.manifest else None
    return visit.show(
        "library/publishing/versions",
        409 if refusal else 200,
        versions=[
            (version, differences(before, version)) for version, before in with_previous(known)
        ],
        serving=serving,
        newer=not is_current and sources != visit.office.materials.sources(),
        is_current=is_current,
        task=task,
        state=state,
        is_updating=state is TaskState.RUNNING,
        refusal=refusal,
    )


def _one(visit: Visit, number: str, faults: Faults | None = None) -> Response:
    known = _versions(visit)
    version = next((each for each in known if each.number == number), None)
    if version is None:
        raise HTTPException(404)
    serving = next((each for each in known if each.serves), None)
    return visit.show(
        "library/publishing/version",
        422 if faults else 200,
        version=version,
        serving=serving,
        changes=differences(serving, version),
        faults=faults or {},
    )


def _versions(visit: Visit) -> tuple[Version, ...]:
    try:
        return versions(visit.office.publisher.folder)
    except (IndexUnusable, IndexUnreadable):
        return ()
