"""The staff console for tests: an office on a database of its own, and visitors of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from anyio.from_thread import BlockingPortal
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from starlette.routing import BaseRoute

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.console.application import console
from bot.console.visits.office import Office
from bot.console.visits.visit import COOKIE
from bot.publishing.materials import Materials
from bot.publishing.publisher import Publisher
from bot.store.accounts.passwords import hash_password
from bot.store.store import Store
from bot.store.values import Account, Role
from index.search import Index
from knowledge.language.syllables.smoothing import Counts, smooth
from knowledge.language.typing.abbreviations import read_abbreviations
from knowledge.language.typing.speller import Speller
from knowledge.law.resolution import Resolution
from knowledge.library.intake.drafts import Drafts
from knowledge.library.intake.shelves import Shelves
from knowledge.library.library import SOURCES, read_library
from knowledge.matters.topic import TOPICS
from tests.support.answers.answers import FakeSearcher, gazetteer, library
from tests.support.conversations.fakes import FakeEmbedder
from tests.support.running.stores import KEY

STAFF, ADMIN = "Lan", "Minh"
PASSWORD = "một câu dễ nhớ"  # noqa: S105 - of nobody
_CSRF = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def move(self, time: timedelta) -> None:
        """Go on by `time`."""
        self.now += time


class Visitor:
    """A browser without scripts: keeps cookies, follows no redirection, fills in forms.

    `portal` is where its requests run; each has an event loop of its own where there is none.
    """

    portal: ClassVar[BlockingPortal | None] = None

    def __init__(self, app: FastAPI) -> None:
        self.client = TestClient(app, follow_redirects=False)
        self.client.portal = self.portal

    @property
    def token(self) -> str | None:
        """Return the value of the visitor's cookie."""
        return self.client.cookies.get(COOKIE)

    def get(self, path: str, **headers: str) -> Response:
        """Ask for a page."""
        return self.client.get(path, headers=headers)

    def csrf(self, path: str = "/dang-nhap") -> str:
        """Return what the forms of the page `path` carry."""
        found = _CSRF.search(self.get(path).text)
        assert found, path
        return found[1]

    def post(self, path: str, form: str = "/mat-khau", **fields: str) -> Response:
        """Send `fields` with what the page `form` carries."""
        return self.client.post(path, data={"csrf": self.csrf(form), **fields})

    def log_in(self, name: str, password: str = PASSWORD, **fields: str) -> Response:
        """Sign in through the form."""
        sent = {"ten": name, "mat_khau": password, **fields}
        return self.post("/dang-nhap", form="/dang-nhap", **sent)


class House:
    """An office with an account of each role, its pages, and who visits them."""

    def __init__(self, store: Store, folder: Path, **facts: Any) -> None:
        self.clock = Clock()
        told = {
            "edition": edition,
            "incidents": folder / "incidents",
            "publisher": publisher(folder),
            "drafts": Drafts(folder / "drafts"),
            **facts,
        }
        self.office = Office(store=store, key=KEY, clock=self.clock, **told)
        self.app = console(self.office)
        _share_pages(self.app)

    def open_to(self, name: str, role: Role) -> None:
        """Make an account."""
        account = Account(name, role, self.clock())
        self.office.store.accounts.add(account, _hashed(PASSWORD))

    def visitor(self, name: str | None = None) -> Visitor:
        """Return somebody who comes along, signed in as `name`."""
        visitor = Visitor(self.app)
        if name:
            visitor.client.cookies.set(COOKIE, self.office.sessions.begin(name, self.clock()))
        return visitor


_PAGES: list[BaseRoute] = []
"""The pages of the first console of a run: FastAPI makes those of each ready at its first request,
which takes longer than most tests. They know nothing of the office."""


def _share_pages(app: FastAPI) -> None:
    """Let `app` serve the pages that another console has made ready."""
    _PAGES[:] = _PAGES or app.router.routes
    app.router.routes[:] = _PAGES


def house_over(store: Store, folder: Path, **texts: str) -> House:
    """Return a console over the documents of `texts` by id, written below `folder`."""
    sources = folder / "sources"
    sources.mkdir()
    for name, text in texts.items():
        (sources / f"{name}.txt").write_text(text, encoding="utf-8")
    own = _edition({one.id: one for one in read_library(sources)})
    house = House(store, folder, publisher=publisher(folder, sources), edition=lambda: own)
    house.open_to(STAFF, Role.STAFF)
    return house


@cache
def edition() -> Edition:
    """Return the bundled documents, answered from by nobody."""
    return _edition(library())


def _edition(documents: Mapping[str, Resolution]) -> Edition:
    speller = Speller(smooth(Counts([])), read_abbreviations())
    answerer = Answerer(documents, FakeSearcher(), gazetteer(), speller)
    return Edition("1", answerer, Catalogue((), ()))


def publisher(folder: Path, sources: Path = SOURCES, topics: Path = TOPICS) -> Publisher:
    """Return a publisher of the documents in `sources`, to which others are added in `folder`."""
    shelves = Shelves(sources, folder / "resolutions")
    materials = Materials(shelves, topics, folder / "samples.jsonl", folder / "matters.jsonl")
    return Publisher(materials, folder / "index", FakeEmbedder(), _answerer_over, tuple)


def _answerer_over(index: Index) -> Answerer:
    speller = Speller(smooth(Counts([])), read_abbreviations())
    return Answerer(index.library, index, gazetteer(), speller)


@cache
def _hashed(password: str) -> str:
    return hash_password(password)
