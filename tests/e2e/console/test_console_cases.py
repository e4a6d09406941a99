"""The cases and the approved answers in a real browser, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.answer.values import Status
from bot.channels.base import Post
from bot.conversation.values import Cited, Outcome
from bot.store.store import Store
from bot.store.values import Role
from tests.support.answers.answers import FakeSearcher, as_found, gazetteer, hit, library
from tests.support.console.browser import Screen, check, keep, log_in, served, visit
from tests.support.console.console import PASSWORD, STAFF, House
from tests.support.conversations.cases import ABILITIES, Carrier, Town
from tests.support.conversations.conversations import reworded
from tests.support.documents.documents import LANG_SON, at
from tests.support.language.language import speller
from tests.support.running.stores import KEY, chat, message, reply, settle

MONEY = at(LANG_SON, 5)
LOUDSPEAKER = "Loa phường hỏng thì báo ai?"


class Shelf:
    """The documents that answer, which a test may change."""

    def __init__(self) -> None:
        self.documents = dict(library())

    def edition(self) -> Edition:
        """Return an edition that finds two provisions."""
        searcher = FakeSearcher((hit(at(LANG_SON, 3, 1)), hit(MONEY, 19.5)))
        return Edition(
            "1",
            Answerer(self.documents, searcher, gazetteer(), speller(), fit=as_found),
            Catalogue(),
        )


@pytest.fixture
def carrier() -> Carrier:
    """Who takes answers."""
    return Carrier()


@pytest.fixture
def shelf() -> Shelf:
    """What answers."""
    return Shelf()


@pytest.fixture
def house(tmp_path: Path, carrier: Carrier, shelf: Shelf) -> Iterator[House]:
    """A console with an officer, over residents who need one."""
    with closing(Store.open(f"sqlite:///{tmp_path / 'danbiet.sqlite'}", KEY)) as store:
        house = House(store, tmp_path, abilities=ABILITIES, deliver=carrier, edition=shelf.edition)
        house.open_to(STAFF, Role.STAFF)
        _ask(Town(store, house.clock()))
        yield house


@pytest.fixture
def page(house: House, browser: Browser, screen: Screen) -> Iterator[Page]:
    """A window on the console, where the officer has signed in."""
    with served(house.app) as url, visit(browser, url, screen) as page:
        page.goto("/hop-thu")
        log_in(page, STAFF, PASSWORD)
        yield page


def _ask(town: Town) -> None:
    town.now -= timedelta(days=3)
    town.wants_staff(LOUDSPEAKER, channel="zalo-oa", by="900")
    town.now += timedelta(days=3)
    unsure = town.asks(
        "Tiền làm việc này lấy ở đâu ra?",
        status=Status.ANSWERED,
        confidence=0.2,
        cited=(Cited(MONEY, "cũ"),),
    )
    town.blames(unsure, "Tôi đọc không hiểu, nói rõ hơn giúp tôi")
    town.asks("Xã có bao nhiêu thôn?", place=None)
    town.wants_staff("loa phuong hong thi bao ai vay a", by="901")


def _look(page: Page, name: str, screen: Screen) -> None:
    check(page)
    keep(page, name, screen)


def test_an_officer_answers_who_asked_for_one(page: Page, screen: Screen, carrier: Carrier) -> None:
    expect(page.get_by_text("2 lần hỏi gần giống nhau")).to_be_visible()
    _look(page, "inbox", screen)
    page.get_by_label("Vì sao").select_option("Hỏi cán bộ")
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("link", name="loa phuong hong").click()
    expect(page.get_by_text("Không gửi được: người này nhắn lần cuối")).to_be_visible()
    page.get_by_label("Câu trả lời").fill("Bạn báo trưởng thôn, xã sẽ cử người đến sửa nhé.")
    _look(page, "case", screen)
    page.get_by_role("button", name="Gửi câu trả lời").click()
    expect(page.get_by_text("Đã nhận câu trả lời, chatbot đang gửi đi.")).to_be_visible()
    expect(page.get_by_text("Đang chờ gửi")).to_be_visible()
    _look(page, "case-answered", screen)
    (delivery,) = carrier.taken
    assert delivery.chat == "901"
    assert "Trả lời của cán bộ xã Thiện Tân:" in delivery.post.text


def test_an_officer_has_answers_that_reached_nobody_sent_again(
    house: House, page: Page, screen: Screen, carrier: Carrier
) -> None:
    store = house.office.store
    sent, posts = message(chat="902"), [[Post("Có, Bạn ạ."), Post("— Điều 5.")]]
    given = settle(store, Outcome(chat(sent), (reply(),)), posts, at=house.clock(), sent=sent)
    for one in given:
        store.mark_failed(one.id, "Telegram từ chối yêu cầu (Forbidden)")
    page.reload()
    _look(page, "inbox-undelivered", screen)
    page.get_by_role("link", name="Có 2 câu trả lời không gửi được").click()
    expect(page.get_by_role("button", name="Gửi lại những câu đã chọn")).to_be_visible()
    _look(page, "undelivered", screen)
    page.get_by_label("Soạn lúc").last.uncheck()
    page.get_by_role("button", name="Gửi lại những câu đã chọn").click()
    expect(page.get_by_text("Chatbot đang gửi lại.")).to_be_visible()
    assert carrier.taken == [given[1]]
    page.get_by_role("button", name="Bỏ những câu đã chọn").click()
    expect(page.get_by_text("Không có câu trả lời nào không gửi được.")).to_be_visible()


def test_an_officer_and_a_resident_write_to_and_fro(
    house: House, page: Page, screen: Screen, carrier: Carrier
) -> None:
    town = Town(house.office.store, house.clock())
    asked = town.wants_staff("Nhà văn hóa thôn mở cửa lúc nào?", by="902")
    page.goto("/hop-thu")
    page.get_by_role("link", name="Nhà văn hóa thôn").click()
    page.get_by_label("Câu trả lời").fill("Mở từ 7 giờ sáng, bà con nhé.")
    page.get_by_role("button", name="Gửi câu trả lời").click()
    house.office.store.mark_sent(carrier.taken[0].id, house.clock())
    town.now += timedelta(minutes=5)
    town.writes_back(asked, "Thế buổi tối có mở không ạ?", by="902")
    town.judges(asked, good=True, by="902")
    page.goto("/hop-thu")
    expect(page.get_by_text("Mới nhắn lại:")).to_be_visible()
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        "Nhà văn hóa thôn mở cửa lúc nào?"
    )
    _look(page, "inbox-thread", screen)
    page.get_by_role("link", name="Nhà văn hóa thôn").click()
    expect(page.get_by_text("Bà con nhắn lại")).to_be_visible()
    _look(page, "case-thread", screen)
    page.get_by_label("Câu trả lời").fill("Tối thứ bảy có mở ạ.")
    page.get_by_role("button", name="Gửi câu trả lời").click()
    expect(page.get_by_text("Đang chờ gửi")).to_be_visible()
    assert carrier.taken[-1].post.text.startswith("Bạn đã nhắn: “Thế buổi tối có mở không ạ?”")


def test_an_officer_makes_a_sample_of_a_question(page: Page, screen: Screen) -> None:
    page.get_by_role("link", name="Xã có bao nhiêu thôn?").click()
    page.get_by_role("link", name="Lấy làm câu hỏi mẫu").click()
    page.get_by_label("Tìm điều khoản khác").fill("kinh phi")
    page.get_by_role("button", name="Tìm điều khoản").click()
    expect(page.get_by_text("Những chỗ có “kinh phi”")).to_be_visible()
    page.get_by_label("Điều 5, Nghị quyết").first.check()
    _look(page, "sample", screen)
    page.get_by_role("button", name="Lưu câu hỏi mẫu").click()
    expect(page.get_by_text("Đã lưu câu hỏi mẫu.")).to_be_visible()
    page.get_by_role("link", name="← Hộp thư").click()
    page.get_by_role("link", name="Xem các câu hỏi mẫu").click()
    expect(page.get_by_role("rowheader", name="Xã có bao nhiêu thôn?")).to_be_visible()
    _look(page, "samples", screen)


def test_an_officer_approves_an_answer_and_reviews_it_when_a_provision_changes(
    house: House, shelf: Shelf, page: Page, screen: Screen
) -> None:
    page.get_by_role("link", name="Tiền làm việc này lấy ở đâu ra?").click()
    page.get_by_role("link", name="Soạn câu trả lời được duyệt").click()
    page.get_by_label("Câu trả lời", exact=True).fill("Tiền lấy từ ngân sách, bà con ạ.")
    page.get_by_role("button", name="Duyệt", exact=True).click()
    expect(page.get_by_text("Bạn chọn ít nhất một điều khoản")).to_be_visible()
    page.get_by_label("Điều 5, Nghị quyết").first.check()
    _look(page, "approval", screen)
    page.get_by_role("button", name="Duyệt", exact=True).click()
    expect(page.get_by_text("Đang dùng")).to_be_visible()
    assert house.office.store.approvals.every()

    shelf.documents[LANG_SON] = reworded(library()[LANG_SON], MONEY)
    page.goto("/viec/da-duyet")
    expect(page.get_by_text("Cần xem lại (1)")).to_be_visible()
    _look(page, "approvals", screen)
    page.get_by_role("link", name="Tiền làm việc này").first.click()
    expect(page.get_by_text("Căn cứ đã thay đổi")).to_be_visible()
    _look(page, "approval-review", screen)
    page.get_by_role("button", name="Duyệt", exact=True).click()
    expect(page.get_by_text("Đang dùng")).to_be_visible()
