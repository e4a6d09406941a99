from __future__ import annotations

import pytest

from bot.answer.understand.parts.parts import find_parts


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
            "1) ai chủ trì họp thôn 2) kinh phí lấy ở đâu",
            ("ai chủ trì họp thôn", "kinh phí lấy ở đâu"),
            id="numbered without any other mark",
        ),
        pytest.param(
            "a) ai soạn hương ước b) bao giờ có hiệu lực thế",
            ("ai soạn hương ước", "bao giờ có hiệu lực thế"),
            id="lettered without any other mark",
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
    ("message", "parts"),
    [
        pytest.param(
            "Họp xóm thế nào thì hợp lệ, ai chủ trì, có phải ghi biên bản không?",
            (
                "Họp xóm thế nào thì hợp lệ",
                "Họp xóm ai chủ trì",
                "Họp xóm có phải ghi biên bản không?",
            ),
            id="pauses",
        ),
        pytest.param(
            "bau to truong do ai to chuc, may nam mot lan va co phai bo phieu kin khong",
            (
                "bau to truong do ai to chuc",
                "bau to truong may nam mot lan",
                "bau to truong co phai bo phieu kin khong",
            ),
            id="no diacritics",
        ),
        pytest.param(
            "Muốn xem sổ quỹ thì gặp ai, phải làm đơn không?",
            ("Muốn xem sổ quỹ thì gặp ai", "Muốn xem sổ quỹ thì phải làm đơn không?"),
            id="a condition before both",
        ),
        pytest.param(
            "Ban giám sát có mấy người? Do ai bầu ra? Có được trả công không?",
            (
                "Ban giám sát có mấy người?",
                "Ban giám sát do ai bầu ra?",
                "Ban giám sát có được trả công không?",
            ),
            id="sentences about the same",
        ),
        pytest.param(
            "Ai triệu tập họp tổ dân phố, phải báo trước mấy ngày?",
            ("Ai triệu tập họp tổ dân phố", "họp tổ dân phố phải báo trước mấy ngày?"),
            id="the topic at the end of the first",
        ),
        pytest.param(
            "Xóm em sắp đào mương. Có phải họp dân không? Ai giữ tiền góp? Em cảm ơn.",
            (
                "Xóm em sắp đào mương, có phải họp dân không?",
                "Xóm em sắp đào mương, ai giữ tiền góp?",
            ),
            id="the topic in a story, thanks after it",
        ),
        pytest.param(
            "Xóm tự ý chặt hàng cây trước đình. Như vậy có đúng không? Tôi gửi đơn đi đâu?",
            (
                "Xóm tự ý chặt hàng cây trước đình, như vậy có đúng không?",
                "Xóm tự ý chặt hàng cây trước đình, tôi gửi đơn đi đâu?",
            ),
            id="whether it is right, and what to do",
        ),
        pytest.param(
            "Cho hỏi về quỹ xóm: 1. Ai thu? 2. Có phải công khai không?",
            ("quỹ xóm, ai thu?", "quỹ xóm, có phải công khai không?"),
            id="the head of a list",
        ),
        pytest.param(
            "Trưởng xóm do ai bầu, còn phó xóm thì sao?",
            ("Trưởng xóm do ai bầu", "phó xóm do ai bầu"),
            id="and the other",
        ),
        pytest.param(
            "Lấy ý kiến dân thì phát phiếu hay giơ tay, kết quả dán ở đâu?",
            ("Lấy ý kiến dân thì phát phiếu hay giơ tay", "Lấy ý kiến dân thì kết quả dán ở đâu?"),
            id="an alternative and another question",
        ),
        pytest.param(
            "Điều 2 nói gì và Điều 6 nói gì?",
            ("Điều 2 nói gì", "Điều 6 nói gì?"),
            id="provisions say themselves what is asked",
        ),
        pytest.param(
            "Kinh phí họp lấy ở đâu và ai chi?",
            ("Kinh phí họp lấy ở đâu", "Kinh phí họp lấy ai chi?"),
            id="and",
        ),
    ],
)
def test_each_question_is_told_with_the_topic_they_share(
    message: str, parts: tuple[str, ...]
) -> None:
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
        pytest.param("Đào mương, kéo điện hay xây cổng thì việc nào phải hỏi dân?", id="items"),
        pytest.param("trong cay, sua cong, lam san bong thi co phai hoi dan khong", id="things"),
        pytest.param("Bầu tổ trưởng giơ tay hay bỏ phiếu kín?", id="an alternative"),
        pytest.param("Dân có được dừng việc đó không, hay chỉ góp ý?", id="an alternative, late"),
        pytest.param("Xóm tự bán ao, thế có đúng không, có được không?", id="tags"),
        pytest.param("Thu bao nhiêu, chi bao nhiêu có phải báo dân không?", id="embedded"),
        pytest.param("Xóm thu khoản gì, chi vào đâu thì hỏi ai?", id="embedded, who tells"),
        pytest.param("Ai vắng, không xin phép thì phạt thế nào?", id="whoever"),
        pytest.param("Nhà nào không nộp thì bêu tên, làm vậy có đúng không?", id="a rule told"),
        pytest.param("Vợ tôi ốm, tôi đi làm xa, ai họp thay được?", id="reasons"),
        pytest.param("Chẳng ai hỏi dân câu nào, dân có quyền phản đối không?", id="nobody"),
        pytest.param("tien thu khong biet di dau, dan co quyen xem so khong", id="nobody knows"),
        pytest.param("Việc chung mà có ai bàn với dân đâu, thế được không?", id="rhetorical"),
        pytest.param("Họp tổ dân phố khi nào, ở đâu?", id="details of one"),
        pytest.param("Ai ký nghị quyết, giữ chức vụ gì?", id="about the one asked for"),
        pytest.param("Quy ước cũ không còn hợp thì có được sửa không?", id="no longer"),
        pytest.param("Ai giữ sổ, có phải là trưởng xóm không?", id="a guess"),
        pytest.param("Việc đó do ai làm? Bao giờ xong?", id="nothing says what it is"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_surely_several_is_one(message: str) -> None:
    assert find_parts(message) == ()


def test_at_most_four_are_told() -> None:
    assert len(find_parts("Ai chủ trì họp thôn? " * 9)) == 4
