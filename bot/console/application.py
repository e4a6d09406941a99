"""The console as one web application."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Depends, FastAPI, Response
from fastapi.staticfiles import StaticFiles

from bot.console.accounts import accounts, first_account, journal, login, password
from bot.console.cases import pages as cases
from bot.console.cases.lookup import waiting as waiting_cases
from bot.console.guide.approvals import pages as approvals
from bot.console.guide.contacts import pages as contacts
from bot.console.guide.matters import pages as matters
from bot.console.guide.matters.matter_shelf import waiting as waiting_matters
from bot.console.library.documents import radar, resolutions
from bot.console.library.documents.source_notes import read_all
from bot.console.library.intake import pages as intake
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
from bot.console.visits.visit import CurrentVisit

STATIC = Path(__file__).parent / "static"

_HOME = APIRouter()


SECTIONS = (
    Section("home", Access.ACCOUNT, _HOME),
    Section("trial", Access.ACCOUNT, trial.PAGES, "/thu-cau-hoi"),
    Section("question_sets", Access.ACCOUNT, standards.PAGES, "/bo-cau-hoi"),
    Section("question_set_removal", Access.ADMIN, question_sets.REMOVAL),
    Section("cases", Access.ACCOUNT, cases.PAGES, "/hop-thu", waiting_cases),
    Section("approvals", Access.ACCOUNT, approvals.PAGES),  # before matters: "da-duyet" is none
    Section(
        "matters",
        Access.ACCOUNT,
        matters.PAGES,
        "/viec",
        lambda office: waiting_matters(office) + approvals.to_review(office),
    ),
    Section("contact_changes", Access.ADMIN, contacts.CHANGES),
    Section("contacts", Access.ACCOUNT, contacts.PAGES, contacts.PATH),
    Section("resolutions", Access.ACCOUNT, resolutions.PAGES, "/nghi-quyet"),
    Section("intake", Access.ADMIN, intake.PAGES, intake.PATH, intake.waiting),
    Section("radar", Access.ACCOUNT, radar.PAGES, "/ra-soat"),
    Section("publishing", Access.ADMIN, publishing.PAGES),
    Section("version_changes", Access.ADMIN, versions.CHANGES),
    Section("versions", Access.ACCOUNT, versions.PAGES, versions.PATH),
    Section("statistics", Access.ACCOUNT, statistics.PAGES, "/thong-ke"),
    Section("accounts", Access.ADMIN, accounts.PAGES, "/tai-khoan"),
    Section("journal", Access.ADMIN, journal.PAGES, "/nhat-ky"),
    Section("password", Access.ACCOUNT, password.PAGES, "/mat-khau"),
    Section("login", Access.ANYONE, login.PAGES),
    Section("first_account", Access.ANYONE, first_account.PAGES),
)
"""All pages in the order of the navigation; its first page is the home of everyone."""


@_HOME.get("/")
def home(visit: CurrentVisit) -> Response:
    """Lead to the first page of the navigation."""
    return visit.go(visit.sections[0].path)


def console(office: Office) -> FastAPI:
    """Return the web application of the staff; it gives its schema to nobody."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.state.office = office
    app.state.sections = SECTIONS
    app.state.doorkeeper = login.Doorkeeper()
    for section in SECTIONS:
        app.include_router(section.pages, dependencies=[Depends(gate(section.access))])
    app.mount("/static", StaticFiles(directory=STATIC))
    larger = {intake.PATH: intake.LARGEST}
    app.add_middleware(Guard, office.incidents, larger, secure=office.secure_cookies)
    add_refusals(app)
    read_all(office.materials.shelves)
    return app
