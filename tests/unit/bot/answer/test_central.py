"""Central law in the library: asked last, named by its own name, cited like any document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answer.answerer import Answerer
from bot.answer.central import estimate_by_law
from bot.answer.understand import understand
from bot.answer.values import Answer, Question, Status
from index.hit import Found, Hit, MatterHit
from knowledge.outside import Kind
from knowledge.resolution import Address, Effect, Resolution
from tests.answers import ON, FakeSearcher, gazetteer, library, matter_hit, the_place
from tests.documents import LANG_SON, at, parsed
from tests.language import speller

LAW = parsed("""\
Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 (10/11/2022)

Điều 1. Phạm vi điều chỉnh

Luật này quy định về thực hiện dân chủ ở cơ sở.

Điều 2. Hiệu lực của quyết định của cộng đồng dân cư

Quyết định được thông qua khi có từ hai phần ba tổng số đại diện hộ gia đình tán thành.

Điều 3. Hiệu lực thi hành

Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2023.
""").resolution
CLEAR = {"lexical": 0.4, "dense": 0.8}
FAINT = {"lexical": 0.1, "dense": 0.3}
SHARE = Hit(at(LAW.id, 2), 5.0, CLEAR)
FUNDS = Hit(at(LANG_SON, 5), 20.0, CLEAR)
LEFT_TO_LAW = matter_hit(Kind.LAW)
HOW_MANY = "bao nhiêu hộ đồng ý thì quyết định được thông qua"


def ask(
    question: str,
    *hits: Hit,
    place: str | None = "tỉnh Lạng Sơn",
    matter: MatterHit | None = None,
    documents: dict[str, Resolution] | None = None,
) -> Answer:
    known = documents or library()
    searcher = FakeSearcher(hits, matter)
    answerer = Answerer({**known, LAW.id: LAW}, searcher, gazetteer(), speller())
    return answerer.answer(Question(question, ON, the_place(place) if place else None))


def cited(answer: Answer) -> list[Address]:
    return [one.address for one in answer.citations]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        pytest.param(
            "tỉnh Lạng Sơn", "Nghị quyết áp dụng tại tỉnh Lạng Sơn không quy định", id="of a place"
        ),
        pytest.param(None, "Các nghị quyết tôi có không quy định việc này.", id="of no place"),
        pytest.param("thành phố Hà Nội", "Tôi chưa có nghị quyết nào", id="without a resolution"),
    ],
)
def test_the_law_answers_what_resolutions_leave_open(place: str | None, reason: str) -> None:
    answer = ask(HOW_MANY, FUNDS, SHARE, place=place, matter=LEFT_TO_LAW)

    assert answer.status is Status.ANSWERED
    assert cited(answer) == [SHARE.address]
    assert answer.citations[0].label == "Điều 2 Luật số 10/2022/QH15 ngày 10/11/2022 của Quốc hội"
    assert answer.text.startswith(reason)
    assert "Luật số 10/2022/QH15 ngày 10/11/2022 của Quốc hội quy định:" in answer.text
    assert ", ," not in answer.text


def test_an_expired_resolution_is_told_before_the_law() -> None:
    ended = Effect(since=date(2024, 8, 5), until=date(2025, 12, 31))
    expired = replace(library()[LANG_SON], effect=ended)

    answer = ask(
        HOW_MANY, FUNDS, SHARE, matter=LEFT_TO_LAW, documents={**library(), LANG_SON: expired}
    )

    assert cited(answer) == [SHARE.address]
    assert "đã hết hiệu lực: nghị quyết có hiệu lực từ ngày 05/8/2024 đến hết" in answer.text


def test_the_resolution_of_the_place_comes_first() -> None:
    answer = ask("Kinh phí lấy từ nguồn nào để thực hiện?", FUNDS, Hit(SHARE.address, 20.5, CLEAR))

    assert cited(answer) == [FUNDS.address]


@pytest.mark.parametrize(
    ("outside", "status"),
    [
        pytest.param(0.0, Status.ANSWERED, id="of this field"),
        pytest.param(0.4, Status.NOT_FOUND, id="hardly of this field"),
    ],
)
def test_what_is_hardly_of_this_field_needs_more_from_the_law(
    outside: float, status: Status
) -> None:
    score = 7.5 + 0.7  # two to one that it answers, were the field certain
    found = Found((Hit(SHARE.address, score, CLEAR),))
    reading = understand(HOW_MANY, gazetteer(), (), speller())
    estimated = estimate_by_law(reading, found, named=False, outside=outside)
    assert estimated.likeliest is status


def test_what_the_law_does_not_say_stays_left_to_it() -> None:
    answer = ask(HOW_MANY, FUNDS, Hit(SHARE.address, 5.0, FAINT), matter=LEFT_TO_LAW)

    assert (answer.status, answer.citations) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("Điều 2 Luật Thực hiện dân chủ ở cơ sở quy định gì?", id="by name"),
        pytest.param("dieu 2 luat dan chu co so", id="by a short name"),
        pytest.param("Điều 2 Luật số 10/2022/QH15", id="by number"),
        pytest.param("Điều 2 của Luật 10/2022", id="by a short number"),
    ],
)
def test_a_provision_of_a_law_in_the_library_is_looked_up(asked: str) -> None:
    answer = ask(asked)

    assert cited(answer) == [SHARE.address]
    assert "Luật số 10/2022/QH15 ngày 10/11/2022 của Quốc hội ghi nguyên" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("Điều 2 Luật Đất đai", id="another law"),
        pytest.param("Điều 2 Luật số 10/2023/QH15", id="another year"),
        pytest.param("Điều 2 Nghị định 59/2023/NĐ-CP", id="a decree"),
    ],
)
def test_a_law_that_is_not_in_the_library_is_not_made_up(asked: str) -> None:
    answer = ask(asked)

    assert (answer.status, answer.citations) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("Xã có thi tìm hiểu luật thực hiện dân chủ ở cơ sở không?", id="spoken of"),
        pytest.param("Tuyên truyền pháp luật dân chủ cơ sở thế nào?", id="law in general"),
        pytest.param(
            "Nghị quyết hướng dẫn gì theo Luật Thực hiện dân chủ ở cơ sở?", id="of a resolution"
        ),
    ],
)
def test_a_law_that_is_only_spoken_of_is_not_asked_instead(asked: str) -> None:
    assert cited(ask(asked, FUNDS, Hit(SHARE.address, 20.5, CLEAR))) == [FUNDS.address]


def test_a_plain_article_is_that_of_the_resolution() -> None:
    assert cited(ask("Điều 2 quy định gì?"))[0] == at(LANG_SON, 2)


def test_a_provision_that_the_law_lacks_is_said_to_be_missing() -> None:
    text = ask("Điều 99 Luật số 10/2022/QH15").text

    assert "không có Điều 99; văn bản này có 3 điều" in text


def test_a_resolution_that_is_asked_for_itself_is_not_replaced_by_law() -> None:
    answer = ask("Nghị quyết này quy định gì?", SHARE, place="thành phố Hà Nội")

    assert answer.status is Status.NO_RESOLUTION
