"""Who is let into which page, and with which forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from fastapi.routing import APIRoute
from starlette.routing import Mount, Route

from bot.console.application import SECTIONS
from bot.console.visits.access import Access, Section
from prompts.render import page
from tests.support.console.console import ADMIN, STAFF, House, Visitor

_PUBLIC = {"/dang-nhap", "/dang-xuat", "/thiet-lap/{token}"}
Call = tuple[str, str]


def _calls(*levels: Access) -> Iterator[Call]:
    """Yield method and path of every page that only `levels` open."""
    for section in SECTIONS:
        if section.access in levels:
            yield from _of(section)


def _of(section: Section) -> Iterator[Call]:
    for route in section.pages.routes:
        assert isinstance(route, APIRoute)
        for method in route.methods or ():
            yield method, re.sub(r"\{\w+\}", "lang-son-08-2024", route.path)


CLOSED = tuple(_calls(Access.ACCOUNT, Access.ADMIN))
ADMINS = tuple(_calls(Access.ADMIN))


def test_only_signing_in_is_open_to_everyone() -> None:
    paths = {
        route.path
        for section in SECTIONS
        if section.access is Access.ANYONE
        for route in section.pages.routes
        if isinstance(route, APIRoute)
    }
    assert paths == _PUBLIC


def test_every_page_belongs_to_a_section(house: House) -> None:
    told = {
        (method.upper(), re.sub(r"\{\w+\}", "lang-son-08-2024", path))
        for path, methods in house.app.openapi()["paths"].items()
        for method in methods
    }
    assert told == set(_calls(*Access))
    beside = [route for route in house.app.routes if isinstance(route, Route | Mount)]
    assert [route.path for route in beside] == ["/static"]


def test_every_section_of_the_navigation_has_its_words() -> None:
    for section in SECTIONS:
        if section.path:
            assert page("console/visits/section", section=section)


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_who_is_not_signed_in_is_led_to_sign_in(anyone: Visitor, method: str, path: str) -> None:
    answer = anyone.client.request(method, path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/dang-nhap?tiep=/")


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_a_part_of_a_page_is_refused_to_who_is_not_signed_in(
    anyone: Visitor, method: str, path: str
) -> None:
    answer = anyone.client.request(method, path, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["hx-redirect"].startswith("/dang-nhap?tiep=/")


@pytest.mark.parametrize(("method", "path"), ADMINS)
def test_an_officer_is_refused_what_is_for_admins(officer: Visitor, method: str, path: str) -> None:
    csrf = officer.csrf("/mat-khau")
    answer = officer.client.request(method, path, headers={"X-CSRF-Token": csrf})
    assert answer.status_code == 403
    assert "người quản trị" in answer.text


@pytest.mark.parametrize("path", [path for method, path in _calls(*Access) if method == "POST"])
def test_a_form_without_the_visitors_own_token_changes_nothing(house: House, path: str) -> None:
    for name, csrf in product((None, ADMIN), _FOREIGN_TOKENS):
        visitor = house.visitor(name)
        answer = visitor.client.post(path, data={"csrf": csrf, "ten": STAFF, "chac_chan": "1"})
        expected = 303 if name is None and path not in _PUBLIC_POSTS else 403
        assert answer.status_code == expected, (name, csrf)
    assert [one.name for one in house.office.store.accounts.every()] == [STAFF, ADMIN]


_FOREIGN_TOKENS = ("", "0" * 64, "đ")
_PUBLIC_POSTS = {"/dang-nhap", "/dang-xuat", "/thiet-lap/lang-son-08-2024"}


def test_the_token_of_another_visitor_is_refused(house: House, admin: Visitor) -> None:
    foreign = house.visitor(STAFF).csrf("/mat-khau")
    answer = admin.client.post("/dang-xuat", data={"csrf": foreign})
    assert answer.status_code == 403
    assert admin.get("/nghi-quyet").status_code == 200


def test_scripts_may_send_the_token_as_a_header(admin: Visitor) -> None:
    csrf = admin.csrf("/mat-khau")
    answer = admin.client.post("/dang-xuat", headers={"X-CSRF-Token": csrf})
    assert answer.status_code == 303


def test_the_navigation_holds_only_what_the_role_may_see(officer: Visitor, admin: Visitor) -> None:
    assert 'href="/tai-khoan"' not in officer.get("/nghi-quyet").text
    assert 'href="/tai-khoan"' in admin.get("/nghi-quyet").text


def test_a_changed_role_counts_at_once(admin: Visitor, officer: Visitor) -> None:
    admin.post("/tai-khoan/vai-tro", ten=STAFF, vai_tro="quan_tri")
    assert officer.get("/nhat-ky").status_code == 200


def test_a_link_on_another_site_does_not_sign_out(house: House, officer: Visitor) -> None:
    without_cookie = house.visitor()
    answer = without_cookie.get("/nghi-quyet?tim=loa", **{"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 200
    assert answer.headers["refresh"] == "0"
    assert "set-cookie" not in answer.headers
    assert officer.get("/nghi-quyet").status_code == 200
