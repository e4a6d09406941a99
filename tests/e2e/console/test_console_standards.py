"""The question sets in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.store.store import Store
from bot.store.values import Role
from tests.support.console.browser import Screen, check, keep, log_in, served, visit
from tests.support.console.console import ADMIN, PASSWORD, House
from tests.support.console.standards import MONEY, PLACE, Workshop, item
from tests.support.documents.documents import LANG_SON, at
from tests.support.running.stores import KEY


@pytest.fixture
def workshop(tmp_path: Path) -> Iterator[Workshop]:
    """A console with an admin."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = House(store, tmp_path)
        house.open_to(ADMIN, Role.ADMIN)
        yield Workshop(house)


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, f"standards-{name}", screen)


def test_an_officer_collects_questions_and_sees_what_changed(
    workshop: Workshop, browser: Browser, screen: Screen
) -> None:
    with served(workshop.house.app) as url, visit(browser, url, screen) as page:
        _collect(page, screen)
        _run(page, workshop, screen)
        _run_again(page, workshop, screen)


def _collect(page: Page, screen: Screen) -> None:
    page.goto("/bo-cau-hoi")
    log_in(page, ADMIN, PASSWORD)
    page.get_by_label("Tên", exact=True).first.fill("Kinh phí")
    page.get_by_role("button", name="Tạo bộ câu hỏi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kinh phí")

    page.get_by_role("link", name="Thêm câu hỏi").click()
    page.get_by_label("Câu hỏi", exact=True).fill(MONEY)
    page.get_by_label("Người hỏi ở đâu").fill(PLACE)
    page.get_by_role("button", name="Tìm điều khoản").click()
    page.get_by_label("Điều 5, Nghị quyết").check()
    page.get_by_label("Tìm điều khoản khác").fill("cong dong dan cu")
    page.get_by_role("button", name="Tìm điều khoản").click()
    expect(page.get_by_text("Những chỗ có “cong dong dan cu”")).to_be_visible()
    expect(page.get_by_label("Điều 5, Nghị quyết").first).to_be_checked()
    _look(page, "question", screen)
    page.get_by_role("button", name="Lưu câu hỏi").click()
    expect(page.get_by_role("status").get_by_text("Đã thêm câu hỏi.")).to_be_visible()
    expect(page.get_by_role("link", name=MONEY)).to_be_visible()


def _run(page: Page, workshop: Workshop, screen: Screen) -> None:
    more = (item(f"c{one}", f"Câu hỏi thứ {one}?", at(LANG_SON, 4)) for one in range(12))
    workshop.sets.put(1, more)
    page.reload()
    page.get_by_role("button", name="Chạy 13 câu hỏi").click()
    expect(page.get_by_text("0 trong 13 câu")).to_be_visible()
    _look(page, "running", screen)
    page.reload()
    expect(page.get_by_role("progressbar")).to_be_visible()
    workshop.bench.do()
    page.get_by_role("link", name="Xem kết quả").click()
    expect(page.get_by_role("link", name="Chưa đúng (12)")).to_be_visible()


def _run_again(page: Page, workshop: Workshop, screen: Screen) -> None:
    page.get_by_role("link", name="← Kinh phí").click()
    page.get_by_label("Chạy trên").select_option("1")
    page.get_by_role("button", name="Chạy 13 câu hỏi").click()
    workshop.bench.do()
    page.get_by_role("link", name="Xem kết quả").click()
    expect(page.get_by_role("link", name="Xấu đi (1)")).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("link", name=MONEY, exact=True)).to_be_visible()
    _look(page, "run", screen)
    page.get_by_role("link", name="Tốt lên (12)").click()
    expect(page.get_by_role("link", name="Câu hỏi thứ 3?", exact=True)).to_be_visible()
    page.get_by_role("link", name="← Kinh phí").click()
    _look(page, "set", screen)
    page.goto("/bo-cau-hoi")
    _look(page, "sets", screen)
