"""The console in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.console.anchors import reading_link
from bot.store.store import Store
from bot.store.values import Role
from tests.support.console.browser import Screen, check, keep, log_in, served, visit
from tests.support.console.console import ADMIN, PASSWORD, STAFF, House, house_over
from tests.support.documents.documents import CLEAN, KIM_THANH, LANG_SON, at, bundled, successor
from tests.support.running.stores import KEY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """What the console remembers."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        yield store


@pytest.fixture
def house(store: Store, tmp_path: Path) -> House:
    """A console without an account."""
    return House(store, tmp_path)


@pytest.fixture
def page(house: House, browser: Browser, screen: Screen) -> Iterator[Page]:
    """A window on the console."""
    with served(house.app) as url, visit(browser, url, screen) as page:
        yield page


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, name, screen)


def _add_account(page: Page, name: str, password: str) -> None:
    page.get_by_label("Tên tài khoản").fill(name)
    page.get_by_label("Mật khẩu", exact=True).fill(password)
    page.get_by_label("Nhập lại mật khẩu").fill(password)
    page.get_by_role("button", name="tài khoản").click()


def test_the_first_admin_gets_in_by_the_link(house: House, page: Page, screen: Screen) -> None:
    page.goto(house.office.first_link() or "")
    _look(page, "first", screen)
    _add_account(page, ADMIN, PASSWORD)
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()


def test_an_admin_manages_accounts(house: House, page: Page, screen: Screen) -> None:
    house.open_to(ADMIN, Role.ADMIN)
    page.goto("/tai-khoan")
    log_in(page, ADMIN, PASSWORD)
    _add_account(page, STAFF, "ngắn")
    expect(page.get_by_text("Mật khẩu cần ít nhất 10 ký tự.")).to_be_visible()
    _look(page, "accounts-fault", screen)
    _add_account(page, STAFF, PASSWORD)
    expect(page.get_by_text("Đã thêm tài khoản.")).to_be_visible()
    _look(page, "accounts", screen)
    page.get_by_role("link", name=f"Sửa tài khoản {STAFF}").click()
    _look(page, "account", screen)
    page.get_by_role("link", name="Nhật ký").click()
    expect(page.get_by_role("cell", name="Thêm tài khoản")).to_be_visible()
    _look(page, "journal", screen)
    page.get_by_role("link", name="Mật khẩu", exact=True).click()
    _look(page, "password", screen)


def test_an_officer_signs_in_reads_and_leaves(house: House, page: Page, screen: Screen) -> None:
    house.open_to(STAFF, Role.STAFF)
    page.goto("/nghi-quyet")
    _look(page, "login", screen)
    log_in(page, STAFF, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nghị quyết")
    _look(page, "resolutions", screen)

    page.get_by_label("Tìm trong mọi nghị quyết").press_sequentially("cong dong dan cu")
    expect(page.locator("#ket-qua mark").first).to_be_visible()
    _look(page, "search", screen)
    expect(page).to_have_url("/nghi-quyet?tim=cong%20dong%20dan%20cu")

    page.get_by_role("link", name="phường Kim Thanh").click()
    expect(page.get_by_text("Đã bổ sung:")).to_be_visible()
    _look(page, KIM_THANH, screen)
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")


def test_an_officer_looks_through_what_deserves_it(
    store: Store, tmp_path: Path, browser: Browser, screen: Screen
) -> None:
    old = CLEAN.replace("Niêm yết", "干涉 Niêm yết")
    deed = "Bãi bỏ khoản 1 Điều 4 Nghị quyết số 12/2025/NQ-HĐND."
    house = house_over(store, tmp_path, old=old, new=successor(deed))
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto("/ra-soat")
        log_in(page, STAFF, PASSWORD)
        expect(page.get_by_role("heading", level=1)).to_have_text("Rà soát")
        _look(page, "radar", screen)
        page.get_by_text("Xem tên xã, phường ở tỉnh Lạng Sơn").click()
        expect(page.get_by_text("phường Đông Kinh")).to_be_visible()
        _look(page, "radar-places", screen)
        page.get_by_role("link", name="khoản 1 Điều 4", exact=True).click()
        expect(page.locator("#dieu-4-khoan-1")).to_be_in_viewport()
        _look(page, "resolution-partly-over", screen)


def test_a_citation_opens_at_the_quote(house: House, page: Page, screen: Screen) -> None:
    house.open_to(STAFF, Role.STAFF)
    address = at(LANG_SON, 4, 2, "c")
    unit = bundled(LANG_SON).find(address)
    assert unit
    link = reading_link(address, unit.text.split(";")[0])
    for way in (link, link.partition("#")[0]):
        page.goto(way)
        if page.get_by_role("button", name="Đăng nhập").is_visible():
            log_in(page, STAFF, PASSWORD)
        expect(page.locator("#dieu-4-khoan-2-diem-c mark")).to_be_in_viewport()
    check(page)
    keep(page, "citation", screen)


def test_the_pages_can_be_used_with_the_keyboard(house: House, page: Page) -> None:
    house.open_to(STAFF, Role.STAFF)
    page.goto("/dang-nhap")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Chuyển đến nội dung")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Tên tài khoản")).to_be_focused()
    page.keyboard.type(STAFF)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đăng xuất")).to_be_visible()


def test_a_link_on_another_site_finds_the_officer_signed_in(house: House, page: Page) -> None:
    house.open_to(STAFF, Role.STAFF)
    page.goto("/nghi-quyet")
    log_in(page, STAFF, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nghị quyết")
    here = page.url
    page.goto("about:blank")
    page.set_content(f'<a href="{here}">Nghị quyết</a>')
    page.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nghị quyết")
