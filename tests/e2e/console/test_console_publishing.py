"""Publishing and going back in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.store.store import Store
from tests.support.answers.publishing import ID, LOOK_UP, NEW_WORDS, NEWER, OLD_WORDS, Hall
from tests.support.console.browser import Screen, check, keep, log_in, served, visit
from tests.support.console.console import ADMIN, PASSWORD, House
from tests.support.documents.documents import CLEAN
from tests.support.running.stores import KEY


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """Where publishing goes on; one document was published before."""
    hall = Hall(tmp_path)
    hall.publish(CLEAN)
    return hall


@pytest.fixture
def house(hall: Hall, tmp_path: Path) -> Iterator[House]:
    """The console."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        yield hall.house(store)


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, f"publishing-{name}", screen)


def _ask(page: Page) -> None:
    page.goto(f"/thu-cau-hoi?hoi={LOOK_UP}&noi=tỉnh An Giang")


def test_an_admin_publishes_and_goes_back(
    hall: Hall, house: House, browser: Browser, screen: Screen
) -> None:
    key = hall.checked(NEWER, "bản mới.txt")
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto(f"/van-ban-moi/{key}/thu")
        log_in(page, ADMIN, PASSWORD)
        _try(page, hall, screen)
        _publish(page, screen)
        _go_back(page, hall, screen)


def _try(page: Page, hall: Hall, screen: Screen) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Thử và đưa vào sử dụng")
    _look(page, "to-try", screen)
    page.get_by_role("button", name="Thử").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    _look(page, "running", screen)
    hall.bench.do()
    expect(page.get_by_text("1 câu đặt theo chính lời văn của văn bản")).to_be_visible()
    expect(page.get_by_role("link", name="Vẫn quy định ấy")).to_be_visible()
    expect(page.get_by_role("deletion").filter(has_text="nhà văn hóa")).to_be_visible()
    expect(page.get_by_role("insertion").filter(has_text="trụ sở ấp")).to_be_visible()
    _look(page, "tried", screen)
    _ask(page)
    expect(page.get_by_text(OLD_WORDS).first).to_be_visible()
    page.go_back()


def _publish(page: Page, screen: Screen) -> None:
    page.get_by_role("button", name="Đưa vào sử dụng").click()
    expect(page.get_by_text("Đã đưa văn bản vào sử dụng")).to_be_visible()
    page.get_by_text("Lịch sử của văn bản").click()
    expect(page.get_by_text("Đưa văn bản vào hệ thống (bản mới.txt)")).to_be_visible()
    _look(page, "document", screen)
    _ask(page)
    expect(page.get_by_text(NEW_WORDS).first).to_be_visible()


def _go_back(page: Page, hall: Hall, screen: Screen) -> None:
    page.get_by_role("link", name="Phiên bản chỉ mục").click()
    expect(page.get_by_role("row").filter(has_text="Phiên bản 3")).to_contain_text("Thay bản mới")
    _look(page, "versions", screen)
    page.get_by_role("link", name="Phiên bản 2").click()
    page.get_by_label("Tôi chắc chắn").check()
    _look(page, "version", screen)
    page.get_by_role("button", name="Quay lại phiên bản 2").click()
    expect(page.get_by_text("Đang giữ ở phiên bản 2")).to_be_visible()
    _look(page, "held", screen)
    assert hall.serving == "2"
    assert ID in hall.documents
    _ask(page)
    expect(page.get_by_text(OLD_WORDS).first).to_be_visible()
    page.goto("/phien-ban")
    page.get_by_role("button", name="Cập nhật chỉ mục").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    hall.bench.do()
    page.get_by_role("link", name="Xem phiên bản mới").click()
    expect(page.get_by_text("khớp với kho văn bản")).to_be_visible()
