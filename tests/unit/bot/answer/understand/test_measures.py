from __future__ import annotations

import pytest

from bot.answer.understand.measures import find_measure, holds
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
        pytest.param(Measure.CONTACT, "gọi 0205123456", True, id="telephone"),
        pytest.param(Measure.CONTACT, "hòm thư góp ý", False, id="no contact"),
    ],
)
def test_tells_whether_a_text_states_the_amount(measure: Measure, text: str, held: bool) -> None:
    assert holds(measure, text) is held


@pytest.mark.parametrize("measure", list(Measure))
def test_every_amount_can_be_looked_for(measure: Measure) -> None:
    assert not holds(measure, "Giao Ủy ban nhân dân tỉnh tổ chức thực hiện.")
