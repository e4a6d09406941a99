"""The drafts, the documents they would become, and the path of each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from fastapi import HTTPException, Request
from starlette.datastructures import FormData

from bot.console.library.intake.reading_jobs import reading_key
from bot.console.visits.visit import Visit
from bot.publishing.materials import Materials
from bot.publishing.rehearsing.findings import rehearsal_key
from knowledge.errors import DanBietError
from knowledge.law.references.citation import document_label
from knowledge.law.resolution import Resolution
from knowledge.library.intake.drafts import DocumentDraft, Drafts, UnknownDraft
from knowledge.library.intake.prospect import Prospect
from knowledge.library.joining import file_by_file
from knowledge.library.library import watched_files

PATH = "/van-ban-moi"
NO_DRAFT = "no_draft"
"""The detail of a 404 for a draft that is not there any more."""
_Stamp = tuple[tuple[Path, int, int], ...]


async def sent_form(request: Request) -> AsyncIterator[FormData]:
    """Yield the fields of a form with computed names or a large file.

    By this parameter a form is only read once its sender has passed the gate.
    """
    async with request.form() as form:
        yield form


def field_text(form: FormData, name: str) -> str:
    """Return what was typed into the field `name`."""
    typed = form.get(name)
    return typed if isinstance(typed, str) else ""


def link(key: str) -> str:
    """Return the path of a draft."""
    return f"{PATH}/{key}"


def existing(visit: Visit, key: str) -> DocumentDraft:
    """Return a draft; raise HTTPException 404 where there is none."""
    try:
        return visit.office.drafts.one(key)
    except UnknownDraft:
        raise HTTPException(404, NO_DRAFT) from None


def forget(visit: Visit, key: str) -> None:
    """Remove a draft and what was made for it; raise AdditionLost."""
    office = visit.office
    office.drafts.remove(key)
    office.publisher.forget(key)
    with suppress(DanBietError):  # nobody looks for them again
        office.store.tasks.remove(rehearsal_key(key))
        office.store.tasks.remove(reading_key(key))


def library(visit: Visit) -> tuple[Resolution, ...]:
    """Return the documents as their sources say now."""
    materials = visit.office.materials
    return _library(materials, _stamp(materials))


def candidate_of(visit: Visit, draft: DocumentDraft) -> Prospect:
    """Return what `draft` would be in the library; raise as `intake.prospect` does."""
    office = visit.office
    return _candidate(office.drafts, office.materials, draft, _stamp(office.materials))


def summary_of(visit: Visit, draft: DocumentDraft) -> tuple[str, bool]:
    """Return the name of the document, "" if it has none, and whether somebody has checked it."""
    office = visit.office
    return _summary(office.drafts, office.materials, draft, _stamp(office.materials))


def label_of(visit: Visit, resolution: str) -> str:
    """Return the name of a document of the library, "" where it is not there."""
    documents = (document for document in file_by_file(library(visit)) if document.id == resolution)
    return next(map(document_label, documents), "")


@lru_cache(maxsize=2)
def _library(materials: Materials, stamp: _Stamp) -> tuple[Resolution, ...]:  # noqa: ARG001
    with materials.shelves.settled():
        return materials.documents()


@lru_cache(maxsize=2)
def _candidate(
    drafts: Drafts, materials: Materials, draft: DocumentDraft, stamp: _Stamp
) -> Prospect:
    return drafts.examine(draft.key, materials.shelves, _library(materials, stamp))


@lru_cache(maxsize=256)
def _summary(
    drafts: Drafts, materials: Materials, draft: DocumentDraft, stamp: _Stamp
) -> tuple[str, bool]:
    try:
        candidate = _candidate(drafts, materials, draft, stamp)
    except DanBietError:
        return "", False
    return document_label(candidate.document), draft.is_checked(candidate)


def _stamp(materials: Materials) -> _Stamp:
    """Return a stamp that differs after every change of the library."""
    shelves = materials.shelves
    with shelves.settled():
        files = watched_files(shelves.shipped, shelves.added)
        stats = [(path, path.stat()) for path in files]
    return tuple((path, stat.st_mtime_ns, stat.st_size) for path, stat in stats)
