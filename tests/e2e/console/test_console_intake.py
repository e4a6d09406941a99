"""Bringing a document in, and examining it, in a real browser, on a desk and on a phone."""

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
from tests.support.documents.documents import LANG_SON, source_of
from tests.support.documents.intake import LIST, NUMBERLESS
from tests.support.documents.papers import pdf_file, word_file
from tests.support.running.stores import KEY

FLAWED = NUMBERLESS.replace("Điều 3. Ủy ban", "Điều 5. Ủy ban").replace("Điều 4. Tổ", "Điều 6. Tổ")
"""A copy that lacks its number and two articles."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A console with an admin."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = House(store, tmp_path)
        house.open_to(ADMIN, Role.ADMIN)
        yield house


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, f"intake-{name}", screen)


def _send(page: Page, file: Path) -> None:
    page.goto(LIST)
    page.get_by_label("Tệp văn bản").set_input_files(file)
    page.get_by_role("button", name="Gửi tệp").click()


def test_an_admin_brings_a_document_and_finds_it_right(
    house: House, browser: Browser, screen: Screen, tmp_path: Path
) -> None:
    paper = word_file(FLAWED.split("\n\n"), tmp_path / "nghi-quyet.docx")
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto(LIST)
        log_in(page, ADMIN, PASSWORD)
        _look(page, "empty", screen)
        _send(page, paper)
        expect(page.get_by_role("heading", name="Thông tin về văn bản")).to_be_visible()
        _read_through(page, screen)
        _correct(page, screen)
        page.get_by_role("button", name="Tôi đã xem, nội dung đúng với bản gốc").click()
        expect(page.get_by_role("link", name="Thử và đưa vào sử dụng")).to_be_visible()
        _look(page, "checked", screen)
        _send(page, _written(pdf_file([""]), tmp_path / "ban-quet.pdf"))
        expect(page.get_by_text("Tệp không có chữ nào.")).to_be_visible()
        _look(page, "unreadable", screen)
        page.goto(LIST)
        _look(page, "list", screen)


def test_a_new_version_shows_what_is_new(
    house: House, browser: Browser, screen: Screen, tmp_path: Path
) -> None:
    old = source_of(LANG_SON).read_text(encoding="utf-8")
    new = old.replace("Kinh phí thực hiện", "Nguồn tiền để thực hiện", 1)
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto(LIST)
        log_in(page, ADMIN, PASSWORD)
        _send(page, _written(new.encode(), tmp_path / "ban-moi.txt"))
        expect(page.get_by_text("1 chỗ khác.")).to_be_visible()
        expect(page.locator("del").filter(has_text="Kinh phí")).to_be_visible()
        _look(page, "version", screen)
        page.goto(f"/nghi-quyet/{LANG_SON}")
        page.get_by_role("button", name="Sửa thông tin").click()
        expect(page.get_by_text("Nháp Chưa có gì khác với văn bản đang dùng")).to_be_visible()


def _read_through(page: Page, screen: Screen) -> None:
    expect(page.get_by_text("Còn 2 lỗi nghiêm trọng")).to_be_visible()
    point = page.get_by_text("Gửi văn bản đến từng hộ gia đình.")
    expect(point).to_be_hidden()
    page.get_by_text("Điều 2. Các biện pháp bảo đảm").click()
    expect(point).to_be_visible()
    _look(page, "draft", screen)


def _correct(page: Page, screen: Screen) -> None:
    page.get_by_label("Số văn bản đúng là").fill("12/2025/NQ-HĐND")
    page.get_by_role("button", name="Lưu thông tin").click()
    expect(page.get_by_text("Bạn ghi lý do nhé")).to_be_visible()
    expect(page.get_by_label("Số văn bản đúng là")).to_have_value("12/2025/NQ-HĐND")
    _look(page, "fault", screen)
    page.get_by_label("Lý do về Số văn bản").fill("Theo Công báo số 12.")
    page.get_by_label("Vì sao vẫn dùng được").fill("Bản gốc đánh số như vậy.")
    page.get_by_role("button", name="Lưu lời giải đáp").click()
    expect(page.get_by_role("status").get_by_text("Đã lưu thông tin.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("12/2025/NQ-HĐND")


def _written(content: bytes, file: Path) -> Path:
    file.write_bytes(content)
    return file
