from __future__ import annotations

from datetime import date

import pytest

from bot.answer.understand.day import find_day, find_day_words


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        pytest.param("năm 2024 thôn họp thế nào", date(2024, 12, 31), id="year"),
        pytest.param("hồi 2023 thì ai quyết", date(2023, 12, 31), id="year without its word"),
        pytest.param("hồi tháng 3/2025 có công khai không", date(2025, 3, 31), id="month"),
        pytest.param("thang 2 nam 2024 co hop khong", date(2024, 2, 29), id="month in words"),
        pytest.param("ngày 5/8/2024 có hiệu lực chưa", date(2024, 8, 5), id="day"),
        pytest.param("ngày 4 tháng 12 năm 2024 thì sao", date(2024, 12, 4), id="day in words"),
        pytest.param("trước 1/7/2025 thì sao", date(2025, 6, 30), id="before a day"),
        pytest.param("trước năm 2025 ai giám sát", date(2024, 12, 31), id="before a year"),
        pytest.param("đầu năm 2024 dân có được bàn", date(2024, 3, 31), id="beginning of a year"),
        pytest.param("hồi tháng 5/2024, xóm họp thì ai chủ trì", date(2024, 5, 31), id="a pause"),
        pytest.param("các bước ra sao, tính theo năm 2026", date(2026, 12, 31), id="after it"),
        pytest.param("năm 2023 thì quy định thế nào", date(2023, 12, 31), id="rules of a year"),
        pytest.param(
            "năm 2023 thôn tôi áp dụng nghị quyết nào",
            date(2023, 12, 31),
            id="applied at one's own",
        ),
        pytest.param(
            "hồi 2022 quy định về quỹ ở xã em ra sao", date(2022, 12, 31), id="rules of one's own"
        ),
        pytest.param(
            "nam 2024 luat cho xa minh thu nhung gi", date(2024, 12, 31), id="plain, rules"
        ),
        pytest.param("năm 2023 mấy hộ thì được họp", date(2023, 12, 31), id="what was needed"),
        pytest.param("trước năm 2024 nhà tôi đóng ra sao", date(2023, 12, 31), id="before, own"),
        pytest.param("nghị quyết áp dụng từ ngày 1/1/2025", date(2025, 1, 1), id="since"),
    ],
)
def test_finds_the_day_whose_law_is_asked_for(asked: str, day: date) -> None:
    assert find_day(asked) == day


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("Nghị quyết 08/2024 nói gì", id="number of a document"),
        pytest.param("Nghị quyết ngày 23/7/2024 do ai ký", id="date of a document"),
        pytest.param("Luật Thực hiện dân chủ ở cơ sở năm 2022", id="year of a law"),
        pytest.param("giai đoạn 2021-2026", id="span of years"),
        pytest.param("nhiệm kỳ 2021 - 2026", id="term"),
        pytest.param("kế hoạch năm 2024 của thôn", id="year of a plan"),
        pytest.param("nghị quyết có hiệu lực từ năm 2024 không", id="what is asked for itself"),
        pytest.param("ngày 31/2/2025 có họp không", id="no day of the calendar"),
        pytest.param("hôm qua xã họp", id="a day without a date"),
        pytest.param("năm nay họp mấy lần", id="a year without a number"),
        pytest.param("năm 2020 xóm thu quỹ, giờ dân có được xem sổ không", id="told, then now"),
        pytest.param("năm 2020 xóm thu quỹ đến nay chưa báo thì hỏi ai", id="until now"),
        pytest.param(
            "tháng 4/2024 xóm tôi bầu ban giám sát, nhiệm kỳ của ban mấy năm", id="only told"
        ),
        pytest.param("năm 2025 xã tôi thu tiền làm đường có phải họp không", id="done at mine"),
        pytest.param("nam 2025 xom em bat gop tien co dung khong", id="done, plain"),
        pytest.param("Năm 2024, thôn mình xây cổng chào thì ai giám sát", id="done, a pause"),
        pytest.param("năm 2025 phường thu 300 nghìn mỗi nhà, dân hỏi ai", id="an amount"),
        pytest.param("cuối năm 2024 ấp tự ý bán đất công có đúng luật không", id="season, done"),
        pytest.param("năm 2023 nhà cháu bị cắt tên khỏi danh sách thì kêu ở đâu", id="to my house"),
        pytest.param("hồi 2024 tổ tôi thu quỹ có đúng quy định không", id="without its word, done"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_dates_are_none(asked: str) -> None:
    assert find_day(asked) is None


def test_the_day_of_a_story_counts_if_the_question_points_back_to_it() -> None:
    story = "Tháng 6/2023 xóm tôi bầu lại trưởng xóm."

    assert find_day("Hồi đó cần bao nhiêu hộ ưng?", story) == date(2023, 6, 30)
    assert find_day("Cần bao nhiêu hộ ưng?", story) is None


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        pytest.param("năm 2025 thì quy định thế nào", (0, 8), id="whose law is asked for"),
        pytest.param("năm 2025 xã tôi thu tiền có đúng không", None, id="of what was done"),
    ],
)
def test_only_a_day_that_is_asked_for_is_kept_for_what_is_asked_next(
    asked: str, words: tuple[int, int] | None
) -> None:
    assert find_day_words(asked) == words
