"""Messages that lean on the turns before them, and messages that stand on their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.answerer import Answerer
from bot.answer.values import Answer, Earlier, Question, Status
from index.hit import Hit
from knowledge.law.resolution import Address, Part
from tests.support.answers.answers import (
    ON,
    FakeSearcher,
    as_found,
    gazetteer,
    hit,
    library,
    the_place,
)
from tests.support.documents.documents import BINH_DUONG, CA_MAU, LANG_SON, at
from tests.support.language.language import speller

COSTS = Earlier(
    "Kinh phí lấy ở đâu?",
    (at(CA_MAU, 2),),
    ("Nguồn kinh phí từ ngân sách nhà nước (tổng quát)",),
    the_place("tỉnh Cà Mau"),
)
VOTES = Earlier(
    "Dân Bình Dương có được biểu quyết trực tuyến không?",
    (at(BINH_DUONG, 1, 5, "d"),),
    ("Biểu quyết trực tuyến",),
    the_place("tỉnh Bình Dương"),
)
DUTIES = Earlier(
    "Ai phải lo tuyên truyền cho bà con?",
    (at(LANG_SON, 4, 2, "a"), at(CA_MAU, 1)),
    ("Kỳ họp thông qua",),
    the_place("tỉnh Lạng Sơn"),
)
SIGNED = Earlier("Nghị quyết số 08/2024/NQ-HĐND: ai ký?", (Address(LANG_SON, Part.SIGNATURE),))
COMPARED = Earlier(
    "So sánh Bình Dương và Lạng Sơn về biểu quyết trực tuyến", (at(BINH_DUONG, 1, 5, "d"),)
)
LAST_YEAR = Earlier("Năm 2025, kinh phí lấy ở đâu?", (at(CA_MAU, 2),))
FOUND = (hit(at(CA_MAU, 2)), hit(at(LANG_SON, 5)), hit(at(BINH_DUONG, 2)))


def ask(question: str, *earlier: Earlier, hits: tuple[Hit, ...] = FOUND) -> Answer:
    answerer = Answerer(library(), FakeSearcher(hits), gazetteer(), speller(), fit=as_found)
    place = the_place("tỉnh Cà Mau")
    return answerer.answer(Question(question, ON, place, earlier))


ABOUT_COSTS = "Về nguồn kinh phí từ ngân sách nhà nước: "
ABOUT_VOTES = "Về biểu quyết trực tuyến ở Bình Dương: "
ABOUT_DUTIES = "Về câu “Ai phải lo tuyên truyền cho bà con”: "
OF_LANG_SON = "Nghị quyết số 08/2024/NQ-HĐND"


@pytest.mark.parametrize(
    ("earlier", "question", "whole"),
    [
        # another place
        (COSTS, "còn ở Lạng Sơn thì sao?", "Ở Lạng Sơn, kinh phí lấy ở đâu?"),
        (COSTS, "thế Bình Dương?", "Ở Bình Dương, kinh phí lấy ở đâu?"),
        (COSTS, "the tinh binh duong?", "Ở tỉnh Bình Dương, kinh phí lấy ở đâu?"),
        (COSTS, "vậy còn tỉnh Ninh Bình?", "Ở tỉnh Ninh Bình, kinh phí lấy ở đâu?"),
        (COSTS, "ở tỉnh lạng sơn có vậy không", "Ở tỉnh Lạng Sơn, kinh phí lấy ở đâu?"),
        (COSTS, "phường Kim Thanh thì sao ạ", "Ở phường Kim Thanh, kinh phí lấy ở đâu?"),
        (COSTS, "không phải, ý tôi là Lạng Sơn", "Ở Lạng Sơn, kinh phí lấy ở đâu?"),
        (VOTES, "Lạng Sơn thì thế nào?", "Dân Lạng Sơn có được biểu quyết trực tuyến không?"),
        (VOTES, "thế còn Hà Nội", "Dân Hà Nội có được biểu quyết trực tuyến không?"),
        (SIGNED, "thế Cà Mau?", "Nghị quyết của Cà Mau: ai ký?"),
        (COMPARED, "còn Cà Mau thì sao?", "Ở Cà Mau, biểu quyết trực tuyến?"),
        # another day
        (COSTS, "năm 2024 thì sao?", "Năm 2024, kinh phí lấy ở đâu?"),
        (COSTS, "thế trước 1/7/2025?", "Trước 1/7/2025, kinh phí lấy ở đâu?"),
        (LAST_YEAR, "còn năm 2024?", "Năm 2024, kinh phí lấy ở đâu?"),
        (COSTS, "còn Lạng Sơn năm 2025?", "Năm 2025, ở Lạng Sơn, kinh phí lấy ở đâu?"),
        # something else about the same matter
        (COSTS, "thế ai giám sát?", ABOUT_COSTS + "ai giám sát việc thực hiện?"),
        (COSTS, "ai chịu trách nhiệm?", ABOUT_COSTS + "ai chịu trách nhiệm?"),
        (COSTS, "bao lâu một lần?", ABOUT_COSTS + "bao lâu một lần?"),
        (COSTS, "bao lau mot lan", ABOUT_COSTS + "bao lâu một lần?"),
        (COSTS, "khi nào phải làm?", ABOUT_COSTS + "khi nào phải làm?"),
        (COSTS, "vậy có bắt buộc không?", ABOUT_COSTS + "có bắt buộc không?"),
        (COSTS, "không làm thì sao?", ABOUT_COSTS + "không làm thì sao?"),
        (COSTS, "thế dân có được tham gia không?", ABOUT_COSTS + "dân có được tham gia không?"),
        (COSTS, "bị phạt bao nhiêu?", ABOUT_COSTS + "bị phạt bao nhiêu?"),
        (COSTS, "tại sao?", ABOUT_COSTS + "tại sao?"),
        (COSTS, "hỏi ai?", ABOUT_COSTS + "hỏi ai?"),
        (COSTS, "còn cán bộ thì sao?", ABOUT_COSTS + "cán bộ thì sao?"),
        (COSTS, "thế người thuê trọ thì sao", ABOUT_COSTS + "người thuê trọ thì sao?"),
        (COSTS, "việc đó do ai làm?", ABOUT_COSTS + "việc đó do ai làm?"),
        (COSTS, "viec do ai lam", ABOUT_COSTS + "việc đó ai làm?"),
        (COSTS, "họ có được trả tiền không?", ABOUT_COSTS + "họ có được trả tiền không?"),
        (COSTS, "như vậy có đúng không?", ABOUT_COSTS + "như vậy có đúng không?"),
        (COSTS, "thế ở Lạng Sơn ai quyết định?", ABOUT_COSTS + "ở Lạng Sơn ai quyết định?"),
        (VOTES, "cần bao nhiêu người đồng ý?", ABOUT_VOTES + "cần bao nhiêu người đồng ý?"),
        (VOTES, "ai được tham gia?", ABOUT_VOTES + "ai được tham gia?"),
        (DUTIES, "thế ai kiểm tra?", ABOUT_DUTIES + "ai kiểm tra việc thực hiện?"),
        (DUTIES, "phải làm gì?", ABOUT_DUTIES + "phải làm gì?"),
        (LAST_YEAR, "ai quyết định?", "Về câu “kinh phí lấy ở đâu”, năm 2025: ai quyết định?"),
        # the document
        (DUTIES, "nghị quyết đó có hiệu lực từ bao giờ?", f"{OF_LANG_SON} có hiệu lực từ bao giờ?"),
        (DUTIES, "nghị quyết này do ai ký?", f"{OF_LANG_SON} do ai ký?"),
        (DUTIES, "nghi quyet ay ai ky", f"{OF_LANG_SON} ai ký?"),
        (DUTIES, "thế nghị quyết ban hành ngày nào?", f"{OF_LANG_SON} ban hành ngày nào?"),
        (DUTIES, "ai ký?", f"{OF_LANG_SON}: ai ký?"),
        (DUTIES, "có hiệu lực từ khi nào?", f"{OF_LANG_SON}: có hiệu lực từ khi nào?"),
        (SIGNED, "thông qua ngày nào?", f"{OF_LANG_SON}: thông qua ngày nào?"),
        (COSTS, "văn bản đó ai ký?", "Nghị quyết của tỉnh Cà Mau ai ký?"),
        # another provision
        (DUTIES, "còn khoản 3?", f"Khoản 3 Điều 4 {OF_LANG_SON} quy định gì?"),
        (DUTIES, "con khoan 1 thi sao", f"Khoản 1 Điều 4 {OF_LANG_SON} quy định gì?"),
        (DUTIES, "điểm b thì sao?", f"Điểm b khoản 2 Điều 4 {OF_LANG_SON} quy định gì?"),
        (DUTIES, "còn điểm c khoản 3?", f"Điểm c khoản 3 Điều 4 {OF_LANG_SON} quy định gì?"),
        (DUTIES, "thế Điều 5?", f"Điều 5 {OF_LANG_SON} quy định gì?"),
        (VOTES, "khoản 2 nói gì?", "Khoản 2 Điều 1 nghị quyết của tỉnh Bình Dương quy định gì?"),
        (DUTIES, "đọc nguyên văn", f"Điểm a khoản 2 Điều 4 {OF_LANG_SON} quy định gì?"),
        (COSTS, "cho xem nguyên văn", "Điều 2 nghị quyết của tỉnh Cà Mau quy định gì?"),
        # a comparison
        (COSTS, "so với Lạng Sơn thì sao?", "So sánh tỉnh Cà Mau và Lạng Sơn: kinh phí lấy ở đâu?"),
        (COSTS, "so sánh Hà Nội và Lạng Sơn", "So sánh Hà Nội và Lạng Sơn: kinh phí lấy ở đâu?"),
    ],
)  # fmt: skip
def test_a_follow_up_is_made_whole(earlier: Earlier, question: str, whole: str) -> None:
    answer = ask(question, earlier)

    assert answer.understood_as == whole
    assert answer.question == question
    assert f"Tôi hiểu là: {whole}" in answer.text or answer.status is not Status.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "Kinh phí lấy ở đâu?",
        "Ai chủ trì họp dân?",
        "Dân được biết những gì?",
        "thế dân được bàn những gì",
        "Dân được giám sát gì?",
        "dân giám sát được những gì",
        "Nhân dân quyết định việc gì?",
        "Người dân giám sát công trình của xã thế nào?",
        "Thế nào là dân chủ ở cơ sở?",
        "Con tôi đi họp thay được không?",
        "con trai đi họp thay được không",
        "Xã có phải công khai thu chi không?",
        "Vậy dân có được biết xã chi tiền gì không?",
        "Họp thôn mấy lần một năm?",
        "Thế xã thu tiền làm đường không họp dân có đúng không?",
        "còn tiền đóng góp làm đường thì ai giữ?",
        "Thôn tự thu tiền thì có được không?",
        "Xã làm đường mà không hỏi dân thì sao?",
        "Cán bộ làm sai thì báo ai?",
        "Hương ước sửa thế nào?",
        "Khiếu nại ở đâu?",
        "Góp ý cho xã bằng cách nào?",
        "Ban Thanh tra nhân dân làm gì?",
        "Mặt trận làm gì trong việc giám sát?",
        "Vi phạm thì bị xử lý thế nào?",
        "Ai giám sát việc thực hiện nghị quyết?",
        "Biểu quyết trực tuyến là gì?",
        "Tiền quỹ thôn ai giữ?",
        "Trưởng thôn do ai bầu?",
        "Công khai ở đâu?",
        "khen thưởng thế nào",
        "ai phải tuyên truyền pháp luật cho dân",
        "Ai được tập huấn?",
        "Cán bộ có phải học về dân chủ không?",
        "Dân phòng có được trả tiền không?",
        "Tiến độ làm đường có phải công khai không?",
        "Cuộc họp của thôn có bao nhiêu hộ thì hợp lệ?",
        "Doanh nghiệp nhà nước có phải làm theo không?",
        "Người thuê trọ có được đi họp tổ dân phố không?",
        "giờ muốn xem sổ thu chi của thôn thì hỏi ai",
        "Thông tin nào không phải công khai?",
        "Cơ quan có phải họp cán bộ công chức hằng năm không?",
        "mua sắm công phải công khai bao lâu",
        "Nhà tôi bận, cử một người đi họp thôn thay cả hộ có được không?",
        "Thôn tôi họp, người ta bảo nhà nào vắng thì phạt. Việc đó có đúng không?",
        "ubnd xã có phải tiếp dân không",
        "Làm căn cước ở đâu?",
        "Điều 5 nói gì?",
        "khoản 2 Điều 4 nghị quyết Lạng Sơn",
        "Điều 2 Luật Thực hiện dân chủ ở cơ sở nói gì?",
        "Ai ký nghị quyết của tỉnh Lạng Sơn?",
        "Nghị quyết 08/2024 có hiệu lực từ khi nào?",
        "Nghị quyết có hiệu lực từ khi nào?",
        "Nghị quyết do ai ký vậy?",
        "Tiền nong làm mấy việc này lấy ở đâu ra?",
        "Thôn tôi chưa có quy ước gì cả, vậy có sai không?",
        "Luật Tiếp công dân được thực hiện như thế nào?",
        "Trách nhiệm người đứng đầu",
        "quy ước cũ quá thì ai sửa vậy ạ",
        "Có ai ở đó không?",
        "Người trên 18 tuổi có được bỏ phiếu không?",
        "Quy định trên địa bàn xã về kinh phí thế nào?",
        "Nghị quyết của tỉnh Bình Dương có mấy điều?",
        "Ở Lạng Sơn kinh phí lấy ở đâu?",
        "Lạng Sơn có nghị quyết về dân chủ không?",
        "Phường Kim Thanh có tổ chức đối thoại không?",
        "Năm 2024 dân được biết gì?",
        "so sánh Bình Dương và Lạng Sơn về kinh phí",
        "xin chào",
        "cảm ơn nhé",
        "thế à",
        "ok bạn",
        "thế thì sao",
    ],
)
def test_a_message_that_stands_on_its_own_is_left_alone(question: str) -> None:
    readings = {ask(question, earlier).understood_as for earlier in (COSTS, VOTES, DUTIES)}
    assert readings == {ask(question).understood_as}


@pytest.mark.parametrize(
    ("earlier", "question", "cited"),
    [
        pytest.param(COSTS, "còn ở Lạng Sơn thì sao?", at(LANG_SON, 5), id="other place"),
        pytest.param(COSTS, "thế ai quyết định?", at(CA_MAU, 2), id="same matter"),
        pytest.param(COSTS, "ai ký?", Address(CA_MAU, Part.SIGNATURE), id="document"),
        pytest.param(DUTIES, "còn khoản 3?", at(LANG_SON, 4, 3), id="other provision"),
        pytest.param(DUTIES, "diem d thi sao", at(LANG_SON, 4, 2, "d"), id="without diacritics"),
        pytest.param(VOTES, "đọc nguyên văn", at(BINH_DUONG, 1, 5, "d"), id="word for word"),
    ],
)
def test_what_was_made_whole_is_answered(earlier: Earlier, question: str, cited: Address) -> None:
    assert ask(question, earlier).citations[0].address == cited


def test_the_day_asked_for_next_is_the_one_that_counts() -> None:
    assert ask("thế năm 2023?", COSTS).status is Status.NO_RESOLUTION


def test_nothing_of_an_earlier_turn_is_a_source() -> None:
    answer = ask("còn Lạng Sơn thì sao?", COSTS, hits=(hit(at(CA_MAU, 2)),))

    assert answer.citations == ()


def test_follow_ups_follow_each_other() -> None:
    earlier: tuple[Earlier, ...] = (COSTS,)
    read = []
    for question in ("còn Lạng Sơn?", "ai quyết định?", "cảm ơn", "thế bao lâu một lần?", "ai ký?"):
        answer = ask(question, *earlier)
        earlier += (replace(answer.as_earlier(), topics=COSTS.topics),)
        read.append(answer.understood_as)

    assert read == [
        "Ở Lạng Sơn, kinh phí lấy ở đâu?",
        "Về nguồn kinh phí từ ngân sách nhà nước ở Lạng Sơn: ai quyết định?",
        "cảm ơn",
        "Về nguồn kinh phí từ ngân sách nhà nước ở Lạng Sơn: bao lâu một lần?",
        "Nghị quyết số 08/2024/NQ-HĐND: ai ký?",
    ]


def test_without_an_earlier_turn_a_follow_up_is_read_as_it_stands() -> None:
    assert ask("thế ai giám sát?").understood_as == "thế ai giám sát?"


def test_a_document_that_is_gone_is_not_spoken_of() -> None:
    gone = Earlier("Kinh phí lấy ở đâu?", (at("gone", 1),))

    assert ask("nghị quyết đó do ai ký?", gone).understood_as == "nghị quyết đó do ai ký?"


def test_each_question_of_a_message_may_lean_on_earlier_turns() -> None:
    answer = ask("còn ở Lạng Sơn thì sao? Nghị quyết đó do ai ký vậy?", COSTS)

    assert "1. Ở Lạng Sơn, kinh phí lấy ở đâu?" in answer.text
    assert "2. Nghị quyết số 08/2024/NQ-HĐND do ai ký vậy?" in answer.text
    assert [one.address.resolution for one in answer.citations] == [LANG_SON, LANG_SON]


def test_a_long_message_is_read_quickly() -> None:
    for words in ("thế nào ", "Lạng Sơn thế nào ", "ai ", "người nào ", "khoản 2 ", "? "):
        ask(words * (4096 // len(words)), COSTS)
