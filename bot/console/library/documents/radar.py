"""The page of documents that deserve a look, and of places without any."""

from __future__ import annotations

from fastapi import APIRouter, Response

from bot.console.anchors import reading_link
from bot.console.library.documents.source_notes import read_all
from bot.console.visits.visit import CurrentVisit
from knowledge.library.coverage import cover
from knowledge.library.radar import Concern, Notice, watch

PAGES = APIRouter(prefix="/ra-soat")


@PAGES.get("")
def show(visit: CurrentVisit) -> Response:
    """Show what deserves a look by concern, and which places have no resolution of their own."""
    answerer = visit.office.edition().answerer
    library = tuple(answerer.library.values())
    notes = read_all(visit.office.materials.shelves)
    ledger = visit.office.materials.ledger()
    return visit.show(
        "library/documents/radar/overview",
        absent=ledger.missing(library),
        known=ledger.known(library),
        concerns=_by_concern(watch(library, visit.today, notes)),
        coverages=cover(answerer.gazetteer.communes, library, visit.today),
        link=reading_link,
    )


def _by_concern(notices: tuple[Notice, ...]) -> dict[Concern, dict[str, list[Notice]]]:
    """Return the notices by concern and by document; a concern that nothing raises is left out."""
    grouped: dict[Concern, dict[str, list[Notice]]] = {}
    for concern in Concern:
        for notice in notices:
            if notice.concern is concern:
                grouped.setdefault(concern, {}).setdefault(notice.resolution.id, []).append(notice)
    return grouped
