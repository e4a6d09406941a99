"""The admin's guide: its pictures are drawn here, and its words stand on the pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from bot.store.accounts.passwords import hash_password
from bot.store.keys.key import SecretKey
from bot.store.store import Store
from bot.store.values import Account, Role
from tests.support.console.browser import SCREENSHOTS, Screen, log_in, visit
from tests.support.console.console import ADMIN, PASSWORD
from tests.support.documents.intake import NUMBERLESS
from tests.support.documents.papers import word_file
from tests.support.running.danbiet import Prepared
from tests.support.running.serving import Serving, own_copy

GUIDE = Path(__file__).parents[3] / "docs" / "vi" / "quan-tri.md"
PICTURES = GUIDE.with_suffix("")
_PICTURE = re.compile(r"!\[[^\]]+\]\(quan-tri/([\w-]+\.png)\)")
_WORDS = re.compile(r"\*\*([^*]+)\*\*")
SCREEN = Screen("guide", 1000, 720)
MINUTES = 180_000
"""Milliseconds: the model is loaded, and a hundred questions are asked twice."""
FLAWED = NUMBERLESS.replace("Điều 3. Ủy ban", "Điều 5. Ủy ban").replace("Điều 4. Tổ", "Điều 6. Tổ")


_TO_THE_TOP = "shown => window.scrollBy(0, shown.getBoundingClientRect().top - 16)"


class Album:
    """The pictures of a walk through the console, and all that could be read there."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.names: list[str] = []
        self.words = ""

    def keep(self, name: str, shown: Locator) -> None:
        """Take a picture in which `shown` stands at the top."""
        expect(shown).to_be_visible()
        shown.evaluate(_TO_THE_TOP)
        folder = PICTURES if "REDRAW" in os.environ else SCREENSHOTS
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=folder / f"{name}.png")
        self.names.append(f"{name}.png")
        self.read()

    def read(self) -> None:
        """Keep the words of the page."""
        self.words += f" {self.page.locator('body').text_content()}"


@pytest.fixture
def console(prepared: Prepared, tmp_path: Path) -> Iterator[Serving]:
    """A service with an admin's account, over data of its own."""
    data = own_copy(prepared, tmp_path)
    with closing(Store.open(f"sqlite:///{data}/danbiet.sqlite", SecretKey.of("", data))) as store:
        account = Account(ADMIN, Role.ADMIN, datetime.now(UTC))
        store.accounts.add(account, hash_password(PASSWORD))
    with Serving(data, {}) as serving:
        yield serving


def test_the_guide_shows_what_an_admin_meets(
    console: Serving, browser: Browser, tmp_path: Path
) -> None:
    paper = word_file(FLAWED.split("\n\n"), tmp_path / "nghi-quyet-an-giang.docx")
    with visit(browser, console.url, SCREEN) as page:
        page.goto("/van-ban-moi")
        log_in(page, ADMIN, PASSWORD)
        album = Album(page)
        _bring(album, paper)
        _examine(album)
        _publish(album)
        _begin_to_take_out(album)
        _look_back(album)
    guide = GUIDE.read_text(encoding="utf-8")
    assert _PICTURE.findall(guide) == album.names
    assert {path.name for path in PICTURES.iterdir()} == set(album.names)
    read = " ".join(album.words.split())
    assert [words for words in _WORDS.findall(guide) if words not in read] == []


def _bring(album: Album, paper: Path) -> None:
    page = album.page
    page.get_by_label("Tệp văn bản").set_input_files(paper)
    album.keep("gui-tep", page.get_by_role("heading", level=1))
    page.get_by_role("button", name="Gửi tệp").click()
    expect(page.get_by_role("heading", name="Thông tin về văn bản")).to_be_visible(timeout=MINUTES)
    album.keep("ban-nhap", page.get_by_role("heading", level=1))


def _examine(album: Album) -> None:
    page = album.page
    page.get_by_label("Số văn bản đúng là").fill("12/2025/NQ-HĐND")
    page.get_by_label("Lý do về Số văn bản").fill("Theo Công báo số 12 của tỉnh.")
    page.get_by_label("Vì sao vẫn dùng được").fill("Bản gốc cũng đánh số như vậy.")
    album.keep("sua-thong-tin", page.get_by_role("heading", name="Thông tin về văn bản"))
    page.get_by_role("button", name="Lưu lời giải đáp").click()
    expect(page.get_by_role("status").get_by_text("Đã lưu thông tin.")).to_be_visible()
    album.read()
    page.get_by_role("button", name="Tôi đã xem, nội dung đúng với bản gốc").click()
    page.get_by_role("link", name="Thử và đưa vào sử dụng").click()


def _publish(album: Album) -> None:
    page = album.page
    page.get_by_role("button", name="Thử").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_role("button", name="Đưa vào sử dụng")).to_be_visible(timeout=MINUTES)
    album.keep("ket-qua-thu", page.get_by_role("heading", level=1))
    page.get_by_role("button", name="Đưa vào sử dụng").click()
    expect(page.get_by_text("Đã đưa văn bản vào sử dụng")).to_be_visible()
    page.get_by_text("Lịch sử của văn bản").click()
    album.keep("van-ban", page.get_by_role("heading", level=1))


def _begin_to_take_out(album: Album) -> None:
    page = album.page
    page.get_by_role("link", name="Gỡ văn bản").click()
    page.get_by_label("Vì sao gỡ").fill("Bản sao thiếu một trang.")
    album.read()
    page.get_by_role("button", name="Tiếp tục, thử trước khi gỡ").click()
    expect(page.get_by_role("button", name="Thôi, không gỡ nữa")).to_be_visible()
    album.read()
    page.get_by_role("button", name="Thôi, không gỡ nữa").click()


def _look_back(album: Album) -> None:
    page = album.page
    page.get_by_role("link", name="Phiên bản chỉ mục").click()
    album.keep("phien-ban", page.get_by_role("heading", level=1))
    page.get_by_role("link", name="Rà soát").click()
    album.keep("ra-soat", page.get_by_role("heading", level=1))
