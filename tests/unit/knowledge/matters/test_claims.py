"""Lines of our own words, held against the provisions they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.matters.claims import unfounded
from knowledge.matters.claims.words import BadClaimWords, claim_words

_WELL = (
    "Việc khoan giếng làng được thông qua khi có từ hai phần ba tổng số hộ gia đình trong thôn trở "
    "lên tán thành; Trưởng thôn công bố kết quả trong thời hạn 05 (năm) ngày làm việc và báo cáo "
    "Chủ tịch Ủy ban nhân dân cấp xã."
)
_GUARD = (
    "Tổ tuần tra có từ 03 đến 09 thành viên, do cuộc họp bầu với trên 50% số đại biểu dự họp tán "
    "thành; nhiệm kỳ 30 tháng. Thành viên phải đủ 21 tuổi."
)
_POOL = (
    "Quỹ ao cá được thu mỗi năm 02 lần, mỗi hộ không quá 1.250.000 đồng mỗi kỳ; Ban công tác Mặt "
    "trận kiểm tra quỹ chậm nhất 10 ngày trước ngày họp tổng kết."
)
_LAMPS = (
    "Quy định về đèn đường có hiệu lực từ ngày 15 tháng 9 năm 2031. Hồ sơ được niêm yết ít nhất 45 "
    "ngày tại trụ sở Hội đồng nhân dân, Ủy ban nhân dân cấp xã; mức chi bằng 2,5 lần mức năm trước."
)
_OFFICE = (
    "Cơ quan có dưới 40 người lao động họp toàn thể. Người đứng đầu tổ chức cuộc họp hằng năm; một "
    "phần tư số người hoặc Ban Chấp hành Công đoàn đề nghị thì họp bất thường."
)
_WATCH = (
    "Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng gửi kiến nghị đến Ủy ban Mặt trận "
    "Tổ quốc Việt Nam cấp xã; Hội đồng nhân dân cấp tỉnh quy định phụ cấp, Chính phủ hướng dẫn."
)


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        pytest.param("Cần 2/3 số nhà", _WELL, id="fraction in digits"),
        pytest.param("Từ 2 phần 3 số gia đình trở lên", _WELL, id="fraction half in words"),
        pytest.param("Ít nhất hai phần ba số hộ", _WELL, id="at least"),
        pytest.param("Tối thiểu hai phần ba số hộ", _WELL, id="at the minimum"),
        pytest.param("Trong năm ngày làm việc", _WELL, id="five in words"),
        pytest.param("Không quá 5 ngày làm việc", _WELL, id="within is at most"),
        pytest.param("Chậm nhất 5 ngày làm việc sau họp", _WELL, id="at the latest"),
        pytest.param("Quá 5 ngày làm việc thì hỏi lại", _WELL, id="past what is allowed"),
        pytest.param("Chưa tới hai phần ba thì chưa thông qua", _WELL, id="short of it"),
        pytest.param("Trưởng ấp báo Chủ tịch xã", _WELL, id="offices by other names"),
        pytest.param("Báo chủ tịch UBND phường", _WELL, id="abbreviated"),
        pytest.param("Báo Uỷ ban xã/phường", _WELL, id="tone mark elsewhere, office of its head"),
        pytest.param("Tổ 3-9 người", _GUARD, id="range"),
        pytest.param("Từ ba đến chín thành viên", _GUARD, id="range in words"),
        pytest.param("Ít nhất 3 và tối đa 9 người", _GUARD, id="ends of a range"),
        pytest.param("Hơn một nửa người dự họp", _GUARD, id="more than half"),
        pytest.param("Quá bán mới được", _GUARD, id="majority"),
        pytest.param("Trên năm mươi phần trăm", _GUARD, id="percent in words"),
        pytest.param("Nhiệm kỳ 2 năm rưỡi", _GUARD, id="years and a half"),
        pytest.param("Từ 21 tuổi trở lên", _GUARD, id="age"),
        pytest.param("Hai mươi mốt tuổi", _GUARD, id="age in words"),
        pytest.param("Một năm hai lần", _POOL, id="times a year"),
        pytest.param("Hằng năm 2 kỳ", _POOL, id="times by another name"),
        pytest.param("Tối đa 1 triệu 250 mỗi nhà", _POOL, id="money for short"),
        pytest.param("Không quá 1,25 triệu đồng", _POOL, id="money with a decimal"),
        pytest.param("Mặt trận thôn xem quỹ ít nhất 10 ngày trước hôm họp", _POOL, id="beforehand"),
        pytest.param("Từ 15/9/2031", _LAMPS, id="day in digits"),
        pytest.param("Từ tháng 9 năm 2031", _LAMPS, id="month of a day"),
        pytest.param("Không dưới 45 ngày, ở trụ sở Hội đồng nhân dân xã", _LAMPS, id="no less"),
        pytest.param("Gấp 2,5 lần năm trước", _LAMPS, id="decimal"),
        pytest.param("Ít hơn 40 người thì họp cả", _OFFICE, id="below"),
        pytest.param("Mỗi năm họp một lần", _OFFICE, id="yearly is once a year"),
        pytest.param("1/4 số người, tức 25%, hoặc công đoàn", _OFFICE, id="quarter is 25 percent"),
        pytest.param("Thủ trưởng gọi họp", _OFFICE, id="head by another name"),
        pytest.param("Mặt trận xã nhận; tỉnh định qua Hội đồng nhân dân tỉnh", _WATCH, id="levels"),
        pytest.param("Ban Giám sát đầu tư, thanh tra nhân dân", _WATCH, id="shortened names"),
    ],
)
def test_accepts_what_a_provision_states_in_other_words(line: str, ground: str) -> None:
    assert unfounded(line, [_LAMPS[:0], ground]) == ()


@pytest.mark.parametrize(
    ("line", "ground", "claims"),
    [
        pytest.param("Cần ba phần tư số hộ", _WELL, ["ba phần tư"], id="another fraction"),
        pytest.param("Cần 60% số hộ", _WELL, ["60%"], id="percent for a fraction"),
        pytest.param("Một nửa số hộ là đủ", _WELL, ["Một nửa"], id="half"),
        pytest.param("Trên hai phần ba số hộ", _WELL, ["Trên hai phần ba"], id="above at least"),
        pytest.param("Tối đa 2/3 số hộ", _WELL, ["Tối đa 2/3"], id="at most at least"),
        pytest.param("Dưới 2/3 số hộ", _WELL, ["Dưới 2/3"], id="below at least"),
        pytest.param("Trong 6 ngày làm việc", _WELL, ["Trong 6 ngày làm việc"], id="another day"),
        pytest.param("Trong 5 ngày", _WELL, ["Trong 5 ngày"], id="any days for working days"),
        pytest.param("Trong năm tháng", _WELL, ["Trong năm tháng"], id="months for days"),
        pytest.param("Sau 5 năm", _WELL, ["5 năm"], id="years for days"),
        pytest.param(
            "Ít nhất 5 ngày làm việc", _WELL, ["Ít nhất 5 ngày làm việc"], id="no deadline"
        ),
        pytest.param("Báo Chủ tịch tỉnh", _WELL, ["Chủ tịch tỉnh"], id="head of another level"),
        pytest.param("Báo Ủy ban tỉnh", _WELL, ["Ủy ban tỉnh"], id="another level"),
        pytest.param("Báo Hội đồng nhân dân xã", _WELL, ["Hội đồng nhân dân xã"], id="council"),
        pytest.param("Bí thư chi bộ công bố", _WELL, ["Bí thư chi bộ"], id="party secretary"),
        pytest.param("Tổ bầu cử công bố", _WELL, ["Tổ bầu cử"], id="election team"),
        pytest.param("Công an xã công bố", _WELL, ["Công an xã"], id="police"),
        pytest.param("Sở Thủy lợi duyệt", _WELL, ["Sở Thủy lợi"], id="unheard-of office"),
        pytest.param("Tổ 3 đến 10 người", _GUARD, ["10 người"], id="another end of a range"),
        pytest.param("Tổ 2-9 người", _GUARD, ["2"], id="another beginning of a range"),
        pytest.param("Ít nhất 9 người", _GUARD, ["Ít nhất 9 người"], id="wrong end of a range"),
        pytest.param("Quá ba người", _GUARD, ["Quá ba người"], id="beyond the lower end"),
        pytest.param("Tổ có 3 hộ", _GUARD, ["3 hộ"], id="households for people"),
        pytest.param("Từ 50% trở lên", _GUARD, ["Từ 50%"], id="from for above"),
        pytest.param("Ít nhất một nửa", _GUARD, ["Ít nhất một nửa"], id="at least half for above"),
        pytest.param("Dưới 50% cũng được", _GUARD, ["Dưới 50%"], id="below for above"),
        pytest.param("Không quá 50%", _GUARD, ["Không quá 50%"], id="at most for above"),
        pytest.param("Trên 55%", _GUARD, ["Trên 55%"], id="another percentage"),
        pytest.param("Nhiệm kỳ 3 năm", _GUARD, ["3 năm"], id="another term"),
        pytest.param("Nhiệm kỳ ba mươi ngày", _GUARD, ["ba mươi ngày"], id="days for months"),
        pytest.param("Đủ 18 tuổi", _GUARD, ["Đủ 18 tuổi"], id="another age"),
        pytest.param("Không quá 21 tuổi", _GUARD, ["Không quá 21 tuổi"], id="age turned round"),
        pytest.param("Mỗi năm ba lần", _POOL, ["ba lần"], id="more often"),
        pytest.param("Mỗi năm một lần", _POOL, ["một lần"], id="less often"),
        pytest.param("Mỗi quý 2 lần", _POOL, ["Mỗi quý"], id="another period"),
        pytest.param("Hằng tháng thu", _POOL, ["Hằng tháng"], id="monthly"),
        pytest.param("Tối đa 1.200.000 đồng", _POOL, ["Tối đa 1.200.000 đồng"], id="other money"),
        pytest.param(
            "Tối đa 1 triệu 205", _POOL, ["Tối đa 1 triệu 205"], id="other money in short"
        ),
        pytest.param("Ít nhất 1.250.000 đồng", _POOL, ["Ít nhất 1.250.000 đồng"], id="money bound"),
        pytest.param("Trên 1,25 triệu", _POOL, ["Trên 1,25 triệu"], id="above the most"),
        pytest.param("Mười ngày làm việc trước", _POOL, ["Mười ngày làm việc"], id="working days"),
        pytest.param(
            "Không quá 10 ngày", _POOL, ["Không quá 10 ngày"], id="beforehand turned round"
        ),
        pytest.param("Mặt trận xã kiểm tra", _POOL, ["Mặt trận xã"], id="Front of the commune"),
        pytest.param(
            "Trưởng ban Mặt trận thôn kiểm tra", _POOL, ["Trưởng ban Mặt trận thôn"], id="its head"
        ),
        pytest.param("Từ 16/9/2031", _LAMPS, ["16/9/2031"], id="another date"),
        pytest.param("Từ ngày 15/8/2031", _LAMPS, ["15/8/2031"], id="another month"),
        pytest.param("Năm 2030", _LAMPS, ["Năm 2030"], id="another year"),
        pytest.param("Từ tháng 10/2031", _LAMPS, ["tháng 10/2031"], id="another month of it"),
        pytest.param("Dán hơn 45 ngày", _LAMPS, ["hơn 45 ngày"], id="more for at least"),
        pytest.param("Dán tối đa 45 ngày", _LAMPS, ["tối đa 45 ngày"], id="most for least"),
        pytest.param(
            "Dán bốn mươi sáu ngày", _LAMPS, ["bốn mươi sáu ngày"], id="one more in words"
        ),
        pytest.param("Gấp 25 lần", _LAMPS, ["25 lần"], id="comma lost"),
        pytest.param("Trưởng bản dán", _LAMPS, ["Trưởng bản"], id="head of a village"),
        pytest.param("Từ 40 người trở xuống", _OFFICE, ["Từ 40 người"], id="up to for below"),
        pytest.param("Trên 40 người", _OFFICE, ["Trên 40 người"], id="above for below"),
        pytest.param("Dưới 14 người", _OFFICE, ["Dưới 14 người"], id="other people"),
        pytest.param("Mỗi năm họp hai lần", _OFFICE, ["hai lần"], id="twice for yearly"),
        pytest.param("Một phần ba số người", _OFFICE, ["Một phần ba"], id="third for quarter"),
        pytest.param("Hội phụ nữ đề nghị", _OFFICE, ["Hội phụ nữ"], id="another organisation"),
        pytest.param("Kế toán trưởng gọi họp", _OFFICE, ["Kế toán trưởng"], id="accountant"),
        pytest.param("Mặt trận thôn nhận", _WATCH, ["Mặt trận thôn"], id="Front of the village"),
        pytest.param("Tổ hòa giải gửi", _WATCH, ["Tổ hòa giải"], id="mediators"),
        pytest.param("Thanh tra tỉnh gửi", _WATCH, ["Thanh tra tỉnh"], id="state inspectors"),
        pytest.param(
            "Trưởng ban Thanh tra nhân dân gửi",
            _WATCH,
            ["Trưởng ban Thanh tra nhân dân"],
            id="head",
        ),
        pytest.param(
            "Hội đồng nhân dân xã quy định", _WATCH, ["Hội đồng nhân dân xã"], id="lower council"
        ),
        pytest.param("Không phải chờ 9 ngày", _WATCH, ["9 ngày"], id="what need not be"),
        pytest.param("Mỗi hộ, không kể 4 nhà mới", _WATCH, ["4 nhà"], id="what is left out"),
        pytest.param("Quốc hội hướng dẫn", _WATCH, ["Quốc hội"], id="National Assembly"),
        pytest.param("Bộ Nội vụ hướng dẫn", _WATCH, ["Bộ Nội vụ"], id="ministry"),
        pytest.param("Tòa án hướng dẫn", _WATCH, ["Tòa án"], id="court"),
    ],
)
def test_tells_what_no_provision_states(line: str, ground: str, claims: list[str]) -> None:
    assert list(unfounded(line, [ground])) == claims


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Bà con, các hộ trong thôn, trong xã cùng bàn", id="people and places"),
        pytest.param("Một số nhà, một người, một trong các cách", id="one as an article"),
        pytest.param("Hai bên có ba cách, bốn bước", id="what the line counts itself"),
        pytest.param("Cuối năm, trong năm người dân góp ý nhiều năm", id="year, not five"),
        pytest.param("Ba mẹ đi vắng vài ba người, dăm ba lần", id="father, some"),
        pytest.param("Theo Điều 15, khoản 2, Mẫu số 03", id="provisions"),
        pytest.param("Luật số 10/2022, Nghị định 59, Nghị quyết mới 8/2031", id="documents"),
        pytest.param("Nghị định năm 2023, luật sửa đổi năm 2025", id="documents by year"),
        pytest.param("1. Họp thôn", id="number of an item"),
        pytest.param("Bước 1, bước 2: lần thứ hai, kỳ họp thứ 5", id="ordinals"),
        pytest.param("Hội nghị, hội họp, xã hội, tổ chức thanh tra, kiểm tra", id="no bodies"),
        pytest.param("Đảng viên ở tòa nhà bên", id="parts of other words"),
        pytest.param("Luật không nói rõ 5 ngày hay 7 ngày", id="silence"),
        pytest.param("Không thấy ghi Chủ tịch xã được làm thay", id="silence on a body"),
        pytest.param("Việc này không phải do trưởng thôn quyết", id="denial"),
        pytest.param("", id="nothing"),
    ],
)
def test_takes_for_no_claim_what_is_none(line: str) -> None:
    assert unfounded(line, [""]) == ()


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        pytest.param("105 phiếu", "một trăm linh năm phiếu", id="hundred and five"),
        pytest.param("24 giờ", "hai mươi tư giờ", id="four behind tens"),
        pytest.param("25 hộ", "hai mươi lăm hộ", id="five behind tens"),
        pytest.param("1.200 hộ", "một nghìn hai trăm hộ", id="thousands"),
        pytest.param("500 nghìn đồng", "năm trăm nghìn đồng", id="five hundred"),
        pytest.param("2.500.000 đồng", "hai triệu rưỡi", id="millions and a half"),
        pytest.param("từ 3 đến 5 triệu", "từ 3.000.000 đồng đến 5.000.000 đồng", id="scale shared"),
        pytest.param("05 nhóm", "5 nhóm", id="unknown unit"),
        pytest.param("5 ngày", "05 (năm) ngày", id="twice in a provision"),
        pytest.param("2 hộ", "02 đại hộ", id="stray word in a copy"),
        pytest.param("18/11", "ngày 18 tháng 11", id="day without year"),
        pytest.param("năm người", "05 người", id="five people"),
    ],
)
def test_reads_numbers_as_they_are_written(line: str, ground: str) -> None:
    assert unfounded(line, [ground]) == ()
    assert unfounded(f"thêm 777 hộ, {line}", [ground]) == ("777 hộ",)


def test_is_founded_by_any_of_several_provisions() -> None:
    line = "Từ 2/3 số hộ, trên 50% người dự họp; trưởng thôn báo trong 5 ngày làm việc"
    assert unfounded(line, [_WELL]) == ("trên 50%",)
    assert unfounded(line, [_WELL, _GUARD]) == ()


def test_goes_on_behind_what_the_provisions_are_silent_about() -> None:
    line = "Luật không nói rõ mấy ngày, nhưng phải trên 50% đồng ý. Công an xã quyết."
    assert unfounded(line, [_WELL]) == ("trên 50%", "Công an xã")


_WORDS = sorted(
    {*claim_words().units, *claim_words().bounds, *claim_words().offices, *claim_words().levels}
    | {
        "một",
        "hai",
        "năm",
        "mươi",
        "triệu",
        "nửa",
        "phần",
        "05",
        "2/3",
        "1/7/2031",
        "%",
        "đến",
        ",",
    }
)


@given(st.lists(st.sampled_from(_WORDS), max_size=8).map(" ".join))
def test_every_line_founds_itself(line: str) -> None:
    assert unfounded(line, [line]) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_returns_pieces_of_any_line(line: str, ground: str) -> None:
    assert all(claim for claim in unfounded(line, [ground]))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param("[units", "words.toml: ", id="no TOML"),
        pytest.param("units = 3", "units: ", id="no table"),
        pytest.param(
            '[units]\n[bounds]\n[levels]\n[[office]]\nname = "a"\nwords = "a"\nalso = ["b"]\n',
            "a names unknown b",
            id="unknown office",
        ),
        pytest.param(
            '[units]\n[bounds]\nnear = "gần"\n[levels]\n', "bounds.near", id="unknown bound"
        ),
    ],
)
def test_says_what_is_wrong_with_a_file_of_words(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadClaimWords, match=reason):
        claim_words(path)
