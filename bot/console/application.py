"""The console as one web application."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI, Response
from fastapi.staticfiles import StaticFiles

from bot.console.accounts import accounts, first, journal, login, password
from bot.console.guide.approvals import pages as approvals
from bot.console.guide.contacts import pages as contacts
from bot.console.guide.matters import pages as matters
from bot.console.guide.matters.shelf import waiting as suspended_ones
from bot.console.inbox import pages as inbox
from bot.console.inbox.shelf import waiting
from bot.console.library.documents import radar, resolutions
from bot.console.library.documents.source_notes import read_all
from bot.console.library.intake import pages as intake
from bot.console.library.intake.readings import Readings
from bot.console.library.publishing import drafts as publishing
from bot.console.library.publishing import versions
from bot.console.quality.standards import pages as standards
from bot.console.quality.standards import sets as question_sets
from bot.console.quality.statistics import pages as statistics
from bot.console.quality.trial import pages as trial
from bot.console.refusals import add_refusals
from bot.console.visits.access import Access, Section
from bot.console.visits.gate import gate
from bot.console.visits.guard import Guard
from bot.console.visits.office import Office
from bot.console.visits.visit import Here

STATIC = Path(__file__).parent / "static"

_HOME = APIRouter()


def _waiting_matters(office: Office) -> int:
    """Return how many matters and approvals are suspended."""
    return suspended_ones(office) + approvals.to_review(office)


SECTIONS = (
    Section("home", Access.STAFF, _HOME),
    Section("trial", Access.STAFF, trial.PAGES, "/thu-cau-hoi"),
    Section("question_sets", Access.STAFF, standards.PAGES, "/bo-cau-hoi"),
    Section("question_set_removal", Access.ADMIN, question_sets.REMOVAL),
    Section("inbox", Access.STAFF, inbox.PAGES, "/hop-thu", waiting),
    Section("approvals", Access.STAFF, approvals.PAGES),  # before matters: "da-duyet" is none
    Section("matters", Access.STAFF, matters.PAGES, "/viec", _waiting_matters),
    Section("contact_changes", Access.ADMIN, contacts.CHANGES),
    Section("contacts", Access.STAFF, contacts.PAGES, contacts.PATH),
    Section("resolutions", Access.STAFF, resolutions.PAGES, "/nghi-quyet"),
    Section("intake", Access.ADMIN, intake.PAGES, intake.PATH, intake.waiting),
    Section("radar", Access.STAFF, radar.PAGES, "/ra-soat"),
    Section("publishing", Access.ADMIN, publishing.PAGES),
    Section("version_changes", Access.ADMIN, versions.CHANGES),
    Section("versions", Access.STAFF, versions.PAGES, versions.PATH),
    Section("statistics", Access.STAFF, statistics.PAGES, "/thong-ke"),
    Section("accounts", Access.ADMIN, accounts.PAGES, "/tai-khoan"),
    Section("journal", Access.ADMIN, journal.PAGES, "/nhat-ky"),
    Section("password", Access.STAFF, password.PAGES, "/mat-khau"),
    Section("login", Access.ANYONE, login.PAGES),
    Section("first", Access.ANYONE, first.PAGES),
)
"""All pages there are, in the order of the navigation; the first in it is where people arrive."""


@_HOME.get("/")
def home(visit: Here) -> Response:
    """Lead to the first page of the navigation."""
    return visit.go(visit.sections[0].path)


def console(office: Office) -> FastAPI:
    """Return the web application of the staff; its schema is told to nobody over the network."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.state.office = office
    app.state.sections = SECTIONS
    app.state.doorkeeper = login.Doorkeeper()
    app.state.readings = Readings()
    for section in SECTIONS:
        app.include_router(section.pages, dependencies=[Depends(gate(section.access))])
    app.mount("/static", StaticFiles(directory=STATIC))
    larger = {intake.PATH: intake.LARGEST}
    app.add_middleware(Guard, office.incidents, larger, secure=office.secure_cookies)
    add_refusals(app)
    read_all(office.materials.shelves)
    return app
