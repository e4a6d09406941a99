"""Whom residents turn to, set in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.answer.staff.contacts import UNKNOWN, Contacts
from bot.store.store import Store
from bot.store.values import Role
from knowledge.gazetteer.places import Place
from tests.support.console.browser import Screen, check, keep, log_in, served, visit
from tests.support.console.console import ADMIN, PASSWORD, House
from tests.support.running.stores import KEY

PLACE = Place("tỉnh Lạng Sơn", "xã Tân Thành")
TOLD = "Bạn gọi ngay: 0205 3812 345 (trực ban xã), 113 (công an)."


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A console with an admin."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = House(store, tmp_path)
        house.open_to(ADMIN, Role.ADMIN)
        yield house


@pytest.fixture
def page(house: House, browser: Browser, screen: Screen) -> Iterator[Page]:
    """A window on the first page, where the admin has signed in."""
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto("/")
        log_in(page, ADMIN, PASSWORD)
        yield page


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, name, screen)


def _fill_in(page: Page) -> None:
    page.get_by_label("Nơi nào").fill("xã Tân Thành")
    page.get_by_label("Cơ quan bà con tìm đến").fill("Trung tâm Phục vụ hành chính công xã")
    page.get_by_label("Địa chỉ").fill("Thôn Đầu")
    page.get_by_label("Điện thoại").fill("3812")
    lines = "0205 3812 345 – trực ban xã\n113"
    page.get_by_label("Gọi ai khi có người gặp nguy hiểm").fill(lines)


def test_an_admin_is_told_what_lacks_and_sets_it(house: House, page: Page, screen: Screen) -> None:
    expect(page.get_by_text("Chưa nơi nào có liên hệ")).to_be_visible()
    _look(page, "contacts-missing", screen)
    page.get_by_role("link", name="thêm địa chỉ, điện thoại").click()
    _look(page, "contacts-none", screen)
    page.get_by_role("link", name="Thêm một nơi").click()
    _fill_in(page)
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Số điện thoại chưa đúng dạng.")).to_be_visible()
    _look(page, "contacts-fault", screen)
    page.get_by_label("xã Tân Thành, tỉnh Lạng Sơn").check()
    page.get_by_label("Điện thoại").fill("0205 3812 346")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text(TOLD)).to_be_in_viewport()
    _look(page, "contacts-preview", screen)
    assert house.office.store.contacts(PLACE) == UNKNOWN
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("status").get_by_text("Đã lưu liên hệ.")).to_be_visible()
    _look(page, "contacts", screen)
    assert house.office.store.contacts(PLACE).telephone == "0205 3812 346"


def test_an_admin_looks_at_contacts_and_deletes_them(
    house: House, page: Page, screen: Screen
) -> None:
    table = house.office.store.contact_table
    table.save(PLACE, Contacts("Trung tâm của xã"), ADMIN, house.clock())
    page.goto("/lien-he")
    page.get_by_role("link", name="Sửa liên hệ của xã Tân Thành").click()
    _look(page, "contacts-form", screen)
    page.get_by_role("button", name="Xóa liên hệ").click()
    expect(page.get_by_role("status").get_by_text("Đã xóa liên hệ.")).to_be_visible()
    assert table.every() == ()
