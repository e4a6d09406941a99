"""The statistics in a real browser, on a desk and on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bot.conversation.values import Opinion, Outcome
from bot.store.store import Store
from bot.store.values import Role
from tests.support.console.browser import SCREENSHOTS, Screen, check, keep, log_in, served, visit
from tests.support.console.console import PASSWORD, STAFF, House
from tests.support.console.statistics import asked
from tests.support.running.stores import KEY, chat, message, settle

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = 1520
"""The width of a picture."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A console whose bot was asked something on each of the last days."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = House(store, tmp_path)
        house.open_to(STAFF, Role.STAFF)
        for number in range(60):
            _ask(house, number)
        yield house


def _ask(house: House, number: int) -> None:
    at = house.clock() - timedelta(hours=3.7 * (number % 40), minutes=number)
    sent = message(chat=str(number % 9), channel=("telegram", "zalo-oa")[number % 2])
    turn = asked(at, number)
    settle(house.office.store, Outcome(chat(sent), turn=turn), at=at, sent=sent)
    again = message(chat=sent.chat, channel=sent.channel)
    opinion = Opinion(turn.id, good=number % 3 > 0)
    settle(house.office.store, Outcome(chat(again), opinion=opinion), at=at, sent=again)


@pytest.fixture
def page(house: House, browser: Browser, screen: Screen) -> Iterator[Page]:
    """The statistics, before an officer who has signed in."""
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto("/thong-ke")
        log_in(page, STAFF, PASSWORD)
        expect(page.get_by_role("heading", level=1)).to_have_text("Thống kê")
        yield page


def _told(chart: Locator) -> Locator:
    return chart.locator(".tip:visible")


def test_an_officer_reads_the_charts(page: Page, screen: Screen) -> None:
    expect(page.locator(".figures")).to_contain_text("60")
    days = page.locator("#theo-ngay")
    days.locator(".reach").last.hover()
    expect(_told(days)).to_have_text(re.compile(r"22/11/2026: \d+"))
    check(page)
    keep(page, "statistics", screen)

    hours = page.locator("#gio")
    hours.locator(".mark").first.focus()
    page.keyboard.press("ArrowRight")
    expect(_told(hours)).to_have_text(re.compile("^1 giờ – 2 giờ: "))
    page.keyboard.press("End")
    expect(_told(hours)).to_have_text(re.compile("^23 giờ – 24 giờ: "))
    page.keyboard.press("ArrowRight")
    expect(_told(hours)).to_have_text(re.compile("^23 giờ – 24 giờ: "))
    page.locator("#kenh summary").click()
    expect(page.locator("#kenh tbody tr")).to_have_count(2)
    check(page)


def test_an_officer_takes_charts_along(page: Page, screen: Screen) -> None:
    topics = page.locator("#chu-de")
    with page.expect_download() as table:
        topics.get_by_role("link", name="Tải CSV").click()
    assert table.value.suggested_filename == "dan-biet-chu-de-2026-11-16-2026-11-22.csv"
    assert Path(table.value.path()).read_text(encoding="utf-8-sig").startswith("Chủ đề,Số câu hỏi")
    with page.expect_download() as picture:
        topics.get_by_role("button", name="Tải ảnh PNG").click()
    assert picture.value.suggested_filename == "dan-biet-chu-de-2026-11-16-2026-11-22.png"
    kept = SCREENSHOTS / f"statistics-picture-{screen.name}.png"
    picture.value.save_as(kept)
    drawn = kept.read_bytes()
    assert drawn.startswith(_PNG)
    assert int.from_bytes(drawn[16:20]) == _PIXELS
    assert len(drawn) > 10_000, "there are words and bars on it"


def test_an_officer_chooses_days(page: Page, screen: Screen) -> None:
    page.get_by_role("link", name="Hôm nay").click()
    expect(page.locator(".lead")).to_have_text("22/11/2026")
    page.get_by_label("Từ ngày").fill("2026-11-20")
    page.get_by_label("Đến ngày").fill("2026-11-19")
    page.get_by_role("button", name="Xem", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Ngày cuối đang ở trước ngày đầu.")
    check(page)
    page.get_by_label("Đến ngày").fill(str(date(2026, 11, 21)))
    page.get_by_role("button", name="Xem", exact=True).click()
    expect(page.locator(".lead")).to_have_text("20/11/2026 – 21/11/2026")
    page.get_by_role("link", name="Xem từng điều khoản").click()
    page.locator("summary").first.click()
    check(page)
    keep(page, "statistics-silent", screen)
    page.locator("details[open] li a").first.click()
    expect(page.locator(".unit.chosen")).to_be_in_viewport()
