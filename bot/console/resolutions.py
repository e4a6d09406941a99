"""The resolutions: all that there are, each to be read, and looked through."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from bot.console.anchors import reading_link
from bot.console.publishing.past import past_of
from bot.console.reading import Choice, look_for, open_document
from bot.console.source_notes import SourceNotes, notes_of
from bot.console.visit import Here, Visit
from knowledge.validity import standing

PAGES = APIRouter(prefix="/nghi-quyet")
_Typed = Annotated[str, Query(max_length=200)]


@PAGES.get("")
def show_all(visit: Here, tim: _Typed = "") -> Response:
    """List the documents; with `tim`, the provisions in which those words stand."""
    documents = tuple(visit.office.edition().answerer.library.values())
    return visit.show(
        "resolutions",
        documents=[(one, _notes(visit, one.id), standing(one, visit.today)) for one in documents],
        typed=tim,
        results=look_for(documents, tim),
        link=reading_link,
    )


@PAGES.get("/{resolution}")
def show_one(
    visit: Here,
    resolution: str,
    tim: _Typed = "",
    at: Annotated[str, Query(alias="vi-tri", max_length=100)] = "",
    trich: Annotated[str, Query(max_length=20_000)] = "",
) -> Response:
    """Show one document, opened at the provision `vi-tri` with the words `trich` highlighted."""
    document = visit.office.edition().answerer.library.get(resolution)
    if document is None:
        raise HTTPException(404)
    notes = _notes(visit, document.id)
    return visit.show(
        "resolution",
        document=document,
        notes=notes,
        past=past_of(visit, document.id),
        standing=standing(document, visit.today),
        opened=open_document(document, notes, Choice(at, trich)),
        typed=tim,
        results=look_for((document,), tim),
        link=reading_link,
    )


def _notes(visit: Visit, resolution: str) -> SourceNotes:
    return notes_of(visit.office.materials.shelves, resolution)
