"""The forms in which documents say from when to when they are in force."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.findings import FindingKind
from knowledge.law.resolution import Effect
from knowledge.parsing.lint import find_faults
from tests.support.documents.documents import line_with, lines_of, parsed

HEAD = """\
Số: 40/2025/NQ-HĐND
Cao Bằng, ngày 05 tháng 12 năm 2025
NGHỊ QUYẾT
Quy định mức hỗ trợ đội văn nghệ quần chúng
HỘI ĐỒNG NHÂN DÂN TỈNH CAO BẰNG
Điều 1. Mức hỗ trợ
1. Mỗi đội được hỗ trợ hằng năm.
"""
CLOSING = (
    "\n\nNghị quyết này được Hội đồng nhân dân tỉnh Cao Bằng khóa XVII, kỳ họp thứ 30 thông qua "
    "ngày 04 tháng 12 năm 2025./."
)
PASSED, ISSUED, NEW_YEAR = date(2025, 12, 4), date(2025, 12, 5), date(2026, 1, 1)
END = date(2026, 12, 31)


def effect(sentence: str, closing: str = CLOSING, title: str = "Điều khoản thi hành") -> Effect:
    return parsed(f"{HEAD}Điều 2. {title}\n{sentence}{closing}").resolution.effect


def span(sentence: str) -> tuple[date | None, date | None]:
    found = effect(sentence)
    return found.since, found.until


@pytest.mark.parametrize(
    ("sentence", "since"),
    [
        pytest.param("Nghị quyết có hiệu lực từ ngày 01 tháng 01 năm 2026.", NEW_YEAR, id="no này"),
        pytest.param("Nghị quyết này có hiệu lực từ ngày 01/01/2026.", NEW_YEAR, id="slashes"),
        pytest.param("Nghị quyết này có hiệu lực từ ngày 01 /01/ 2026.", NEW_YEAR, id="blanks"),
        pytest.param("Nghị quyết này có hiệu lực thi hành từ 01/01/2026.", NEW_YEAR, id="no ngày"),
        pytest.param(
            "1. Nghị quyết này có hiệu lực kể từ ngày 01/01/2026 và thay thế Nghị quyết số "
            "3/2021/NQ-HĐND áp dụng từ ngày 01/01/2021 đến năm 2025.",
            NEW_YEAR,
            id="title of another behind it",
        ),
        pytest.param(
            "Nghị quyết có hiệu lực thi hành kể từ ngày ký ban hành và áp dụng từ ngày 01/3/2026.",
            ISSUED,
            id="signing, applied later",
        ),
        pytest.param("Nghị quyết này có hiệu lực từ ngày ký.", ISSUED, id="signing"),
        pytest.param("Nghị quyết này có hiệu lực kể từ ngày ban hành.", ISSUED, id="issue"),
        pytest.param(
            "Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày thông qua.",
            date(2025, 12, 14),
            id="days after passage",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực thi hành sau 07 (bảy) ngày, kể từ ngày ký ban hành.",
            date(2025, 12, 12),
            id="days after signing",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực sau mười ngày kể từ ngày được Hội đồng nhân dân tỉnh "
            "thông qua.",
            date(2025, 12, 14),
            id="number in words",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực sau bốn mươi lăm ngày, kể từ ngày ký.",
            date(2026, 1, 19),
            id="longer number in words",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực kể từ ngày thứ 10 sau ngày được Hội đồng nhân dân tỉnh "
            "thông qua.",
            date(2025, 12, 14),
            id="day by its place behind the passage",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực thi hành từ ngày thứ mười lăm (15) kể từ ngày ký ban hành.",
            date(2025, 12, 20),
            id="day by its place in words",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực sau 10 ngày làm việc kể từ ngày ký.",
            None,
            id="working days",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực kể từ ngày niêm yết tại trụ sở.", None, id="unknown day"
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ 00 giờ ngày 01/01/2026.", NEW_YEAR, id="from an hour"
        ),
        pytest.param(
            "Kể từ 7h30 ngày 01/01/2026, Nghị quyết này có hiệu lực.", NEW_YEAR, id="hour first"
        ),
        pytest.param("Nghị quyết này được áp dụng từ 01/01/2026.", NEW_YEAR, id="applied"),
        pytest.param(
            "Nghị quyết này được thực hiện kể từ năm ngân sách 2026.", NEW_YEAR, id="budget year"
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 15/12/2025 và áp dụng từ năm học 2026 - 2027.",
            date(2025, 12, 15),
            id="school year behind the effect",
        ),
        pytest.param(
            "Kể từ ngày 01/01/2026, Nghị quyết này có hiệu lực thi hành.", NEW_YEAR, id="day first"
        ),
        pytest.param("Bảng giá có hiệu lực từ ngày 01/01/2026.", None, id="of something else"),
        pytest.param(
            "Kể từ ngày Nghị quyết này có hiệu lực, đội được hỗ trợ đến ngày 01/5/2026.",
            None,
            id="day of a benefit",
        ),
        pytest.param(
            "Khoản 2 Điều 1 Nghị quyết này có hiệu lực từ ngày 01/5/2026.", None, id="a clause"
        ),
        pytest.param("Nghị quyết này được áp dụng từ năm học 2026 - 2027.", None, id="school year"),
        pytest.param(
            "Sửa đổi Điều 9 như sau:\n“Nghị quyết này có hiệu lực từ ngày 01/5/2026.”.",
            None,
            id="quoted",
        ),
        pytest.param("Nghị quyết này có hiệu lực từ ngày 31/02/2026.", None, id="no such day"),
        pytest.param(
            "Nghị quyết này có hiệu lực ngay sau khi được thông qua.", PASSED, id="once passed"
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ thời điểm được Hội đồng nhân dân tỉnh thông qua.",
            PASSED,
            id="moment of passage",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực 10 ngày sau ngày ký ban hành.",
            date(2025, 12, 15),
            id="so many days later",
        ),
        pytest.param("Nghị quyết này có hiệu lực từ Quý II/2026.", date(2026, 4, 1), id="quarter"),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày mùng 1 tháng 3 năm 2026.",
            date(2026, 3, 1),
            id="first days of a month",
        ),
        pytest.param(
            "Thời điểm có hiệu lực: ngày 01/3/2026.", date(2026, 3, 1), id="moment of effect"
        ),
        pytest.param(
            "Nghị quyết này áp dụng cho năm ngân sách 2026 và các năm tiếp theo.",
            NEW_YEAR,
            id="budget year and later ones",
        ),
    ],
)
def test_since_when(sentence: str, since: date | None) -> None:
    assert span(sentence) == (since, None)


@pytest.mark.parametrize(
    ("sentence", "since", "until"),
    [
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 đến ngày 31/12/2026.",
            NEW_YEAR,
            END,
            id="from day to day",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 đến hết ngày 31 tháng 12 năm 2026.",
            NEW_YEAR,
            END,
            id="to the end of a day",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 đến hết năm 2026.",
            NEW_YEAR,
            END,
            id="to the end of a year",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 đến hết tháng 6 năm 2026.",
            NEW_YEAR,
            date(2026, 6, 30),
            id="to the end of a month",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 đến trước ngày 01/01/2027.",
            NEW_YEAR,
            END,
            id="before a day",
        ),
        pytest.param(
            "Nghị quyết này được áp dụng trong năm 2026.", NEW_YEAR, None, id="in a year, not only"
        ),
        pytest.param(
            "Nghị quyết này chỉ được áp dụng trong năm 2026.", NEW_YEAR, END, id="in a year only"
        ),
        pytest.param(
            "Nghị quyết này áp dụng cho năm ngân sách 2026.", NEW_YEAR, END, id="for a budget year"
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ 0 giờ 00 phút ngày 01/01/2026 đến 24 giờ ngày "
            "31/12/2026.",
            NEW_YEAR,
            END,
            id="hours of the days",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 đến 0 giờ ngày 01/01/2027.",
            NEW_YEAR,
            END,
            id="until a midnight",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026.\nNghị quyết này hết hiệu lực kể từ "
            "24h00 ngày 31/12/2026.",
            NEW_YEAR,
            END,
            id="over from the last hour",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực kể từ ngày ký ban hành cho đến ngày 31/12/2026.",
            ISSUED,
            END,
            id="from signing to a day",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày ký Nghị quyết này đến hết năm 2026.",
            ISSUED,
            END,
            id="from its own signing",
        ),
        pytest.param(
            "Nghị quyết này áp dụng trong năm 2026 và có hiệu lực kể từ ngày ký ban hành.",
            ISSUED,
            None,
            id="in a year, from signing",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026.\nNghị quyết này hết hiệu lực kể từ "
            "ngày 01/01/2027.",
            NEW_YEAR,
            END,
            id="over from a day",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 và được thực hiện đến hết ngày "
            "31/12/2026.",
            NEW_YEAR,
            END,
            id="carried out until",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực trong thời hạn 01 năm kể từ ngày 01/01/2026.",
            NEW_YEAR,
            END,
            id="for a term",
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực từ ngày 01/01/2026 đến khi có quy định mới.",
            NEW_YEAR,
            None,
            id="until something new",
        ),
    ],
)
def test_from_when_to_when(sentence: str, since: date, until: date | None) -> None:
    assert span(sentence) == (since, until)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Từ ngày 01 tháng 01 năm 2026.", id="day alone"),
        pytest.param("Có hiệu lực kể từ ngày 01/01/2026.", id="no subject"),
        pytest.param("1. Nghị quyết này có hiệu lực từ ngày 01/01/2026.", id="clause"),
    ],
)
def test_an_article_about_the_effect_tells_it(sentence: str) -> None:
    assert effect(sentence, title="Hiệu lực thi hành").since == NEW_YEAR


def test_the_closing_sentence_counts_first() -> None:
    closing = CLOSING.replace("./.", " và có hiệu lực từ ngày 20 tháng 12 năm 2025./.")
    found = effect("Nghị quyết này có hiệu lực từ ngày 01/01/2026.", closing)
    assert (found.passed_on, found.since) == (PASSED, date(2025, 12, 20))


def test_effect_on_passage() -> None:
    found = effect("Nghị quyết này có hiệu lực kể từ ngày Hội đồng nhân dân tỉnh thông qua.")
    assert (found.since, found.on_passage) == (PASSED, True)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nghị quyết này được áp dụng từ năm học 2026 - 2027.", id="school year"),
        pytest.param(
            "Nghị quyết này có hiệu lực kể từ ngày Luật Thư viện có hiệu lực.", id="another act"
        ),
        pytest.param(
            "Nghị quyết này có hiệu lực kể từ ngày Đề án thư viện được Chính phủ thông qua.",
            id="passage of something else",
        ),
        pytest.param("Nghị quyết này áp dụng từ kỳ chi trả tháng 01 năm 2026.", id="payment"),
        pytest.param("Nghị quyết này có hiệu lực từ ngày     tháng 01 năm 2026.", id="blank day"),
        pytest.param("Nghị quyết này có hiệu lực từ nhiệm kỳ 2026 - 2031.", id="term of office"),
        pytest.param("Nghị quyết này có hiệu lực từ ngày ký hợp đồng.", id="another signature"),
        pytest.param(
            "Nghị quyết này áp dụng từ năm học 2026 - 2027; các khoản khác áp dụng từ ngày "
            "01/3/2026.",
            id="a day of other parts",
        ),
        pytest.param("Nghị quyết này có hiệu lực sau 07 ngày kể từ ngày niêm yết.", id="posting"),
    ],
)
def test_a_day_that_cannot_be_known_is_none_and_told_as_it_stands(sentence: str) -> None:
    text = f"{HEAD}Điều 2. Điều khoản thi hành\n{sentence}{CLOSING}"
    reading = parsed(text)
    found = [one for one in find_faults(lines_of(text), reading) if "effect" in one.fault]
    assert reading.resolution.effect.since is None
    assert [(one.fault, one.line, one.excerpt) for one in found] == [
        (
            FindingKind.UNDATED_EFFECT,
            line_with(sentence, text),
            " ".join(sentence.partition(";")[0].split()),
        )
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nghị quyết này được thực hiện từ nguồn ngân sách của xã.", id="means"),
        pytest.param("Nghị quyết này gồm hai điều.", id="nothing"),
    ],
)
def test_what_says_nothing_of_the_effect_is_not_told_as_if_it_did(sentence: str) -> None:
    text = f"{HEAD}Điều 2. Điều khoản thi hành\n{sentence}{CLOSING}"
    found = [one.fault for one in find_faults(lines_of(text), parsed(text))]
    assert FindingKind.MISSING_EFFECT in found
    assert FindingKind.UNDATED_EFFECT not in found


def test_the_end_of_a_quarter_is_its_last_day() -> None:
    sentence = "Nghị quyết này có hiệu lực từ quý I năm 2026 đến hết quý III năm 2026."
    assert span(sentence) == (NEW_YEAR, date(2026, 9, 30))
