"""Trying questions in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.console.visits.visit import COOKIE
from bot.store.store import Store
from bot.store.values import Role
from tests.support.answers.trials import HITS, MONEY, PATH, answering
from tests.support.console.browser import PHONE, Screen, check, keep, served, visit
from tests.support.console.console import STAFF, House
from tests.support.running.stores import KEY


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A console in which every search finds something on money."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = answering(House(store, tmp_path), *HITS)
        house.open_to(STAFF, Role.STAFF)
        yield house


@pytest.fixture
def page(house: House, browser: Browser, screen: Screen) -> Iterator[Page]:
    """A window on the console of an officer who is signed in."""
    with served(house.app) as url, visit(browser, url, screen) as page:
        token = house.office.sessions.begin(STAFF, house.clock())
        page.context.add_cookies([{"name": COOKIE, "value": token, "url": url}])
        yield page


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, f"trial-{name}", screen)


def test_an_officer_tries_a_question_and_sees_why_it_is_answered_so(
    page: Page, screen: Screen
) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thử câu hỏi")
    _look(page, "empty", screen)
    page.get_by_label("Câu hỏi").fill("kinh phi lay o dau?")
    _choose_a_place(page, screen)
    page.get_by_label("Nơi ở của người hỏi").fill("Lạng Sơn")
    page.get_by_role("button", name="Hỏi như người mới").click()
    telegram = page.get_by_role("form", name="Telegram")
    expect(telegram.locator("blockquote").first).to_be_in_viewport(ratio=0.1)
    expect(telegram.locator("#moi-nhat")).to_be_focused()
    expect(page).to_have_url(PATH)
    page.get_by_text("Bot cân nhắc các khả năng").click()
    _look(page, "telegram", screen)
    page.locator(".checks a").first.click()
    expect(page.locator("section.chosen mark").first).to_be_in_viewport()


def _choose_a_place(page: Page, screen: Screen) -> None:
    page.get_by_label("Nơi ở của người hỏi").fill("Tân Hưng")
    page.get_by_role("button", name="Hỏi", exact=True).click()
    expect(page.get_by_text("Có nhiều nơi tên “Tân Hưng”")).to_be_visible()
    _look(page, "places", screen)
    page.get_by_role("button", name="Xã Tân Hưng, tỉnh Cà Mau").click()
    expect(page.get_by_text("Bot hiểu là: xã Tân Hưng, tỉnh Cà Mau")).to_be_visible()


def test_an_officer_sees_the_chat_as_on_zalo_and_goes_on(page: Page, screen: Screen) -> None:
    page.goto(f"{PATH}?hoi={MONEY}&noi=Lạng Sơn")
    page.get_by_role("radio", name="Zalo (Bot)").check()
    expect(page.get_by_role("form", name="Telegram")).to_be_hidden()
    expect(page.get_by_text("1. Xem nguyên văn")).to_be_visible()
    _look(page, "zalo-bot", screen)
    page.get_by_role("radio", name="Zalo (Official Account)").check()
    page.get_by_role("button", name="Xem nguyên văn").click()
    account = page.get_by_role("form", name="Zalo (Official Account)")
    expect(account.get_by_text("Bấm nút “Xem nguyên văn”")).to_be_visible()
    expect(page.get_by_role("radio", name="Zalo (Official Account)")).to_be_checked()
    _look(page, "zalo-account", screen)
    page.get_by_label("Câu hỏi").fill("còn ở Cà Mau thì sao?")
    page.get_by_role("button", name="Hỏi tiếp trong đoạn chat").click()
    expect(page.get_by_text("(ghép với câu trước)")).to_be_visible()
    _look(page, "follow-up", screen)


@pytest.mark.parametrize("screen", [PHONE], ids=["phone"], indirect=True)
def test_without_scripts_a_question_can_be_tried_with_the_keyboard(page: Page) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{PATH}?hoi={MONEY}")
    page.get_by_label("Câu hỏi").focus()
    page.keyboard.type("Cho hỏi ")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Nơi ở của người hỏi")).to_be_focused()
    page.keyboard.type("Lạng Sơn")
    page.keyboard.press("Enter")
    expect(page.locator("#moi-nhat")).to_contain_text("Cho hỏi")
    expect(page.get_by_text("áp dụng trong cả tỉnh Lạng Sơn")).to_be_visible()
