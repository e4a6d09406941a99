"""The pages of approved answers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.answer.answerer import Answerer
from bot.answer.catalogue import Catalogue
from bot.answer.edition import Edition
from bot.answer.quoting.guide import Guide
from bot.answer.staff.approval import Approval
from bot.answer.values import Question
from bot.store.office.approvals import RecentApprovals
from bot.store.store import Store
from bot.store.values import Role
from knowledge.law.resolution import Address, Resolution
from tests.support.answers.answers import ON, FakeSearcher, as_found, gazetteer, hit, library
from tests.support.console.console import ADMIN, STAFF, House, Visitor
from tests.support.conversations.conversations import reworded, without
from tests.support.documents.documents import CA_MAU, LANG_SON, at
from tests.support.language.language import speller

MONEY = at(LANG_SON, 5)
PAGE = "/viec/da-duyet"
QUESTION = "Kinh phí thực hiện dân chủ lấy từ đâu?"
FIELDS = {"cau_hoi": QUESTION, "loi": "Từ ngân sách, bà con ạ.", "viec": "luu"}


@dataclass
class Shelf:
    """The edition that answers, whose documents a test may change."""

    store: Store
    documents: dict[str, Resolution] = field(default_factory=lambda: dict(library()))

    def edition(self) -> Edition:
        searcher = FakeSearcher((hit(at(LANG_SON, 3, 1)),))
        recent = RecentApprovals(self.store.approvals)
        return Edition(
            "1",
            Answerer(
                self.documents, searcher, gazetteer(), speller(), Guide(approvals=recent), as_found
            ),
            Catalogue(),
        )

    def change(self, document: Resolution) -> None:
        self.documents[document.id] = document


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return Shelf(store)


@pytest.fixture
def house(store: Store, shelf: Shelf, tmp_path: Path) -> House:
    """A console over the shelf."""
    house = House(store, tmp_path, edition=shelf.edition)
    house.open_to(STAFF, Role.STAFF)
    house.open_to(ADMIN, Role.ADMIN)
    return house


def send(
    officer: Visitor, *addresses: Address, page: str = "/viec/da-duyet/moi", **fields: str
) -> tuple[int, str]:
    """Send the form; return the status, and the page."""
    grounds = [json.dumps(one.as_dict()) for one in addresses]
    told = {"csrf": officer.csrf(page), "can_cu": grounds, **FIELDS, **fields}
    answer = officer.client.post(page, data=told)
    return answer.status_code, answer.text


def approved(house: House) -> list[Approval]:
    return [one.approval for one in house.office.store.approvals.every()]


def test_an_answer_is_approved_and_served(house: House, shelf: Shelf, officer: Visitor) -> None:
    assert "Chưa có câu trả lời nào được duyệt." in officer.get("/viec/da-duyet").text
    status, _ = send(officer, MONEY)
    assert status == 303
    (kept,) = approved(house)
    assert (kept.question, kept.text, kept.within) == (QUESTION, FIELDS["loi"], "")
    assert [one.address for one in kept.grounds] == [MONEY]
    answer = shelf.edition().answerer.answer(Question(QUESTION, ON))
    assert FIELDS["loi"] in answer.text
    told = officer.get("/viec/da-duyet").text
    assert QUESTION in told
    assert "Đang dùng" in told
    (entry,) = house.office.audit.entries(5)
    assert (entry.who, entry.action, entry.about) == (STAFF, "approval_added", str(kept.number))


def test_provisions_are_offered_and_looked_for(officer: Visitor) -> None:
    told = officer.get(
        "/viec/da-duyet/moi?cau_hoi=Ai%20h%E1%BB%8Dp%3F&noi=t%E1%BB%89nh%20L%E1%BA%A1ng%20S%C6%A1n"
    ).text
    assert "Ai họp?" in told
    assert "khoản 1 Điều 3" in told
    status, told = send(officer, MONEY, viec="tim", tim="kinh phi")
    assert status == 200
    assert re.search(r'name="can_cu" value="[^"]+" checked> Điều 5', told)
    assert "Những chỗ có “kinh phi”" in told


@pytest.mark.parametrize(
    ("addresses", "fields", "said"),
    [
        pytest.param((), {}, "chọn ít nhất một điều khoản", id="rests on nothing"),
        pytest.param((at(LANG_SON, 99),), {}, "chọn ít nhất một", id="no such provision"),
        pytest.param((MONEY, at(CA_MAU, 2)), {}, "những tỉnh khác nhau", id="two provinces"),
        pytest.param((MONEY,), {"loi": ""}, "từ 1 đến 3000", id="no answer"),
        pytest.param((MONEY,), {"cau_hoi": "?"}, "từ 1 đến 500", id="no question"),
        pytest.param((MONEY,), {"cau_hoi": "x" * 501}, "từ 1 đến 500", id="long question"),
        pytest.param((MONEY,), {"cach_hoi": "x" * 501}, "Nhiều nhất 30 cách", id="long sample"),
        pytest.param(
            (MONEY,),
            {"cach_hoi": "\n".join(f"câu {one}" for one in range(31))},
            "Nhiều nhất 30 cách",
            id="many samples",
        ),
        pytest.param((MONEY,), {"ap_dung": "hue"}, "Không có nghị quyết", id="unknown place"),
    ],
)
def test_what_cannot_be_approved_is_shown_again(
    house: House,
    officer: Visitor,
    addresses: tuple[Address, ...],
    fields: dict[str, str],
    said: str,
) -> None:
    status, told = send(officer, *addresses, **fields)
    assert status == 422
    assert said in told
    assert approved(house) == []


@pytest.mark.parametrize("how", [reworded, without])
def test_a_changed_provision_suspends_and_lists_for_review(
    house: House, shelf: Shelf, officer: Visitor, how: object
) -> None:
    send(officer, MONEY)
    (kept,) = approved(house)
    page = f"/viec/da-duyet/{kept.number}"
    assert "Cần xem lại" not in officer.get("/viec/da-duyet").text
    assert 'class="count"' not in officer.get("/nghi-quyet").text

    shelf.change(how(library()[LANG_SON], MONEY))  # type: ignore[operator]
    told = officer.get("/viec/da-duyet").text
    assert "Cần xem lại (1)" in told
    assert "Tạm ngừng" in told
    assert 'class="count"' in officer.get("/nghi-quyet").text
    assert "1 câu cần xem lại" in officer.get("/viec").text
    told = officer.get(page).text
    assert "Lúc duyệt:" in told
    assert ("Đã sửa." in told) is (how is reworded)
    assert ("không còn nữa" in told) is (how is without)

    shelf.change(library()[LANG_SON])
    assert "Cần xem lại" not in officer.get("/viec/da-duyet").text


def test_what_was_reviewed_is_served_again(house: House, shelf: Shelf, officer: Visitor) -> None:
    send(officer, MONEY)
    shelf.change(reworded(library()[LANG_SON], MONEY))
    (kept,) = approved(house)
    send(officer, MONEY, page=f"/viec/da-duyet/{kept.number}", loi="Lời mới.")
    (again,) = approved(house)
    assert (again.number, again.text) == (kept.number, "Lời mới.")
    assert "Cần xem lại" not in officer.get("/viec/da-duyet").text
    assert "Lời mới." in shelf.edition().answerer.answer(Question(QUESTION, ON)).text
    assert house.office.audit.entries(1)[0].action == "approval_changed"


def test_an_approval_is_taken_back(house: House, officer: Visitor) -> None:
    send(officer, MONEY)
    (kept,) = approved(house)
    page = f"/viec/da-duyet/{kept.number}"
    assert officer.post(f"{page}/xoa", page).status_code == 303
    assert approved(house) == []
    assert officer.get(page).status_code == 404
    assert officer.post(f"{page}/xoa").status_code == 404
    assert officer.post(page).status_code == 404


def test_numbers_of_persons_are_not_kept_and_markup_is_none(house: House, officer: Visitor) -> None:
    send(officer, MONEY, cau_hoi="Gọi 0912345678 được không?", loi="<script>x</script>")
    (kept,) = approved(house)
    assert "0912345678" not in kept.question
    for page in ("/viec/da-duyet", f"/viec/da-duyet/{kept.number}"):
        assert "<script>x" not in officer.get(page).text


def test_the_list_is_turned_page_by_page(house: House, officer: Visitor) -> None:
    table = house.office.store.approvals
    for number in range(65):
        table.put(Approval(0, f"câu {number}", "Có.", ()), STAFF, house.clock())
    seen: list[str] = []
    link: str | None = "/viec/da-duyet"
    while link:
        told = officer.get(link).text
        seen += re.findall(r">câu (\d+)<", told)
        older = re.search(r'href="(/viec/da-duyet\?truoc=\d+)" rel="next"', told)
        link = older[1] if older else None
    assert seen == [str(number) for number in reversed(range(65))]


def test_other_ways_to_ask_are_kept_and_served(
    house: House, shelf: Shelf, officer: Visitor
) -> None:
    samples = f"Tiền đó ai trả?\n\n tien do ai tra\n{QUESTION}\nGọi 0912345678 được không?"
    send(officer, MONEY, cach_hoi=samples)
    (kept,) = approved(house)
    assert kept.samples[0] == "tien do ai tra"
    assert len(kept.samples) == 2
    assert "0912345678" not in kept.samples[1]
    assert "tien do ai tra" in officer.get(f"{PAGE}/{kept.number}").text
    told = shelf.edition().answerer.answer(Question("Tiền đó ai trả?", ON)).text
    assert FIELDS["loi"] in told


def test_who_approved_what_before_is_shown(house: House, officer: Visitor) -> None:
    send(officer, MONEY, loi="Lời cũ.")
    (kept,) = approved(house)
    page = f"{PAGE}/{kept.number}"
    assert "Ai đã sửa" not in officer.get(page).text
    send(officer, MONEY, page=page, loi="Lời mới.")
    told = officer.get(page).text
    assert "Ai đã sửa" in told
    assert "Lời cũ." in told
    assert f"{STAFF} duyệt lúc" in told


def test_approvals_stand_among_the_matters(officer: Visitor) -> None:
    send(officer, MONEY)
    assert QUESTION in officer.get("/viec").text
    assert 'href="/viec/da-duyet"' in officer.get("/viec").text
    assert 'href="/viec/da-duyet"' not in officer.get("/nghi-quyet").text
