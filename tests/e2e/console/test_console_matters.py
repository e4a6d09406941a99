"""What residents ask, seen and changed in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.answer.values import Status
from bot.store.store import Store
from tests.support.answers.answers import library
from tests.support.answers.matters import MONEY, MONEY_ID, SHORT, Desk, house_of_matters, kept
from tests.support.console.browser import Screen, check, keep, log_in, served, visit
from tests.support.console.console import PASSWORD, STAFF, House
from tests.support.conversations.cases import Town
from tests.support.conversations.conversations import reworded
from tests.support.documents.documents import LANG_SON
from tests.support.running.stores import KEY

HEADING = "Tiền ở đâu ra"


@pytest.fixture
def desk() -> Desk:
    """What answers."""
    return Desk()


@pytest.fixture
def house(tmp_path: Path, desk: Desk) -> Iterator[House]:
    """A console with an officer, where residents have asked about a matter."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = house_of_matters(store, tmp_path, desk)
        town = Town(store, house.clock())
        asked = town.asks("tiền đâu?", topics=(HEADING,), status=Status.ANSWERED)
        town.blames(asked, "khó hiểu")
        yield house


@pytest.fixture
def page(house: House, browser: Browser, screen: Screen) -> Iterator[Page]:
    """A window on the list of matters, where the officer has signed in."""
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto("/viec")
        log_in(page, STAFF, PASSWORD)
        yield page


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, name, screen)


def test_an_officer_corrects_a_line(page: Page, screen: Screen) -> None:
    expect(page.get_by_text("Hỏi 1 lần · trả lời được 1")).to_be_visible()
    page.get_by_label("Tìm").fill("ngan sach")
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("link", name=HEADING).click()
    page.get_by_role("link", name="Sửa lời này").first.click()
    page.get_by_label("Lời trả lời ngắn").fill("chữ " * 46)
    page.get_by_role("button", name="Lưu lời trả lời").click()
    expect(page.get_by_text("Lời trả lời cần từ 1 đến 45 chữ.")).to_be_visible()
    page.get_by_label("Lời trả lời ngắn").fill("Nhà nước trả, bà con không phải góp.")
    page.get_by_label("Tìm điều khoản khác").fill("kinh phi")
    page.get_by_role("button", name="Tìm điều khoản").click()
    expect(page.get_by_text("Những chỗ có “kinh phi”")).to_be_visible()
    _look(page, "matter-line", screen)
    page.get_by_role("button", name="Lưu lời trả lời").click()
    expect(page.get_by_role("status").get_by_text("Đã lưu.")).to_be_visible()
    page.get_by_text(f"{STAFF}, lúc").click()
    expect(page.get_by_text(SHORT)).to_be_visible()
    _look(page, "matter", screen)


def test_an_officer_confirms_a_line_whose_provision_changed(
    house: House, desk: Desk, page: Page, screen: Screen
) -> None:
    desk.change(reworded(library()[LANG_SON], MONEY))
    page.get_by_label("Bị tạm ngưng").check()
    page.get_by_role("button", name="Lọc").click()
    _look(page, "matters", screen)
    page.get_by_role("link", name=HEADING).click()
    expect(page.get_by_text("bây giờ viết:")).to_be_visible()
    _look(page, "matter-suspended", screen)
    page.get_by_role("button", name="Lời này vẫn đúng").click()
    expect(page.get_by_role("status").get_by_text("Đã xác nhận.")).to_be_visible()
    expect(page.get_by_text("Tạm ngưng – cần xem lại")).not_to_be_visible()
    assert [one.id for one in kept(house).history()] == [MONEY_ID]


def test_an_officer_writes_a_matter_and_changes_its_questions(
    house: House, page: Page, screen: Screen
) -> None:
    page.get_by_role("link", name="Viết việc mới").click()
    page.get_by_label("Tên việc").fill("Đậu xe ở nhà văn hóa")
    page.get_by_label("Được biết").check()
    page.get_by_label("Câu hỏi mẫu").fill("Đậu xe ở đâu?\nGửi xe chỗ nào\ntien o dau ra la sao")
    page.get_by_label("Lời trả lời ngắn").fill("Xe để trong sân, không mất tiền.")
    page.get_by_label("Tìm điều khoản khác").fill("kinh phi")
    page.get_by_role("button", name="Tìm điều khoản").click()
    page.get_by_label("Điều 5, Nghị quyết").first.check()
    page.get_by_role("button", name="Lưu việc mới").click()
    expect(page.get_by_text("“tien o dau ra la sao” đã có ở")).to_be_visible()
    _look(page, "matter-new", screen)
    page.get_by_label("Câu hỏi mẫu").fill("Đậu xe ở đâu?\nGửi xe chỗ nào\nXe để đâu")
    page.get_by_role("button", name="Lưu việc mới").click()
    expect(page.get_by_role("status").get_by_text("Đã lưu việc mới.")).to_be_visible()
    page.get_by_role("link", name="Sửa tên, quyền và câu hỏi mẫu").click()
    page.get_by_label("Câu hỏi mẫu").fill("Đậu xe ở đâu?\nGửi xe chỗ nào\nCó chỗ để xe không")
    _look(page, "matter-questions", screen)
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_text("Có chỗ để xe không")).to_be_visible()
    assert kept(house).own() == {"dau-xe-o-nha-van-hoa"}


def test_an_officer_writes_what_the_office_tells(house: House, page: Page, screen: Screen) -> None:
    page.get_by_role("link", name="Viết thông tin của xã").click()
    page.get_by_label("Tên việc").fill("Giờ làm việc của xã")
    page.get_by_label("Câu hỏi mẫu").fill(
        "Xã mở cửa mấy giờ?\nMấy giờ nghỉ trưa\nThứ bảy có làm không"
    )
    page.get_by_label("Thông tin cho bà con").fill("Sáng 7 giờ đến 11 giờ.")
    page.get_by_label("Đơn vị cung cấp").fill("Ủy ban nhân dân xã")
    page.get_by_label("Dành cho bà con ở đâu?").fill("xã Tân Hưng")
    page.get_by_role("button", name="Lưu thông tin").click()
    expect(page.get_by_text("có thể là")).to_be_visible()
    _look(page, "matter-office-new", screen)
    page.get_by_label("Dành cho bà con ở đâu?").fill("xã Tân Hưng, tỉnh Cà Mau")
    page.get_by_role("button", name="Lưu thông tin").click()
    expect(page.get_by_text("Dành cho: xã Tân Hưng, tỉnh Cà Mau")).to_be_visible()
    _look(page, "matter-office", screen)
    page.get_by_role("link", name="Sửa thông tin này").click()
    page.get_by_label("Dùng đến hết ngày").fill("2027-12-31")
    page.get_by_role("button", name="Lưu thông tin").click()
    expect(page.get_by_text("Dùng đến hết 31/12/2027")).to_be_visible()
    assert kept(house).own() == {"gio-lam-viec-cua-xa"}
