"""What several places decide, one block each."""

from __future__ import annotations

import pytest

from bot.answer.values import Status
from tests.support.answers.answers import ask, hit
from tests.support.documents.documents import BINH_DUONG, CA_MAU, LANG_SON, at

VOTES = hit(at(BINH_DUONG, 1, 5, "d"))
COSTS = (hit(at(LANG_SON, 5)), hit(at(CA_MAU, 2)))


def test_each_place_has_a_block_in_the_order_named() -> None:
    answer = ask("So sánh Lạng Sơn và Cà Mau về kinh phí", *reversed(COSTS))

    assert answer.status is Status.ANSWERED
    assert [one.address for one in answer.citations] == [at(LANG_SON, 5), at(CA_MAU, 2)]
    assert answer.text.index("\n1. Lạng Sơn\n") < answer.text.index("\n2. Cà Mau\n")
    for citation in answer.citations:
        assert f"“{citation.quote}”" in answer.text
        assert f"— {citation.label}" in answer.text
    assert answer.text.count("không phải tư vấn pháp lý") == 1
    assert "Không thấy quy định" not in answer.text


@pytest.mark.parametrize(
    ("other", "why"),
    [
        pytest.param("Lạng Sơn", "tỉnh Lạng Sơn không quy định việc này", id="nothing stands"),
        pytest.param("Hà Nội", "áp dụng tại thành phố Hà Nội", id="no resolution"),
    ],
)
def test_a_place_that_decides_nothing_has_a_block_that_says_so(other: str, why: str) -> None:
    answer = ask(
        f"Bình Dương với {other} khác gì nhau về biểu quyết trực tuyến?",
        VOTES,
        hit(at(LANG_SON, 5), -6.0),
    )
    _, second = answer.text.split(f"\n2. {other}\n")

    assert answer.status is Status.ANSWERED
    assert [one.address.resolution for one in answer.citations] == [BINH_DUONG]
    assert "Không thấy quy định." in second
    assert why in second


def test_where_no_place_decides_anything_nothing_is_answered() -> None:
    answer = ask("So sánh Hà Nội và Huế về kinh phí", *COSTS)

    assert answer.status is Status.NO_RESOLUTION
    assert answer.citations == ()
    assert answer.text.count("Không thấy quy định.") == 2


def test_a_question_about_two_places_is_no_comparison() -> None:
    answer = ask("Tỉnh Cà Mau và tỉnh Lạng Sơn lấy kinh phí ở đâu?", *COSTS)

    assert "so sánh" not in answer.text
    assert len(answer.citations) == 2


def test_the_topics_of_an_answer_are_told_but_not_printed() -> None:
    for question in ("Kinh phí lấy ở đâu?", "So sánh Lạng Sơn và Cà Mau về kinh phí"):
        answer = ask(question, *COSTS)

        assert answer.topics == ("kinh phí",)
        assert "topics" not in answer.as_dict()
