"""The console's whole HTTP interface, called with whatever its schema allows, and more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok
from schemathesis.openapi import from_dict
from schemathesis.schemas import APIOperation

from bot.console.application import SECTIONS
from bot.console.visits.visit import COOKIE
from bot.store.store import Store
from bot.store.values import Role
from tests.support.console.browser import served
from tests.support.console.console import ADMIN, STAFF, House
from tests.support.console.standards import Bench
from tests.support.documents.documents import LANG_SON
from tests.support.running.stores import KEY

MATTER = "pham-vi-dieu-chinh-cua-nghi-quyet"
"""The id of a matter that ships."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A console with an officer and an admin, whose work in the background is never done."""
    folder = tmp_path_factory.mktemp("console")
    with closing(Store.open(f"sqlite:///{folder / 'danbiet.sqlite'}", KEY)) as store:
        house = House(store, folder, background=Bench())
        house.open_to(STAFF, Role.STAFF)
        house.open_to(ADMIN, Role.ADMIN)
        yield house


@pytest.fixture(scope="module")
def url(house: House) -> Iterator[str]:
    """Where the console answers."""
    with served(house.app) as url:
        yield url


Operation = APIOperation[Any, Any, Any, Any]


def _operations() -> Iterator[Operation]:
    app = FastAPI()
    for section in SECTIONS:
        app.include_router(section.pages)
    for found in from_dict(app.openapi()).get_all_operations():
        assert isinstance(found, Ok)
        yield found.ok()


@pytest.mark.parametrize("operation", list(_operations()), ids=lambda operation: operation.label)
def test_nothing_that_is_sent_breaks_a_page(operation: Operation, house: House, url: str) -> None:
    """What the schema allows is sent, what it does not, and either about what there is."""

    calls = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

    @given(st.one_of(calls), st.booleans())
    @settings(max_examples=30, suppress_health_check=[HealthCheck.filter_too_much])
    def call(case: Case[Any], is_known: bool) -> None:
        if is_known:
            _name_what_there_is(case)
        visitor = house.visitor(ADMIN)
        cookies = {COOKIE: visitor.token or ""}
        headers = {"X-CSRF-Token": visitor.csrf("/mat-khau")}
        answer = case.call(base_url=url, cookies=cookies, headers=headers)
        assert answer.status_code < 500, answer.status_code

    call()
    assert not (house.office.incidents / "incidents.log").exists()


def _name_what_there_is(case: Case[Any]) -> None:
    if "resolution" in case.path_parameters:
        case.path_parameters["resolution"] = LANG_SON
    if "name" in case.path_parameters:
        case.path_parameters["name"] = MATTER
    for fields in (case.query, case.body):
        if isinstance(fields, dict) and "ten" in fields:
            fields["ten"] = STAFF
