from __future__ import annotations

import pytest

from bot.answer.understand.parts import find_parts


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        pytest.param(
            "Họp dân do ai chủ trì? Và kinh phí lấy đâu?",
            ("Họp dân do ai chủ trì?", "kinh phí lấy đâu?"),
            id="two sentences",
        ),
        pytest.param(
            "1) Ai chủ trì họp dân? 2) Kinh phí lấy ở đâu?",
            ("Ai chủ trì họp dân?", "Kinh phí lấy ở đâu?"),
            id="numbered",
        ),
        pytest.param(
            "Cho em hỏi: 1. ai chủ trì họp thôn\n2. tiền lấy ở đâu ra",
            ("ai chủ trì họp thôn", "tiền lấy ở đâu ra"),
            id="numbered lines",
        ),
        pytest.param(
            "- ai soạn hương ước\n- bao giờ có hiệu lực thế",
            ("ai soạn hương ước", "bao giờ có hiệu lực thế"),
            id="dashes",
        ),
        pytest.param(
            "Chào ad, cho em hỏi:\nai chủ trì họp thôn\nkinh phí lấy ở đâu",
            ("ai chủ trì họp thôn", "kinh phí lấy ở đâu"),
            id="lines",
        ),
        pytest.param(
            "xã làm đường dân có được bàn không, còn tiền đóng góp thì ai giữ",
            ("xã làm đường dân có được bàn không", "còn tiền đóng góp thì ai giữ"),
            id="and what about",
        ),
        pytest.param(
            "họp dân ai chủ trì với lại kinh phí lấy ở đâu vậy",
            ("họp dân ai chủ trì", "kinh phí lấy ở đâu vậy"),
            id="joined",
        ),
        pytest.param(
            "nguoi dan duoc giam sat gi? can bo phai cong khai nhung gi?",
            ("nguoi dan duoc giam sat gi?", "can bo phai cong khai nhung gi?"),
            id="without diacritics",
        ),
    ],
)
def test_questions_that_stand_alone_are_parted(message: str, parts: tuple[str, ...]) -> None:
    assert find_parts(message) == parts


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("Kinh phí lấy ở đâu?", id="one"),
        pytest.param(
            "Nhà em bận, không đi họp được. Thôn bảo phạt 100 nghìn. Thế có đúng không?",
            id="story with a question",
        ),
        pytest.param("Ai bầu trưởng thôn? Tôi nghe nói là xã chỉ định.", id="with its reason"),
        pytest.param("Xã thu tiền. Dân hỏi ai? Có được kiện không?", id="without a subject"),
        pytest.param("Ban giám sát có mấy người? Họ được trả tiền không?", id="about the same"),
        pytest.param("Con trai đi họp thay được không? Vì sao?", id="why"),
        pytest.param("Thôn tự đặt ra mức phạt? Như vậy có đúng không?", id="is that right"),
        pytest.param("Điều 4 khoản 2 nói gì?", id="citation"),
        pytest.param("Khoản 1. Điều 2. nói gì", id="numbers with full stops"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_surely_several_is_one(message: str) -> None:
    assert find_parts(message) == ()


def test_at_most_four_are_told() -> None:
    assert len(find_parts("Ai chủ trì họp thôn? " * 9)) == 4
