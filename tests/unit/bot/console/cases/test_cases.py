"""The inbox: its list, a case, and the answer that goes back to the resident."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from bot.answer.values import Status
from bot.channels.base import Post
from bot.console.cases.recipients import Hindrance
from bot.conversation.values import Cited
from bot.store.caseload.caseload import Case, Filter
from bot.store.store import Store
from bot.store.talk.cases import CaseState
from bot.store.values import QuestionStatus, Role
from knowledge.gazetteer.places import Place
from tests.support.console.console import ADMIN, STAFF, House, Visitor
from tests.support.conversations.cases import ABILITIES, Carrier, Town
from tests.support.documents.documents import LANG_SON, at

LOUDSPEAKER = "Loa phường hỏng thì báo ai?"
MARKUP = '<script>alert("x")</script><img src=x onerror=alert(1)>'


@pytest.fixture
def carrier() -> Carrier:
    return Carrier()


@pytest.fixture
def house(store: Store, tmp_path: Path, carrier: Carrier) -> House:
    """A console whose answers the carrier takes."""
    house = House(store, tmp_path, abilities=ABILITIES, deliver=carrier)
    house.open_to(STAFF, Role.STAFF)
    house.open_to(ADMIN, Role.ADMIN)
    return house


@pytest.fixture
def town(house: House) -> Town:
    return Town(house.office.store, house.clock())


def the_case(house: House) -> Case:
    caseload = house.office.store.cases
    (row,) = caseload.page(Filter(state=None), 10)
    found = caseload.one(row.number)
    assert found
    return found


def path(house: House) -> str:
    return f"/hop-thu/{the_case(house).number}"


class TestList:
    def test_says_that_there_is_nothing(self, officer: Visitor) -> None:
        assert "Không có câu hỏi nào như vậy." in officer.get("/hop-thu").text

    def test_shows_nearly_the_same_questions_as_one_row_with_a_count(
        self, town: Town, officer: Visitor
    ) -> None:
        town.asks("Trồng cây gì?")
        town.asks(LOUDSPEAKER)
        asked = town.wants_staff("loa phuong hong thi bao ai ạ", by="777", channel="zalo-oa")
        town.blames(town.asks("Họp ở đâu?", status=Status.ANSWERED), "không rõ")
        told = officer.get("/hop-thu").text
        assert re.findall(r'<a href="/hop-thu/\d+">([^<]+)', told) == [
            "Họp ở đâu?",
            asked.question,
            "Trồng cây gì?",
        ]
        assert "2 lần hỏi gần giống nhau" in told
        assert "Chưa tìm thấy: 2" in told
        assert "👎" in told
        assert "Zalo OA" in told

    def test_is_turned_page_by_page(self, town: Town, officer: Visitor) -> None:
        for number in range(45):
            town.asks(f"việc số {number} {number}")
        seen: list[str] = []
        link: str | None = "/hop-thu"
        while link:
            told = officer.get(link).text
            seen += re.findall(r"việc số (\d+) \d+<", told)
            older = re.search(r'href="(/hop-thu\?[^"]+)" rel="next"', told)
            link = older[1].replace("&amp;", "&") if older else None
        assert seen == [str(number) for number in reversed(range(45))]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            pytest.param("loai=asked", ["hai hai"], id="need"),
            pytest.param("kenh=zalo-oa", ["hai hai"], id="channel"),
            pytest.param("trang_thai=done", [], id="state"),
            pytest.param("trang_thai=moi", ["hai hai", "một một"], id="any state"),
            pytest.param("cua_toi=1", [], id="mine"),
            pytest.param("quyen=biet", [], id="right"),
        ],
    )
    def test_is_narrowed(self, town: Town, officer: Visitor, query: str, found: list[str]) -> None:
        town.asks("một một")
        town.wants_staff("hai hai", channel="zalo-oa", by="7")
        told = officer.get(f"/hop-thu?{query}").text
        assert re.findall(r'<a href="/hop-thu/\d+">([^<]+)', told) == found

    @pytest.mark.parametrize("query", ["loai=x", "truoc=0", "kenh=%3Cb%3E", "quyen=1", "truoc=x"])
    def test_refuses_what_is_no_filter(self, officer: Visitor, query: str) -> None:
        assert officer.get(f"/hop-thu?{query}").status_code == 422

    def test_the_navigation_counts_what_is_open(self, town: Town, officer: Visitor) -> None:
        assert 'class="count"' not in officer.get("/nghi-quyet").text
        town.asks(LOUDSPEAKER)
        assert '<span class="count">1<' in officer.get("/nghi-quyet").text


class TestCase:
    def test_tells_all_that_is_known_of_a_question(
        self, house: House, town: Town, officer: Visitor
    ) -> None:
        asked = town.asks(
            LOUDSPEAKER,
            status=Status.ANSWERED,
            confidence=0.21,
            reading="Loa của phường hỏng thì báo ai?",
            place=Place("tỉnh Lạng Sơn", "xã Thiện Tân", "tỉnh Lạng Sơn"),
            cited=(Cited(at(LANG_SON, 5), "cũ"),),
        )
        town.blames(asked, "Tôi không hiểu")
        told = officer.get(path(house)).text
        for words in (
            LOUDSPEAKER,
            "Loa của phường hỏng",
            "khả năng đúng ý 21%",
            "xã Thiện Tân",
            "Điều 5",
            "đã thay đổi từ lúc đó",
            "Khó hiểu",
            "Tôi không hiểu",
            "/thu-cau-hoi?",
            "/bo-cau-hoi/them?",
            "/viec/da-duyet/moi?",
        ):
            assert words in told

    def test_what_residents_write_is_no_markup(
        self, house: House, town: Town, officer: Visitor
    ) -> None:
        asked = town.wants_staff(MARKUP)
        town.blames(asked, MARKUP)
        town.writes_back(asked, MARKUP)
        for page in ("/hop-thu", path(house), f"{path(house)}/cau-mau?cau_hoi=%3Cscript%3E"):
            told = officer.get(page).text
            assert "<script>alert" not in told
            assert "<img" not in told

    def test_a_case_that_is_not_there_is_not_found(self, officer: Visitor) -> None:
        for page in ("/hop-thu/1", "/hop-thu/1/cau-mau"):
            assert officer.get(page).status_code == 404
        for action in ("giao", "tra-loi", "cau-mau"):
            assert officer.post(f"/hop-thu/1/{action}").status_code == 404
        assert officer.post("/hop-thu/1/trang-thai", thanh="done").status_code == 404

    def test_is_given_to_somebody(self, house: House, town: Town, officer: Visitor) -> None:
        town.asks(LOUDSPEAKER)
        assert officer.post(f"{path(house)}/giao", tai_khoan=ADMIN).status_code == 303
        assert the_case(house).account == ADMIN
        assert f"giao cho {ADMIN}" in officer.get("/hop-thu").text
        assert officer.post(f"{path(house)}/giao", tai_khoan="ai đó").status_code == 422
        officer.post(f"{path(house)}/giao")
        assert the_case(house).account is None

    @pytest.mark.parametrize(
        ("state", "action"),
        [
            pytest.param(CaseState.DONE, "case_done", id="done"),
            pytest.param(CaseState.OUTSIDE, "case_outside", id="outside"),
            pytest.param(CaseState.OPEN, "case_reopened", id="open"),
        ],
    )
    def test_what_became_of_it_is_kept_and_written_down(
        self, house: House, town: Town, officer: Visitor, state: CaseState, action: str
    ) -> None:
        town.asks(LOUDSPEAKER)
        officer.post(f"{path(house)}/trang-thai", thanh=state.value)
        case = the_case(house)
        assert case.state is state
        (entry,) = house.office.audit.entries(5)
        assert (entry.who, entry.action, entry.about) == (STAFF, action, str(case.number))
        assert officer.post(f"{path(house)}/trang-thai", thanh="x").status_code == 422


def answer(house: House, officer: Visitor, *turns: str, **fields: str) -> int:
    """Send an answer to `turns` through the form; return the status."""
    said = {"loi": "Bạn báo trưởng thôn nhé.", "ky_ten": "cán bộ xã Thiện Tân", **fields}
    page = path(house)
    csrf = officer.csrf(page)
    sent = {"csrf": csrf, "cho": list(turns), **said}
    return officer.client.post(f"{page}/tra-loi", data=sent).status_code


def offered(page: str) -> list[str]:
    """Return the turns that the form on `page` can answer."""
    return re.findall(r'name="cho" value="([^"]+)"', page)


class TestThread:
    def test_is_shown_in_the_order_in_which_it_was_said(
        self, house: House, town: Town, officer: Visitor
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        house.clock.move(timedelta(minutes=5))
        answer(house, officer, asked.id, loi="Bạn báo trưởng thôn nhé.")
        town.now += timedelta(minutes=10)
        words = town.writes_back(asked, "Trưởng thôn đi vắng rồi ạ")
        house.clock.move(timedelta(minutes=10))
        answer(house, officer, words.id, loi="Vậy Bạn lên phòng văn hóa nhé.")
        town.now += timedelta(minutes=10)
        town.writes_back(words, "Phòng ấy ở tầng mấy?")
        told = officer.get(path(house)).text
        said = [
            "Bạn báo trưởng thôn nhé.",
            "Trưởng thôn đi vắng rồi ạ",
            "Vậy Bạn lên phòng văn hóa nhé.",
            "Phòng ấy ở tầng mấy?",
        ]
        places = [told.index(words) for words in (LOUDSPEAKER, *said)]
        assert places == sorted(places)
        assert the_case(house).state is CaseState.OPEN

    def test_of_each_resident_stands_alone(
        self, house: House, town: Town, officer: Visitor
    ) -> None:
        mine, theirs = (town.wants_staff(LOUDSPEAKER, by=by) for by in ("4242", "777"))
        town.writes_back(mine, "lời của người này")
        town.writes_back(theirs, "lời của người kia", by="777")
        first, second = re.findall(
            r'<li class="card">.*?lời của người (này|kia)', officer.get(path(house)).text, re.DOTALL
        )
        assert (first, second) == ("kia", "này")

    def test_new_words_are_told_in_the_list(self, town: Town, officer: Visitor) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        town.asks("Trồng cây gì?", by="777")
        town.writes_back(asked, "Trưởng thôn đi vắng rồi ạ")
        told = officer.get("/hop-thu").text
        assert re.findall(r'<a href="/hop-thu/\d+">([^<]+)', told) == [LOUDSPEAKER, "Trồng cây gì?"]
        assert "Trưởng thôn đi vắng rồi ạ" in told
        assert "lần hỏi gần giống nhau" not in told
        assert "Trồng cây gì?" not in officer.get("/hop-thu?loai=replied").text

    def test_one_answer_goes_to_whoever_wrote_several_times(
        self, house: House, town: Town, officer: Visitor, carrier: Carrier
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        town.now += timedelta(minutes=1)
        words = town.writes_back(asked, "Loa ở đầu ngõ")
        assert offered(officer.get(path(house)).text) == [words.id]
        assert answer(house, officer, words.id, asked.id) == 303
        (delivery,) = carrier.taken
        assert delivery.post.text.startswith("Bạn đã nhắn: “Loa ở đầu ngõ”")
        assert the_case(house).state is CaseState.DONE

    def test_words_that_came_while_the_answer_was_written_wait(
        self, house: House, town: Town, officer: Visitor, carrier: Carrier
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        town.now += timedelta(minutes=1)
        words = town.writes_back(asked, "Loa ở đầu ngõ")
        assert answer(house, officer, asked.id) == 303
        (delivery,) = carrier.taken
        assert delivery.post.text.startswith(f"Bạn đã hỏi: “{LOUDSPEAKER}”")
        assert the_case(house).state is CaseState.OPEN
        assert offered(officer.get(path(house)).text) == [words.id]

    def test_other_pages_get_the_question_rather_than_words(
        self, house: House, town: Town, officer: Visitor
    ) -> None:
        town.writes_back(town.wants_staff(LOUDSPEAKER), "thế ạ")
        told = officer.get(path(house)).text
        assert quote_plus(LOUDSPEAKER) in told
        assert quote_plus("thế ạ") not in told

    @pytest.mark.parametrize(("good", "told"), [(True, "thấy có ích"), (False, "thấy chưa rõ")])
    def test_what_the_resident_thinks_of_the_answer_is_shown(
        self, house: House, town: Town, officer: Visitor, good: bool, told: str
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        answer(house, officer, asked.id)
        assert told not in officer.get(path(house)).text
        town.judges(asked, good=good)
        assert told in officer.get(path(house)).text


class TestAnswer:
    def test_goes_back_to_the_resident_marked_as_from_staff(
        self, house: House, town: Town, officer: Visitor, carrier: Carrier
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER, channel="zalo-oa", by="777")
        assert answer(house, officer, asked.id) == 303
        (delivery,) = carrier.taken
        assert (delivery.channel, delivery.chat) == ("zalo-oa", "777")
        assert delivery.post == Post(
            f"Bạn đã hỏi: “{LOUDSPEAKER}”\n\nTrả lời của cán bộ xã Thiện Tân:\n\n"
            "Bạn báo trưởng thôn nhé.\n\n"
            "1. Nhắn lại cán bộ\n2. 👍 Có ích\n3. 👎 Chưa rõ\n4. Hỏi Dân Biết\n\n"
            "Bạn nhắn số để chọn nhé."
        )
        assert house.office.store.undelivered() == (delivery,)
        (question,) = house.office.store.staff_questions()
        assert question.status is QuestionStatus.ANSWERED
        assert the_case(house).state is CaseState.DONE
        (entry,) = house.office.audit.entries(5)
        assert (entry.who, entry.action) == (STAFF, "case_answered")
        assert "Bạn báo" not in entry.about

    def test_tells_how_far_it_has_come(
        self, house: House, town: Town, officer: Visitor, carrier: Carrier
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        answer(house, officer, asked.id)
        assert "Đang chờ gửi" in officer.get(path(house)).text
        (delivery,) = carrier.taken
        house.office.store.mark_failed(delivery.id, "người này đã chặn chatbot")
        told = officer.get(path(house)).text
        assert "Không gửi được" in told
        assert "người này đã chặn chatbot" in told
        house.office.store.mark_sent(delivery.id, house.clock())
        assert "Đã gửi" in officer.get(path(house)).text

    def test_goes_to_all_who_are_chosen_and_to_nobody_else(
        self, house: House, town: Town, officer: Visitor, carrier: Carrier
    ) -> None:
        chosen = [town.wants_staff(LOUDSPEAKER, by=str(by)) for by in range(2)]
        left = town.wants_staff(LOUDSPEAKER, by="left")
        answer(house, officer, *(one.id for one in chosen))
        assert {one.chat for one in carrier.taken} == {"0", "1"}
        assert the_case(house).state is CaseState.OPEN
        assert left.id in officer.get(path(house)).text

    def test_begins_with_the_name_of_the_office(
        self, house: House, town: Town, officer: Visitor
    ) -> None:
        town.wants_staff(LOUDSPEAKER)
        assert 'value="cán bộ xã Thiện Tân"' in officer.get(path(house)).text
        town.wants_staff(LOUDSPEAKER, place=Place("tỉnh Lạng Sơn", None, "tỉnh Lạng Sơn"))
        assert 'value="cán bộ"' in officer.get(path(house)).text

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            pytest.param({"loi": " "}, "từ 1 đến 3000 ký tự", id="no words"),
            pytest.param({"loi": "x" * 3001}, "từ 1 đến 3000 ký tự", id="too long"),
            pytest.param({"ky_ten": ""}, "Bạn ghi ai trả lời", id="no signature"),
        ],
    )
    def test_a_form_that_cannot_be_sent_is_shown_again(
        self,
        house: House,
        town: Town,
        officer: Visitor,
        carrier: Carrier,
        fields: dict[str, str],
        said: str,
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        page = path(house)
        sent = {"loi": "Có ạ.", "ky_ten": "cán bộ", **fields, "cho": asked.id}
        answer = officer.post(f"{page}/tra-loi", form=page, **sent)
        assert answer.status_code == 422
        assert said in answer.text
        assert carrier.taken == []

    def test_is_sent_once_by_whoever_was_first(
        self, house: House, town: Town, officer: Visitor, admin: Visitor, carrier: Carrier
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        assert answer(house, officer, asked.id) == 303
        assert answer(house, admin, asked.id) == 422
        assert len(carrier.taken) == 1

    def test_who_did_not_ask_the_staff_has_no_address(
        self, house: House, town: Town, officer: Visitor, carrier: Carrier
    ) -> None:
        asked = town.asks(LOUDSPEAKER)
        assert "hệ thống không lưu nơi nhận" in officer.get(path(house)).text
        assert answer(house, officer, asked.id) == 422
        assert carrier.taken == []

    @pytest.mark.parametrize(
        ("channel", "hours", "hindrance"),
        [
            pytest.param("zalo-oa", 47, None, id="within the window"),
            pytest.param("zalo-oa", 49, Hindrance.WINDOW, id="past the window"),
            pytest.param("telegram", 4900, None, id="no window"),
            pytest.param("zalo-bot", 1, Hindrance.CHANNEL, id="not running"),
        ],
    )
    def test_says_before_sending_whether_it_can_be_sent(
        self,
        house: House,
        town: Town,
        carrier: Carrier,
        channel: str,
        hours: int,
        hindrance: Hindrance | None,
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER, channel=channel, by="777")
        house.clock.move(timedelta(hours=hours))
        officer = house.visitor(STAFF)
        told = officer.get(path(house)).text
        assert ("trong 48 giờ sau đó" in told) is (hindrance is Hindrance.WINDOW)
        assert ("đang tắt" in told) is (hindrance is Hindrance.CHANNEL)
        assert ("Gửi được đến" in told) is (channel == "zalo-oa" and hindrance is None)
        assert answer(house, officer, asked.id) == (422 if hindrance else 303)
        assert len(carrier.taken) == (0 if hindrance else 1)

    def test_stays_stored_where_nothing_runs(
        self, store: Store, tmp_path: Path, town: Town, house: House
    ) -> None:
        asked = town.wants_staff(LOUDSPEAKER)
        alone = House(store, tmp_path, abilities=ABILITIES)
        answer(house, alone.visitor(STAFF), asked.id)
        assert len(store.undelivered()) == 1
