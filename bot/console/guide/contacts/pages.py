"""The pages of the contacts: all of the staff see them, admins change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, HTTPException, Query, Response
from fastapi import Path as InPath

from bot.answer.staff.contacts import Contacts
from bot.console.guide.contacts.draft import PREVIEW, ContactFault, ContactsDraft, Faults, Said
from bot.console.guide.contacts.units import (
    effective_contacts,
    is_district,
    units_meant,
    without_contacts,
)
from bot.console.visits.visit import CurrentVisit, Visit
from bot.store.accounts.audit import StaffAction
from bot.store.office.contacts import ContactTable, PlaceContacts
from knowledge.gazetteer.places import Place

PATH = "/lien-he"
NEW = f"{PATH}/moi"
PAGES = APIRouter(prefix=PATH)
CHANGES = APIRouter(prefix=PATH)
_MOST_OFFERED = 30
_LARGEST = 2**63 - 1
_Number = Annotated[int, InPath(ge=1, le=_LARGEST)]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The place that a form is about; `offered` are those among which it is to be chosen."""

    place: Place | None = None
    offered: tuple[Place, ...] = ()
    taken: PlaceContacts | None = None
    fault: ContactFault | None = None


@PAGES.get("")
def show_all(visit: CurrentVisit) -> Response:
    """List the places with contacts, and those of resolutions that have none."""
    table, answerer = _table(visit), visit.office.edition().answerer
    kept, documents = table.every(), answerer.library.values()
    lacking = without_contacts(documents, kept, answerer.gazetteer)
    return visit.show(
        "guide/contacts/list",
        kept=[(row, effective_contacts(row.place, row.contacts, table)) for row in kept],
        lacking=[(place, f"{NEW}?{urlencode({'noi': place.name})}") for place in lacking],
        path=PATH,
        new=NEW,
    )


@CHANGES.get("/moi")
def begin(visit: CurrentVisit, noi: Annotated[Said, Query()] = "") -> Response:
    """Show the form for the contacts of another place."""
    return _form(visit, ContactsDraft(noi=noi), _Chosen())


@CHANGES.post("/moi")
def add(visit: CurrentVisit, draft: Annotated[ContactsDraft, Form()]) -> Response:
    """Keep the contacts of another place, or show them as residents will read them."""
    chosen, faults = _chosen(visit, draft), draft.faults()
    if chosen.fault:
        faults["noi"] = chosen.fault
    if faults or draft.viec == PREVIEW or chosen.place is None:
        return _form(visit, draft, chosen, faults)
    _keep(visit, chosen.place, draft.contacts)
    return visit.done(StaffAction.CONTACTS_ADDED, PATH, chosen.place.name)


@CHANGES.get("/{number}")
def show(visit: CurrentVisit, number: _Number) -> Response:
    """Show the contacts of a place in their form."""
    kept = _existing(visit, number)
    return _form(visit, ContactsDraft.of(kept.contacts), _Chosen(kept.place), kept=kept)


@CHANGES.post("/{number}")
def change(
    visit: CurrentVisit, number: _Number, draft: Annotated[ContactsDraft, Form()]
) -> Response:
    """Keep the contacts as they are in the form now, or show them as residents will read them."""
    kept, faults = _existing(visit, number), draft.faults()
    if faults or draft.viec == PREVIEW:
        return _form(visit, draft, _Chosen(kept.place), faults, kept)
    _keep(visit, kept.place, draft.contacts)
    return visit.done(StaffAction.CONTACTS_CHANGED, PATH, kept.place.name)


@CHANGES.post("/{number}/xoa")
def remove(visit: CurrentVisit, number: _Number) -> Response:
    """Remove the contacts of a place."""
    kept = _existing(visit, number)
    _table(visit).delete(number)
    return visit.done(StaffAction.CONTACTS_REMOVED, PATH, kept.place.name)


def _chosen(visit: Visit, draft: ContactsDraft) -> _Chosen:
    """Return the place that a new form names."""
    gazetteer = visit.office.edition().answerer.gazetteer
    units = units_meant(draft.noi, gazetteer)
    chosen = [unit for unit in units if unit.name == draft.chon] or units
    if not chosen:
        is_old = is_district(draft.noi, gazetteer)
        return _Chosen(fault=ContactFault.DISTRICT if is_old else ContactFault.PLACE)
    if len(chosen) > 1:
        return _Chosen(offered=units[:_MOST_OFFERED], fault=ContactFault.AMBIGUOUS)
    taken = _table(visit).of(chosen[0])
    offered = units[:_MOST_OFFERED] if len(units) > 1 else ()
    return _Chosen(chosen[0], offered, taken, ContactFault.TAKEN if taken else None)


def _keep(visit: Visit, place: Place, contacts: Contacts) -> None:
    _table(visit).save(place, contacts, visit.name, visit.now)


def _form(
    visit: Visit,
    draft: ContactsDraft,
    chosen: _Chosen,
    faults: Faults | None = None,
    kept: PlaceContacts | None = None,
) -> Response:
    place = chosen.place
    effective = effective_contacts(place, draft.contacts, _table(visit)) if place else None
    is_refused = bool(faults) and draft.viec != PREVIEW
    return visit.show(
        "guide/contacts/form",
        422 if is_refused else 200,
        draft=draft,
        chosen=chosen,
        kept=kept,
        contacts=effective,
        action=f"{PATH}/{kept.number}" if kept else NEW,
        path=PATH,
        faults=faults or {},
    )


def _table(visit: Visit) -> ContactTable:
    return visit.office.store.contact_table


def _existing(visit: Visit, number: int) -> PlaceContacts:
    """Return the contacts `number`; raise HTTPException 404 where there are none."""
    contacts = _table(visit).one(number)
    if contacts is None:
        raise HTTPException(404)
    return contacts
