"""A sentence of a provision becomes the question that it answers."""

from __future__ import annotations

import pytest

from bot.publishing.rehearsing.phrasing import question_about

LONG = (
    "Chủ trì cuộc họp, thư ký, đại diện các tổ chức, người cao tuổi, trưởng các đoàn thể, cán bộ "
    "phụ trách, cộng tác viên dân số, y tế thôn bản cùng nhau ký tên vào biên bản của cuộc họp"
)


@pytest.mark.parametrize(
    ("words", "question"),
    [
        pytest.param(
            "Buổi họp xóm thành công khi có trên 60% số hộ đến dự.",
            "Buổi họp xóm thành công khi có bao nhiêu phần trăm số hộ đến dự?",
            id="percent",
        ),
        pytest.param(
            "Việc sửa đường phải được ít nhất hai phần ba số hộ của xóm đồng ý.",
            "Việc sửa đường phải được bao nhiêu số hộ của xóm đồng ý?",
            id="fraction",
        ),
        pytest.param(
            "Tổ trưởng mời bà con họp ít nhất ba tháng một lần.",
            "Tổ trưởng mời bà con họp bao lâu một lần?",
            id="frequency",
        ),
        pytest.param(
            "Mỗi năm hai lần, tổ trưởng báo cáo thu chi trước bà con.",
            "Bao lâu một lần tổ trưởng báo cáo thu chi trước bà con?",
            id="times a year",
        ),
        pytest.param(
            "Bảng thu chi được dán trong thời hạn 07 (bảy) ngày làm việc kể từ ngày họp.",
            "Bảng thu chi được dán trong thời hạn bao nhiêu ngày làm việc kể từ ngày họp?",
            id="duration",
        ),
        pytest.param(
            "Mỗi xóm được hỗ trợ 1.200.000 đồng cho một buổi họp.",
            "Mỗi xóm được hỗ trợ bao nhiêu đồng cho một buổi họp?",
            id="money",
        ),
        pytest.param(
            "Người dự họp đủ 18 tuổi được bỏ phiếu.",
            "Người dự họp đủ bao nhiêu tuổi được bỏ phiếu?",
            id="age",
        ),
        pytest.param(
            "Tổ giám sát có ít nhất 05 thành viên.",
            "Tổ giám sát có ít nhất bao nhiêu thành viên?",
            id="count",
        ),
        pytest.param(
            "Biên bản họp xóm lập theo mẫu ban hành ngày 10 tháng 7 năm 2025.",
            "Việc biên bản họp xóm lập theo mẫu ban hành ngày 10 tháng 7 năm 2025"
            " được quy định thế nào?",
            id="a date is no amount",
        ),
        pytest.param(
            "Tổ trưởng có các việc sau đây:", "Tổ trưởng có các việc nào?", id="a list follows"
        ),
        pytest.param(
            "Trình tự họp xóm được tiến hành như sau:",
            "Trình tự họp xóm được tiến hành như thế nào?",
            id="a manner follows",
        ),
        pytest.param("Hồ sơ bao gồm:", "Hồ sơ gồm những gì?", id="contents follow"),
        pytest.param(
            "Buổi họp được hoãn trong trường hợp:", "Buổi họp được hoãn khi nào?", id="cases follow"
        ),
        pytest.param(
            "Tổ trưởng không được giữ lại tiền đóng góp của bà con.",
            "Tổ trưởng có được giữ lại tiền đóng góp của bà con không?",
            id="forbidden",
        ),
        pytest.param(
            "Tổ trưởng, tổ phó có trách nhiệm ghi sổ mọi khoản thu.",
            "Ai có trách nhiệm ghi sổ mọi khoản thu?",
            id="duty",
        ),
        pytest.param(
            "Mọi người dân có quyền xem sổ thu chi của xóm.",
            "Mọi người dân có quyền xem sổ thu chi của xóm không?",
            id="power",
        ),
        pytest.param(
            "Tổ trưởng phải đọc biên bản trước khi bế mạc.",
            "Tổ trưởng có phải đọc biên bản trước khi bế mạc không?",
            id="obligation",
        ),
        pytest.param(
            "Chi phí họp xóm được lấy từ nguồn vận động hằng năm.",
            "Chi phí họp xóm được lấy từ nguồn nào?",
            id="source",
        ),
        pytest.param(
            "Chi phí họp xóm do ngân sách xã bảo đảm.",
            "Chi phí họp xóm do ai bảo đảm?",
            id="who pays",
        ),
        pytest.param(
            "Sổ thu chi được để ở nhà văn hóa của xóm.",
            "Sổ thu chi được để ở nhà văn hóa của xóm thế nào?",
            id="passive",
        ),
        pytest.param(
            "Hằng năm, tổ trưởng đọc sổ thu chi trước bà con. Ai cũng được nghe.",
            "Việc tổ trưởng đọc sổ thu chi trước bà con được quy định thế nào?",
            id="its first sentence",
        ),
        pytest.param(
            "Tổ trưởng lập sổ thu chi hằng tháng theo quy định tại khoản 2 Điều 3 Nghị quyết này.",
            "Việc tổ trưởng lập sổ thu chi hằng tháng được quy định thế nào?",
            id="without what it cites",
        ),
        pytest.param(". ;", "", id="no words"),
    ],
)
def test_a_question_asks_for_what_a_sentence_says(words: str, question: str) -> None:
    assert question_about(words) == question


def test_a_heading_is_asked_as_such() -> None:
    assert question_about("Sổ thu chi", names_only=True) == "Sổ thu chi được quy định thế nào?"


def test_a_short_item_is_asked_with_what_it_stands_under() -> None:
    asked = question_about("dán ở cổng xóm;", "Cách báo tin cho bà con như sau:")
    assert asked == "Về cách báo tin cho bà con, việc dán ở cổng xóm được quy định thế nào?"


def test_a_long_sentence_is_cut_between_words() -> None:
    asked = question_about(LONG)
    assert len(asked.split()) < 35
    assert asked.startswith("Việc chủ trì cuộc họp, thư ký")
    assert asked.endswith("trưởng các đoàn thể, cán bộ phụ trách được quy định thế nào?")
