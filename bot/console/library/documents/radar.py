"""What the staff should look at: documents that something happened to, places without any."""

from __future__ import annotations

from fastapi import APIRouter, Response

from bot.console.anchors import reading_link
from bot.console.library.documents.source_notes import read_all
from bot.console.visits.visit import Here
from knowledge.library.coverage import cover
from knowledge.library.radar import Concern, Notice, watch

PAGES = APIRouter(prefix="/ra-soat")


@PAGES.get("")
def show(visit: Here) -> Response:
    """Show what deserves a look by concern, and which places have no resolution of their own."""
    answerer = visit.office.edition().answerer
    library = tuple(answerer.library.values())
    notes = read_all(visit.office.materials.shelves)
    ledger = visit.office.materials.ledger()
    return visit.show(
        "radar/overview",
        absent=ledger.missing(library),
        known=ledger.known(library),
        concerns=_by_concern(watch(library, visit.today, notes)),
        coverages=cover(answerer.gazetteer.communes, library, visit.today),
        link=reading_link,
    )


def _by_concern(notices: tuple[Notice, ...]) -> dict[Concern, dict[str, list[Notice]]]:
    """Return the notices by concern and by document; a concern that nothing raises is left out."""
    found: dict[Concern, dict[str, list[Notice]]] = {}
    for concern in Concern:
        for one in notices:
            if one.concern is concern:
                found.setdefault(concern, {}).setdefault(one.resolution.id, []).append(one)
    return found
