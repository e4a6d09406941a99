"""The page on which questions are tried."""

from __future__ import annotations

import html
import re
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, select

from bot.console.quality.trial.question import TrialQuestion
from bot.store.database.database import Database
from bot.store.database.tables import METADATA
from tests.support.answers.trials import HITS, MONEY, PATH, answering
from tests.support.console.console import STAFF, House, Visitor
from tests.support.documents.documents import LANG_SON, at


@pytest.fixture
def officer(house: House) -> Visitor:
    """An officer, where every search finds something on money."""
    return answering(house, *HITS).visitor(STAFF)


class _Dangers(HTMLParser):
    """Collects what could run, or load something, in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        foreign = tag == "script" and not (given.get("src") or "").startswith("/static/")
        if foreign or tag in {"img", "iframe"} or any(name.startswith("on") for name in given):
            self.found.append(tag)


def dangers(told: str) -> list[str]:
    reader = _Dangers()
    reader.feed(told)
    return reader.found


def tried(officer: Visitor, **fields: str) -> str:
    answer = officer.post(PATH, form=PATH, **{"noi": "Lạng Sơn", "moi": "1", **fields})
    assert answer.status_code == 200
    return html.unescape(answer.text)


def opened(officer: Visitor, **fields: object) -> str:
    answer = officer.get(f"{PATH}?{urlencode(fields, doseq=True)}")
    assert answer.status_code == 200
    return html.unescape(answer.text)


def test_the_console_opens_with_an_empty_form_for_today(officer: Visitor) -> None:
    assert officer.get("/").headers["location"] == PATH
    told = opened(officer)
    assert 'value="2026-11-22"' in told
    assert "Vì sao bot trả lời" not in told


def test_a_question_shows_the_answer_on_every_platform_and_why(officer: Visitor) -> None:
    told = tried(officer, hoi=MONEY)
    assert "<blockquote>“Kinh phí bảo đảm" in told
    assert "1. Xem nguyên văn" in told
    assert 'name="bam" value="5">Hỏi cán bộ' in told
    for heading in (
        "Kết luận",
        "Kiểm tra trích dẫn",
        "Câu hỏi được hiểu thế nào",
        "Nghị quyết áp dụng",
        "Những đoạn tìm được",
        "Thời gian",
    ):
        assert f"<h3>{heading}</h3>" in told
    assert "áp dụng trong cả tỉnh Lạng Sơn" in told
    assert "Đúng từng chữ" in told
    assert "Phiên bản dữ liệu 7" in told


def test_a_citation_leads_to_the_quote_in_the_document(officer: Visitor) -> None:
    told = tried(officer, hoi=MONEY)
    (link,) = re.findall(r'href="(/nghi-quyet/[^"]+)">Điều 5 Nghị', told)
    opened_document = officer.get(link).text
    assert '<section id="dieu-5" class="unit article chosen"' in opened_document
    assert "<mark>Kinh phí bảo đảm" in opened_document


def test_a_message_of_several_questions_explains_each(officer: Visitor) -> None:
    told = tried(officer, hoi="1. Kinh phí lấy ở đâu?\n2. Ai giám sát thu chi ở thôn?")
    assert "Câu 1: " in told
    assert "Câu 2: " in told
    assert told.count("<h3>Kết luận</h3>") == 2


def test_a_chat_goes_on_until_it_is_long_enough(officer: Visitor) -> None:
    told = opened(officer, noi="Lạng Sơn", truoc=[MONEY], hoi="còn ở Cà Mau thì sao?")
    assert "(ghép với câu trước)" in told
    assert "Hỏi tiếp trong đoạn chat" in told

    told = opened(officer, noi="Lạng Sơn", truoc=[MONEY] * 6, hoi=MONEY)
    assert "Hỏi tiếp trong đoạn chat" not in told
    assert 'name="bam"' not in told
    assert officer.get(f"{PATH}?{urlencode({'truoc': ['a'] * 7}, doseq=True)}").status_code == 422


def test_a_button_below_the_answer_can_be_pressed(officer: Visitor) -> None:
    told = tried(officer, moi="", truoc=MONEY, hoi="để đó", bam="1")
    assert "Bấm nút “Xem nguyên văn”" in told
    assert "không phải câu hỏi cần tra nghị quyết" in told
    assert ">để đó</textarea>" in told


def test_an_unknown_place_is_said_beside_its_field(officer: Visitor) -> None:
    told = tried(officer, hoi=MONEY, noi="xã Abc")
    assert "không tìm thấy địa phương nào tên “xã Abc”" in told
    assert 'aria-invalid="true"' in told
    assert f">{MONEY}</textarea>" in told
    assert "Kết luận" not in told


def test_a_place_of_several_is_chosen_with_a_button(officer: Visitor) -> None:
    told = tried(officer, hoi=MONEY, noi="Tân Hưng")
    assert 'name="chon" value="Xã Tân Hưng, tỉnh Cà Mau"' in told

    told = tried(officer, hoi=MONEY, noi="Tân Hưng", chon="Xã Tân Hưng, tỉnh Cà Mau")
    assert "Bot hiểu là: xã Tân Hưng, tỉnh Cà Mau" in told
    assert "Kết luận" in told


def test_another_day_has_other_resolutions(officer: Visitor) -> None:
    told = tried(officer, hoi=MONEY, ngay="2024-01-01")
    assert "Trong kho không có nghị quyết nào áp dụng" in told
    assert "Chưa có hiệu lực" in told


def test_a_day_that_is_none_is_said_beside_its_field(officer: Visitor) -> None:
    told = tried(officer, hoi=MONEY, ngay="31/02/2026")
    assert "không hiểu ngày “31/02/2026”" in told
    assert "Kết luận" not in told


@pytest.mark.parametrize(
    "evil",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "“</blockquote><svg onload=alert(1)>” — <i onclick=alert(1)>kinh phí</i>?",
        "kinh phí ' onfocus='alert(1)' < 5 triệu & > 3 triệu “x” ở đâu?",
    ],
    ids=["script", "attribute", "in a quote", "no tag"],
)
def test_what_is_typed_is_never_markup(officer: Visitor, evil: str) -> None:
    fields = {"hoi": evil, "noi": evil, "ngay": evil, "chon": evil}
    refused = officer.post(PATH, form=PATH, **fields).text
    in_link = officer.client.get(PATH, params=fields).text
    asked = officer.post(PATH, form=PATH, hoi=evil, truoc=evil, kenh="zalo_oa").text
    for told in (refused, in_link, asked):
        assert "alert(1)" in told
        assert dangers(told) == []


def test_a_question_that_is_too_long_is_refused_in_words(officer: Visitor) -> None:
    assert "Bạn rút gọn giúp nhé" in tried(officer, hoi="a" * 4097)
    assert officer.post(PATH, form=PATH, hoi="a" * 5001).status_code == 422


def test_an_unknown_platform_is_refused(officer: Visitor) -> None:
    assert officer.get(f"{PATH}?kenh=fax").status_code == 422


def test_no_more_than_the_form_is_said_in_the_address(officer: Visitor) -> None:
    answer = officer.post(PATH, form=PATH, hoi=MONEY, moi="1")
    assert answer.status_code == 200
    assert "location" not in answer.headers
    assert "hx-push-url" not in answer.text


def test_the_link_to_a_trial_shows_the_same_again(officer: Visitor) -> None:
    asked = TrialQuestion(
        hoi="còn ở Cà Mau thì sao?", noi="Lạng Sơn", ngay="2026-11-20", truoc=[MONEY]
    )
    told = html.unescape(officer.get(asked.link).text)
    assert "(ghép với câu trước)" in told
    assert 'value="2026-11-20"' in told
    assert asked.link in told


def test_a_link_that_would_be_too_long_is_not_offered() -> None:
    assert TrialQuestion(hoi="đ" * 400).link == ""
    assert TrialQuestion().link == ""


def test_nothing_of_a_trial_is_kept(officer: Visitor, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'danbiet.sqlite'}"

    def counted() -> dict[str, int]:
        with closing(Database.connect(url)) as database, database.reading() as connection:
            return {
                name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in METADATA.tables.items()
            }

    before = counted()
    for number in ("3", "4", "5"):
        tried(officer, moi="", truoc=MONEY, bam=number)
    assert counted() == before


def test_the_passages_are_linked_with_their_scores(officer: Visitor) -> None:
    told = tried(officer, hoi=MONEY)
    assert re.search(r'href="/nghi-quyet/lang-son-08-2024\?vi-tri=dieu-5[^"]*">Điều 5</a>', told)
    for name in ("Từ ngữ", "Ý nghĩa", "Chủ đề", "Điểm chung"):
        assert told.count(f"<span>{name}</span>") == 2
    assert at(LANG_SON, 5) == HITS[0].address
