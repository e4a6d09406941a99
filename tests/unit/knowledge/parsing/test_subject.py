"""Which documents are about grassroots democracy."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.parsing.lint import find_faults
from knowledge.parsing.subject import THRESHOLD, concerns_grassroots_democracy, grassroots_figure
from tests.support.documents.documents import (
    BUNDLED,
    CLEAN,
    LITTER,
    OF_PROVINCE,
    bundled,
    lines_of,
    of_commune,
    parsed,
)

FEE = OF_PROVINCE.format(
    title="Quy định mức thu phí tham quan bảo tàng trên địa bàn tỉnh An Giang",
    articles="""\
Điều 1. Mức thu
1. Người lớn nộp 30.000 đồng một lượt; trẻ em dưới sáu tuổi được miễn.
2. Đơn vị thu niêm yết công khai mức thu tại quầy vé và nộp tiền vào ngân sách hằng tháng.
Điều 2. Tổ chức thực hiện
Ủy ban nhân dân tỉnh báo cáo, kiến nghị điều chỉnh mức thu khi giá cả thay đổi.
""",
)
MEETINGS = OF_PROVINCE.format(
    title="Quy định việc tổ chức hội nghị của thôn, tổ dân phố",
    articles="""\
Điều 1. Triệu tập
1. Trưởng thôn, tổ trưởng tổ dân phố triệu tập cuộc họp, báo trước ba ngày.
2. Cộng đồng dân cư bàn và biểu quyết mức đóng góp tự nguyện để sửa nhà văn hóa.
Điều 2. Giám sát
Ban Thanh tra nhân dân theo dõi việc thu, chi và công khai kết quả với các hộ.
""",
)
PETITIONS = OF_PROVINCE.format(
    title="Quy chế tiếp nhận, trả lời phản ánh của người dân qua tổng đài",
    articles="""\
Điều 1. Tiếp nhận
1. Tổng đài ghi lại phản ánh, kiến nghị và gửi mã tra cứu cho người dân.
2. Cơ quan được giao trả lời phản ánh trong bảy ngày làm việc.
""",
)


@pytest.mark.parametrize("resolution_id", BUNDLED)
def test_those_that_ship_are_about_it_beyond_doubt(resolution_id: str) -> None:
    assert grassroots_figure(bundled(resolution_id)) > 3 * THRESHOLD


@pytest.mark.parametrize(
    ("text", "concerns"),
    [
        pytest.param(CLEAN, True, id="short resolution"),
        pytest.param(MEETINGS, True, id="meetings of villages, without the field's name"),
        pytest.param(PETITIONS, True, id="petitions"),
        pytest.param(FEE, False, id="fee that is made public"),
        pytest.param(LITTER, False, id="litter, with residential groups in it"),
    ],
)
def test_the_words_of_a_document_tell_what_it_is_about(text: str, concerns: bool) -> None:
    assert concerns_grassroots_democracy(parsed(text).resolution) is concerns


def test_words_that_run_into_each_other_are_not_those_of_the_field() -> None:
    text = FEE.replace("Ủy ban nhân dân tỉnh báo cáo", "Ủy ban nhân dân bản báo cáo, Nhân Dân ban")
    figures = [grassroots_figure(parsed(one).resolution) for one in (FEE, text)]
    assert abs(figures[0] - figures[1]) < 0.1


def test_an_annex_counts_as_the_document_does() -> None:
    decision = FEE.replace("Quy định mức thu phí tham quan bảo tàng", "Ban hành Quy chế")
    annex = "QUY CHẾ\n(Ban hành kèm theo Nghị quyết số 40/2025/NQ-HĐND)\n"
    annex += MEETINGS[MEETINGS.index("Điều 1.") :]
    alone, together = (parsed(text).resolution for text in (decision, f"{decision}\n{annex}"))
    assert together.annexes
    assert grassroots_figure(together) > grassroots_figure(alone)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(LITTER, [6], id="other field"),
        pytest.param(of_commune("phường Kim Thanh"), [], id="the field"),
    ],
)
def test_another_field_is_told_at_the_title(text: str, lines: list[int]) -> None:
    found = find_faults(lines_of(text), parsed(text))
    assert [one.line for one in found if one.fault is FindingKind.OTHER_FIELD] == lines
    assert not [one for one in found if one.severity == "error"]
