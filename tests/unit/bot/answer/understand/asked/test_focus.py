from __future__ import annotations

import pytest

from bot.answer.understand.asked.focus import find_focus


@pytest.mark.parametrize(
    ("message", "focus"),
    [
        pytest.param(
            "Tôi 68 tuổi, ở một mình. Xóm vừa thu mỗi nhà ba trăm nghìn sửa đình."
            " Khoản thu đó có phải đưa ra họp không?",
            "Khoản thu đó có phải đưa ra họp không?",
            id="the last sentence",
        ),
        pytest.param(
            "Trưởng xóm có được tự cho thuê ao chung không? Hôm qua tôi thấy họ thả cá."
            " Bà con không ai biết gì.",
            "Trưởng xóm có được tự cho thuê ao chung không?",
            id="the first sentence",
        ),
        pytest.param(
            "Ấp tôi có bốn mươi nhà. Hôm họp được mười lăm nhà tới. Bao nhiêu nhà tới thì họp được?"
            " Xin cảm ơn nhiều.",
            "Bao nhiêu nhà tới thì họp được?",
            id="thanks after it",
        ),
        pytest.param(
            "nha em o cuoi ap. duong hong da lau. ai quyet viec sua duong. mong duoc tra loi som",
            "ai quyet viec sua duong.",
            id="without marks of any kind, a plea after it",
        ),
        pytest.param(
            "to truong thu quy hang thang. em khong dong thi co bi gi khong a. em cam on",
            "em khong dong thi co bi gi khong a.",
            id="a sentence that ends in a syllable of one letter",
        ),
        pytest.param(
            "Thôn bắt mỗi nhà nộp 50 nghìn. Thế có đúng không?",
            "Thôn bắt mỗi nhà nộp 50 nghìn. Thế có đúng không?",
            id="what is asked whether it is right",
        ),
        pytest.param(
            "Xóm em có quỹ khuyến học. Tiền thu rồi không biết đi đâu. Ai được xem sổ quỹ?",
            "Ai được xem sổ quỹ?",
            id="what nobody knows is not asked",
        ),
        pytest.param(
            "Hương ước do ai soạn? Xóm tôi cãi nhau mãi. Bao giờ thì có hiệu lực?",
            "Hương ước do ai soạn? Bao giờ thì có hiệu lực?",
            id="two sentences that ask",
        ),
        pytest.param(
            "Em mới chuyển về xóm.\nXóm họp mà không mời em\nEm có quyền dự họp không\nEm cảm ơn",
            "Em có quyền dự họp không",
            id="lines without a stop",
        ),
        pytest.param(
            "Ai vắng họp thì bị phạt. Nhà nào cũng sợ. Xóm có quyền phạt không",
            "Xóm có quyền phạt không",
            id="whoever and everybody are no questions",
        ),
        pytest.param(
            "Cho tôi hỏi về việc lập tổ hòa giải. Xóm tôi chưa có.",
            "Cho tôi hỏi về việc lập tổ hòa giải.",
            id="a request in place of a question",
        ),
    ],
)
def test_the_sentences_that_ask_are_the_focus(message: str, focus: str) -> None:
    assert find_focus(message) == focus


@pytest.mark.parametrize(
    "message",
    [
        pytest.param("Ai giữ quỹ của xóm?", id="one sentence"),
        pytest.param("xóm thu tiền điện, giờ dân muốn xem sổ thì hỏi ai", id="one with pauses"),
        pytest.param("Xóm thu tiền hoài. Bà con khổ quá.", id="nothing asks"),
        pytest.param("Theo Điều 5. khoản 2", id="a number ends no sentence"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_message_without_a_story_is_its_own_focus(message: str) -> None:
    assert find_focus(message) == message
