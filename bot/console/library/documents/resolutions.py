"""The resolutions: all that there are, each to be read, and looked through."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Response

from bot.console.anchors import reading_link
from bot.console.library.documents.history import document_history
from bot.console.library.documents.opened_document import DocumentTarget, look_for, open_document
from bot.console.library.documents.originals import compare, send
from bot.console.library.documents.source_notes import has_source, notes_of, read_all
from bot.console.visits.visit import CurrentVisit, Visit
from knowledge.law.resolution import Address, Resolution
from knowledge.library.joining import file_by_file, home_of
from knowledge.library.source_notes import SourceNotes
from knowledge.validity.validity import validity_by_id

PATH = "/nghi-quyet"
PAGES = APIRouter(prefix=PATH)
NOT_SERVED = "not_served"
"""The detail of a 404 for a document that the version that serves does not hold."""
_At = Annotated[str, Query(alias="vi-tri", max_length=100)]
_Typed = Annotated[str, Query(max_length=200)]


@PAGES.get("")
def show_all(visit: CurrentVisit, tim: _Typed = "") -> Response:
    """List the documents; with `tim`, the provisions in which those words stand."""
    documents = tuple(visit.office.edition().answerer.library.values())
    states = validity_by_id(documents, visit.today)
    notes = read_all(visit.office.materials.shelves)
    return visit.show(
        "library/documents/resolutions",
        documents=[
            (document, notes.get(document.id, SourceNotes()), states[document.id])
            for document in documents
        ],
        typed=tim,
        results=look_for(documents, tim),
        link=reading_link,
    )


@PAGES.get("/{resolution}")
def show_one(
    visit: CurrentVisit,
    resolution: str,
    tim: _Typed = "",
    at: _At = "",
    trich: Annotated[str, Query(max_length=20_000)] = "",
) -> Response:
    """Show one document, opened at the provision `vi-tri` with the words `trich` highlighted."""
    library = visit.office.edition().answerer.library
    document = library.get(resolution)
    if document is None and (home := home_of(resolution, library.values())):
        return visit.go(reading_link(_first_of(resolution, home)))
    if document is None:
        raise HTTPException(
            404, NOT_SERVED if has_source(visit.office.materials.shelves, resolution) else None
        )
    notes = notes_of(visit.office.materials.shelves, document.id)
    return visit.show(
        "library/documents/resolution",
        document=document,
        notes=notes,
        has_original=has_source(visit.office.materials.shelves, document.id),
        history=document_history(visit, document.id),
        life=validity_by_id(tuple(library.values()), visit.today)[document.id],
        opened=open_document(document, notes, DocumentTarget(at, trich)),
        typed=tim,
        results=look_for((document,), tim),
        link=reading_link,
    )


@PAGES.get("/{resolution}/ban-goc")
def show_original(visit: CurrentVisit, resolution: str, at: _At = "") -> Response:
    """Show a document beside the file that it was read from, at the provision `vi-tri`."""
    documents = file_by_file(visit.office.edition().answerer.library.values())
    document = next((each for each in documents if each.id == resolution), None)
    source = _source(visit, resolution)
    if document is None:
        raise HTTPException(404, NOT_SERVED)
    return compare(visit, source, document, f"{PATH}/{resolution}", at)


@PAGES.get("/{resolution}/tep")
def send_original(visit: CurrentVisit, resolution: str) -> Response:
    """Send the file that a document was read from."""
    return send(_source(visit, resolution))


def _first_of(file: str, home: Resolution) -> Address:
    """Return the first provision that `home` takes from an annex in the file `file`."""
    addresses = (unit.address for unit in home.provisions)
    return next(address for address in addresses if home.file_of(address) == file)


def _source(visit: Visit, resolution: str) -> Path:
    source = visit.office.materials.shelves.source(resolution)
    if source is None:
        raise HTTPException(404)
    return source
