from __future__ import annotations

import pytest

from bot.answer.understand.asked.comparison import Comparison, find_comparison
from bot.answer.understand.slots import slots_of
from tests.support.answers.answers import gazetteer

KNOWN = ("phường Kim Thanh", "tỉnh Lạng Sơn")


def compared(question: str) -> Comparison | None:
    return find_comparison(slots_of(question, gazetteer().mentioned(question, KNOWN)))


@pytest.mark.parametrize(
    ("question", "places", "matter"),
    [
        (
            "so sánh Bình Dương và Lạng Sơn về biểu quyết trực tuyến",
            ("Bình Dương", "Lạng Sơn"),
            "biểu quyết trực tuyến",
        ),
        (
            "so sanh tinh binh duong voi ca mau ve khen thuong",
            ("tỉnh Bình Dương", "tỉnh Cà Mau"),
            "khen thuong",
        ),
        (
            "Cà Mau với Ninh Bình khác gì nhau về khen thưởng?",
            ("Cà Mau", "Ninh Bình"),
            "khen thưởng",
        ),
        (
            "ở Bình Dương và Cà Mau, nơi nào cho bỏ phiếu trên mạng?",
            ("Bình Dương", "Cà Mau"),
            "cho bỏ phiếu trên mạng",
        ),
        (
            "Quy định về kinh phí của tỉnh Lạng Sơn và tỉnh Cà Mau khác nhau thế nào?",
            ("tỉnh Lạng Sơn", "tỉnh Cà Mau"),
            "kinh phí",
        ),
        (
            "Lạng Sơn có khác Bình Dương về mức chi không?",
            ("Lạng Sơn", "Bình Dương"),
            "mức chi",
        ),
        (
            "giữa Lạng Sơn, Cà Mau và Ninh Bình tỉnh nào bắt buộc công khai?",
            ("Lạng Sơn", "Cà Mau", "Ninh Bình"),
            "bắt buộc công khai",
        ),
        (
            "So sánh giúp em quy định tập huấn ở Lạng Sơn so với Cà Mau",
            ("Lạng Sơn", "Cà Mau"),
            "tập huấn",
        ),
        (
            "điểm giống và khác nhau giữa Bình Dương và Ninh Bình trong việc xử lý vi phạm",
            ("Bình Dương", "Ninh Bình"),
            "xử lý vi phạm",
        ),
        ("kinh phí: so sánh Lạng Sơn với Cà Mau", ("Lạng Sơn", "Cà Mau"), "kinh phí"),
        (
            "so sánh nghị quyết Lạng Sơn với nghị quyết Cà Mau về người đứng đầu",
            ("Lạng Sơn", "Cà Mau"),
            "người đứng đầu",
        ),
        (
            "Phường Kim Thanh khác gì tỉnh Ninh Bình về đối thoại với dân?",
            ("Phường Kim Thanh", "tỉnh Ninh Bình"),
            "đối thoại với dân",
        ),
        (
            "so sánh Hà Nội, Huế, Lạng Sơn, Cà Mau, Ninh Bình về kinh phí",
            ("Hà Nội", "Huế", "Lạng Sơn", "Cà Mau"),
            "kinh phí",
        ),
        (
            "năm 2025 Lạng Sơn và Cà Mau khác gì nhau về kinh phí",
            ("Lạng Sơn", "Cà Mau"),
            "năm 2025 về kinh phí",
        ),
    ],
)
def test_places_and_what_is_compared_are_told_apart(
    question: str, places: tuple[str, ...], matter: str
) -> None:
    assert compared(question) == Comparison(places, matter)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Dân ở tỉnh Cà Mau và phường Kim Thanh được bàn gì?", id="does not compare"),
        pytest.param("so sánh Bình Dương và Lạng Sơn", id="says not in what"),
        pytest.param("Bình Dương với Lạng Sơn có gì khác nhau không?", id="nor this"),
        pytest.param("Lạng Sơn khác luật ở chỗ nào về kinh phí?", id="one place"),
        pytest.param("so sánh Lạng Sơn với Lạng Sơn về kinh phí", id="one place twice"),
        pytest.param("Nơi nào phải công khai?", id="no place"),
        pytest.param("Hai người khác nhau thì ai được họp?", id="other things"),
        pytest.param("Tôi từ Bình Dương về Cà Mau thì họp ở đâu?", id="moves"),
    ],
)
def test_what_compares_no_places_is_no_comparison(question: str) -> None:
    assert compared(question) is None
