from __future__ import annotations

import pytest

from bot.answer.understand.asked.amounts import holds
from bot.answer.understand.asked.measures import find_measure
from bot.answer.values import Measure


@pytest.mark.parametrize(
    ("asked", "measure"),
    [
        pytest.param("bao nhiêu phần trăm hộ đồng ý", Measure.PERCENT, id="percent"),
        pytest.param("cần bao nhiêu % tán thành", Measure.PERCENT, id="percent sign"),
        pytest.param("được hỗ trợ bao nhiêu tiền", Measure.MONEY, id="money"),
        pytest.param("phu cap bao nhieu", Measure.MONEY, id="money without marks"),
        pytest.param("họp mấy lần một năm", Measure.FREQUENCY, id="times"),
        pytest.param("bao lâu thì họp một lần", Measure.FREQUENCY, id="how often"),
        pytest.param("công khai trong bao lâu", Measure.DURATION, id="how long"),
        pytest.param("niêm yết bao nhiêu ngày", Measure.DURATION, id="days"),
        pytest.param("mấy tuổi thì được biểu quyết", Measure.AGE, id="age"),
        pytest.param("cần bao nhiêu hộ dự họp", Measure.COUNT, id="households"),
        pytest.param("bao nhiêu hộ đồng ý", Measure.COUNT, id="households that agree"),
        pytest.param("số điện thoại của xã", Measure.CONTACT, id="telephone"),
        pytest.param("đi họp phải đủ mấy nhà", Measure.COUNT, id="houses, after a limit"),
        pytest.param("ban ấy mấy người là được", Measure.COUNT, id="people, before a verb"),
        pytest.param("ban ấy có mấy người vậy ạ?", Measure.COUNT, id="people, at the end"),
        pytest.param("dán ở nhà văn hóa mấy hôm?", Measure.DURATION, id="days, in the south"),
        pytest.param("đọc trên loa mấy lượt", Measure.FREQUENCY, id="turns"),
        pytest.param("cháu mười bảy tuổi giơ tay được chưa", Measure.AGE, id="an age in words"),
        pytest.param("cháu 17 tuổi giơ tay được chưa", Measure.AGE, id="an age in digits"),
        pytest.param("khen thì thưởng bao nhiêu tiền mặt", Measure.MONEY, id="a reward"),
        pytest.param("thu tiền sửa cống phải bao nhiêu hộ đồng ý", Measure.COUNT, id="not money"),
        pytest.param("mấy phần trăm nhà ưng thì được", Measure.PERCENT, id="mấy phần trăm"),
        pytest.param("can bn % ho tan thanh", Measure.PERCENT, id="abbreviated"),
        pytest.param("cần bao nhiêu phiếu thì trúng", Measure.PERCENT, id="votes needed"),
        pytest.param("quá nửa hay hai phần ba thì được thông qua", Measure.PERCENT, id="a choice"),
        pytest.param("tỷ lệ đồng ý thế nào là đủ", Measure.PERCENT, id="a share in other words"),
        pytest.param("tiền góp mỗi nhà bao nhiêu", Measure.MONEY, id="the noun before it"),
        pytest.param("mức phạt là bao nhiêu", Measure.MONEY, id="a fine"),
        pytest.param("đủ bao nhiêu tuổi thì được bầu", Measure.AGE, id="old enough"),
        pytest.param("con em 16 tuổi bỏ phiếu được không", Measure.AGE, id="an age near the limit"),
        pytest.param("nhiệm kỳ mấy năm", Measure.DURATION, id="a term"),
        pytest.param("mấy năm bầu lại một lần", Measure.FREQUENCY, id="years between"),
        pytest.param("gom mấy chữ ký thì được họp", Measure.COUNT, id="signatures"),
        pytest.param(
            "Tôi 70 tuổi, xóm thu 2 triệu. Thu như thế cần mấy hộ ưng?", Measure.COUNT, id="a story"
        ),
    ],
)
def test_knows_the_amount_asked_for(asked: str, measure: Measure) -> None:
    assert find_measure(asked) is measure


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("có bao nhiêu biện pháp", id="structure"),
        pytest.param("nghị quyết có mấy điều", id="articles"),
        pytest.param("kinh phí lấy ở đâu", id="no amount"),
        pytest.param("mấy người lợi dụng dân chủ thì xử sao", id="several people"),
        pytest.param("mấy hôm nay xã họp hoài", id="these days"),
        pytest.param("người cao tuổi có được góp ý không", id="old people"),
        pytest.param("mẹ em 80 tuổi, em đi họp thay được không", id="an age told"),
        pytest.param("xóm thu 2 triệu mỗi nhà có phải hỏi dân không", id="money told"),
        pytest.param("giấy tờ cho trẻ dưới 14 tuổi gồm gì", id="an age of others"),
        pytest.param("mỗi nhà góp bao nhiêu là do ai quyết", id="who decides an amount"),
        pytest.param("thu bao nhiêu, chi bao nhiêu có phải báo dân không", id="whether it is told"),
        pytest.param("được cấp bao nhiêu tiền thì xem ở đâu", id="where an amount stands"),
        pytest.param("kêu mấy lần rồi mà xã im", id="several times"),
        pytest.param("gọi số điện thoại xã không ai nghe thì báo ai", id="a telephone told"),
        pytest.param("họp lúc mấy giờ", id="a time of day"),
        pytest.param("máy tính của xã hỏng thì ai sửa", id="máy is not mấy"),
    ],
)
def test_finds_no_amount_in_other_questions(asked: str) -> None:
    assert find_measure(asked) is None


@pytest.mark.parametrize(
    ("measure", "text", "held"),
    [
        pytest.param(Measure.PERCENT, "Bảo đảm 100% cơ quan", True, id="percent"),
        pytest.param(Measure.PERCENT, "quá nửa số hộ tán thành", True, id="majority in words"),
        pytest.param(Measure.PERCENT, "đa số hộ tán thành", False, id="no percent"),
        pytest.param(Measure.MONEY, "mức 1.500.000 đồng", True, id="money"),
        pytest.param(Measure.MONEY, "kinh phí từ ngân sách", False, id="no money"),
        pytest.param(Measure.FREQUENCY, "mỗi năm một lần", True, id="times"),
        pytest.param(Measure.FREQUENCY, "khi cần thiết", False, id="no times"),
        pytest.param(Measure.DURATION, "trong 30 ngày", True, id="duration"),
        pytest.param(Measure.DURATION, "ngày 23 tháng 7 năm 2024", False, id="a date is none"),
        pytest.param(Measure.AGE, "từ đủ 18 tuổi", True, id="age"),
        pytest.param(Measure.AGE, "người cao tuổi", False, id="no age"),
        pytest.param(Measure.COUNT, "ít nhất 50 hộ", True, id="count"),
        pytest.param(Measure.COUNT, "các hộ", False, id="no count"),
        pytest.param(Measure.COUNT, "hai phần ba tổng số hộ", True, id="count as a share"),
        pytest.param(Measure.PERCENT, "đạt 2/3 số hộ", True, id="a fraction"),
        pytest.param(Measure.PERCENT, "một phần hai số cử tri", True, id="a fraction in words"),
        pytest.param(Measure.PERCENT, "phải quá bán", True, id="quá bán"),
        pytest.param(Measure.PERCENT, "biểu quyết theo đa số", True, id="by majority"),
        pytest.param(Measure.PERCENT, "trước ngày 1/7 hằng năm", False, id="a date is no share"),
        pytest.param(Measure.PERCENT, "Nghị quyết số 8/2024", False, id="a number is no share"),
        pytest.param(Measure.MONEY, "mười triệu đồng", True, id="money in words"),
        pytest.param(Measure.MONEY, "0,3 lần mức lương cơ sở", True, id="so many salaries"),
        pytest.param(Measure.MONEY, "hai bên đồng ý", False, id="agreement is no currency"),
        pytest.param(Measure.FREQUENCY, "0,3 lần mức lương cơ sở", False, id="no frequency"),
        pytest.param(Measure.FREQUENCY, "sáu tháng một lần", True, id="months in words"),
        pytest.param(Measure.FREQUENCY, "ít nhất một năm 02 lần", True, id="times a year"),
        pytest.param(Measure.FREQUENCY, "báo cáo hằng quý", True, id="every quarter"),
        pytest.param(Measure.FREQUENCY, "hàng hóa", False, id="hàng is not hằng"),
        pytest.param(Measure.DURATION, "05 ngày làm việc", True, id="working days"),
        pytest.param(Measure.DURATION, "nhiệm kỳ năm năm", True, id="years in words"),
        pytest.param(Measure.DURATION, "sáu tháng một lần", False, id="a frequency is none"),
        pytest.param(Measure.DURATION, "một năm 02 lần", False, id="times a year are none"),
        pytest.param(Measure.AGE, "đủ mười tám tuổi", True, id="age in words"),
        pytest.param(Measure.COUNT, "05 đến 09 thành viên", True, id="from and to"),
        pytest.param(Measure.COUNT, "trên 50% tổng số cử tri", True, id="count as a percentage"),
        pytest.param(Measure.COUNT, "một số hộ", False, id="some"),
        pytest.param(Measure.CONTACT, "gọi 0205123456", True, id="telephone"),
        pytest.param(Measure.CONTACT, "hòm thư góp ý", False, id="no contact"),
    ],
)
def test_tells_whether_a_text_states_the_amount(measure: Measure, text: str, held: bool) -> None:
    assert holds(measure, text) is held


@pytest.mark.parametrize("measure", list(Measure))
def test_every_amount_can_be_looked_for(measure: Measure) -> None:
    assert not holds(measure, "Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.")
