"""The forms in which documents say what they end, and how much of it."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.references.citation import Reference
from knowledge.validity.amendments import Amendment, find_amendments
from knowledge.validity.deeds import Deed
from tests.support.documents.documents import parsed

HEAD = """\
Số: 40/2026/NQ-HĐND
Cao Bằng, ngày 02 tháng 3 năm 2026
NGHỊ QUYẾT
Quy định mức hỗ trợ đội văn nghệ quần chúng
HỘI ĐỒNG NHÂN DÂN TỈNH CAO BẰNG
"""
A = "Nghị quyết số 11/2019/NQ-HĐND ngày 08 tháng 7 năm 2019 của Hội đồng nhân dân tỉnh Cao Bằng"
B = "Nghị quyết số 12/2020/NQ-HĐND ngày 09/7/2020 của HĐND tỉnh"
TITLE = "quy định chi tiết khoản 3 Điều 7 Luật Thư viện"
IN_FORCE = "Nghị quyết này có hiệu lực thi hành từ ngày 15 tháng 3 năm 2026"
NUMBER_A, NUMBER_B = "11/2019/NQ-HĐND", "12/2020/NQ-HĐND"


def ended(body: str) -> list[tuple[Deed, str, Reference | None, bool]]:
    return [(one.deed, one.number, one.target, one.whole) for one in amendments(body)]


def amendments(body: str) -> tuple[Amendment, ...]:
    return find_amendments(parsed(f"{HEAD}Điều 1. Hiệu lực thi hành\n{body}").resolution)


def wholly(deed: Deed, *numbers: str) -> list[tuple[Deed, str, Reference | None, bool]]:
    return [(deed, number, None, True) for number in numbers]


@pytest.mark.parametrize(
    ("body", "deed"),
    [
        pytest.param(f"1. {IN_FORCE} và thay thế {A}.", Deed.REPLACES, id="và thay thế"),
        pytest.param(f"1. {IN_FORCE}, thay thế {A}.", Deed.REPLACES, id="comma thay thế"),
        pytest.param(f"1. {IN_FORCE}; thay thế cho {A}.", Deed.REPLACES, id="semicolon"),
        pytest.param(f"1. {IN_FORCE}, đồng thời bãi bỏ {A}.", Deed.REPEALS, id="đồng thời"),
        pytest.param(f"1. {IN_FORCE} và thay thế toàn bộ {A}.", Deed.REPLACES, id="toàn bộ"),
        pytest.param(
            f"1. {IN_FORCE.replace(' này', '')} và hủy bỏ {A}.", Deed.REPEALS, id="no này"
        ),
        pytest.param(f"1. {IN_FORCE}. Bãi bỏ {A} {TITLE}.", Deed.REPEALS, id="own sentence"),
        pytest.param(f"1. Nghị quyết này thay thế {A}.", Deed.REPLACES, id="subject and verb"),
        pytest.param(f"1. Huỷ bỏ {A}.", Deed.REPEALS, id="other tone placement"),
        pytest.param(f"1. Chấm dứt hiệu lực của {A}.", Deed.EXPIRES, id="chấm dứt"),
        pytest.param(f"1. {A} ({TITLE}) hết hiệu lực thi hành.", Deed.EXPIRES, id="expires"),
        pytest.param(f"1. {A} không còn hiệu lực.", Deed.EXPIRES, id="không còn"),
        pytest.param(f"1. {A} chấm dứt hiệu lực.", Deed.EXPIRES, id="chấm dứt behind"),
        pytest.param(f"1. {A} bị bãi bỏ.", Deed.REPEALS, id="bị bãi bỏ"),
        pytest.param(
            f"1. {A} {TITLE} được thay thế bằng Nghị quyết này.", Deed.REPLACES, id="passive"
        ),
        pytest.param(
            f"1. Kể từ ngày Nghị quyết này có hiệu lực thi hành, {A} hết hiệu lực.",
            Deed.EXPIRES,
            id="since this is in force",
        ),
        pytest.param(
            f"1. {IN_FORCE}.\n2. Các Nghị quyết sau đây hết hiệu lực kể từ ngày Nghị quyết này "
            f"có hiệu lực:\na) {A} {TITLE}.",
            Deed.EXPIRES,
            id="list of points",
        ),
        pytest.param(f"1. Bãi bỏ các văn bản sau:\na) {A}.", Deed.REPEALS, id="repealed points"),
        pytest.param(f"1. Bãi bỏ các văn bản sau:\n- {A};", Deed.REPEALS, id="dashes"),
        pytest.param(f"1. Bãi bỏ các văn bản sau:\n{A}.", Deed.REPEALS, id="own paragraph"),
        pytest.param(f"Bãi bỏ toàn bộ 01 văn bản sau đây:\n1. {A}.", Deed.REPEALS, id="clauses"),
        pytest.param(
            f"1. {IN_FORCE} và thay thế các nghị quyết sau:\na) {A}.",
            Deed.REPLACES,
            id="list joined to the effect",
        ),
        pytest.param(
            f"1. Bãi bỏ các Nghị quyết:\na) {A} sửa đổi Nghị quyết số 9/2018/NQ-HĐND.",
            Deed.REPEALS,
            id="title names another",
        ),
        pytest.param(
            f"1. Bãi bỏ {A} về việc thực hiện Nghị quyết số 9/2018/NQ-HĐND và Nghị quyết số "
            "10/2018/NQ-HĐND.",
            Deed.REPEALS,
            id="title names two",
        ),
        pytest.param(
            f"1. {A} đã được sửa đổi, bổ sung theo {B} hết hiệu lực.",
            Deed.EXPIRES,
            id="with what amended it",
        ),
        pytest.param(
            f"1. Bãi bỏ {A} quy định thu một phần viện phí.", Deed.REPEALS, id="words of a title"
        ),
    ],
)
def test_a_document_that_is_ended_as_a_whole(body: str, deed: Deed) -> None:
    assert ended(body) == wholly(deed, NUMBER_A)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"1. Bãi bỏ {A} và {B}.", id="và"),
        pytest.param(f"1. Bãi bỏ {A}; {B}.", id="semicolon"),
        pytest.param(
            f"1. Bãi bỏ {A}, {B} sửa đổi một số điều của Nghị quyết số 9/2018/NQ-HĐND.",
            id="title of the second that speaks of some provisions",
        ),
        pytest.param(
            f"1. Bãi bỏ {A} quy định một số nội dung chi cho đội văn nghệ, {B}.",
            id="title of the first that speaks of some matters",
        ),
        pytest.param(f"1. Bãi bỏ các Nghị quyết sau: {A}; {B}.", id="announced in one line"),
        pytest.param(f"1. {IN_FORCE}, bãi bỏ {A} {TITLE}, {B}.", id="comma"),
        pytest.param(f"1. Bãi bỏ:\na) {A};\nb) {B}.", id="points"),
    ],
)
def test_several_documents_that_are_ended(body: str) -> None:
    assert ended(body) == wholly(Deed.REPEALS, NUMBER_A, NUMBER_B)


APPENDIX = """
CHỦ TỊCH
Mai Văn B
PHỤ LỤC
Danh sách kèm
(Kèm theo Nghị quyết số 40/2026/NQ-HĐND ngày 02 tháng 3 năm 2026)
TT | Số | Tên
1 | 11/2019/NQ-HĐND | Sửa đổi Nghị quyết số 7/2015/NQ-HĐND
2 | 12/2020/NQ-HĐND | Quy định về đội văn nghệ{}
"""


@pytest.mark.parametrize(
    ("body", "deed"),
    [
        pytest.param(
            "1. Bãi bỏ toàn bộ 02 nghị quyết tại Phụ lục kèm theo Nghị quyết này.",
            Deed.REPEALS,
            id="active",
        ),
        pytest.param("1. Các nghị quyết nêu tại Phụ lục hết hiệu lực.", Deed.EXPIRES, id="passive"),
    ],
)
def test_documents_that_an_appendix_lists_are_ended(body: str, deed: Deed) -> None:
    assert ended(body + APPENDIX.format("")) == wholly(deed, NUMBER_A, NUMBER_B)


def test_a_document_of_which_an_appendix_lists_a_part_stays_in_force() -> None:
    found = ended(f"1. Bãi bỏ các nghị quyết tại Phụ lục.{APPENDIX.format(' (một phần)')}")
    assert [(number, whole) for _, number, _, whole in found] == [
        (NUMBER_A, True),
        (NUMBER_B, False),
    ]


def test_of_several_appendices_the_one_that_is_named_is_meant() -> None:
    first = APPENDIX.format("").replace("PHỤ LỤC\n", "PHỤ LỤC I\n")
    second = "PHỤ LỤC II\nMẫu sổ\nTT | Số | Tên\n1 | 5/2018/NQ-HĐND | Quy định về sổ\n"
    found = ended(f"1. Bãi bỏ các nghị quyết tại Phụ lục I.{first}{second}")
    assert found == wholly(Deed.REPEALS, NUMBER_A, NUMBER_B)


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        pytest.param("DANH MỤC BÃI BỎ MỘT PHẦN", "Quy định về sổ", id="by its title"),
        pytest.param("DANH MỤC", "Khoản 2 Điều 3", id="by what the row names"),
    ],
)
def test_two_appendices_are_read_where_both_are_named_each_as_it_says(
    title: str, cell: str
) -> None:
    first = APPENDIX.format("").replace("PHỤ LỤC\n", "PHỤ LỤC I\n")
    second = f"PHỤ LỤC II\n{title}\nTT | Số | Phần\n1 | 5/2018/NQ-HĐND | {cell}\n"
    found = ended(f"1. Bãi bỏ các nghị quyết tại Phụ lục I, II.{first}{second}")
    assert [(number, whole) for _, number, _, whole in found] == [
        (NUMBER_A, True),
        (NUMBER_B, True),
        ("5/2018/NQ-HĐND", False),
    ]


def test_an_appendix_that_a_deed_does_not_name_ends_nothing() -> None:
    assert ended(f"1. Bãi bỏ {A}.{APPENDIX.format('')}") == wholly(Deed.REPEALS, NUMBER_A)


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("Các nghị quyết sau đây hết hiệu lực", id="expire"),
        pytest.param(
            "Kể từ ngày Nghị quyết này có hiệu lực, các nghị quyết sau không còn hiệu lực",
            id="since",
        ),
    ],
)
def test_several_documents_that_expire_are_named_behind_a_colon(lead: str) -> None:
    assert ended(f"1. {lead}: {A}, {B}.") == wholly(Deed.EXPIRES, NUMBER_A, NUMBER_B)


def test_the_council_of_an_announcement_is_that_of_the_documents_listed_behind_it() -> None:
    found = amendments(
        "1. Các nghị quyết sau đây của Hội đồng nhân dân tỉnh Bắc Kạn (nay là tỉnh Thái Nguyên) "
        "hết hiệu lực: Nghị quyết số 5/2019/NQ-HĐND; Nghị quyết số 6/2020/NQ-HĐND."
    )
    assert [(one.number, one.issuer) for one in found] == [
        (number, "Hội đồng nhân dân tỉnh Bắc Kạn")
        for number in ("5/2019/NQ-HĐND", "6/2020/NQ-HĐND")
    ]


def test_several_documents_that_expire_at_the_end_of_their_sentence() -> None:
    assert ended(f"1. {A}; {B} hết hiệu lực.") == wholly(Deed.EXPIRES, NUMBER_A, NUMBER_B)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"1. Bãi bỏ Điều 3 {A}.", [(Deed.REPEALS, NUMBER_A, Reference(3), False)], id="article"
        ),
        pytest.param(
            f"1. Bãi bỏ khoản 1, khoản 2 Điều 3 {A} và Điều 5 {B}.",
            [
                (Deed.REPEALS, NUMBER_A, Reference(3, 1), False),
                (Deed.REPEALS, NUMBER_A, Reference(3, 2), False),
                (Deed.REPEALS, NUMBER_B, Reference(5), False),
            ],
            id="of two documents",
        ),
        pytest.param(
            f"1. Bãi bỏ một phần {A}.", [(Deed.REPEALS, NUMBER_A, None, False)], id="một phần"
        ),
        pytest.param(
            f"1. {A} hết hiệu lực một phần.", [(Deed.EXPIRES, NUMBER_A, None, False)], id="partly"
        ),
        pytest.param(
            f"1. Bãi bỏ {A}, trừ Điều 4.", [(Deed.REPEALS, NUMBER_A, None, False)], id="trừ"
        ),
        pytest.param(
            f"1. Bãi bỏ {A}.\n2. Điều 4 {A} tiếp tục được áp dụng đến hết năm 2026.",
            [(Deed.REPEALS, NUMBER_A, None, False)],
            id="goes on elsewhere",
        ),
        pytest.param(
            f"1. Bãi bỏ Quy chế ban hành kèm theo {A}.",
            [(Deed.REPEALS, NUMBER_A, Reference(annex="quy che"), False)],
            id="annex",
        ),
        pytest.param(
            f"1. Bãi bỏ một số nội dung của {A}:\na) Khoản 2 Điều 6;\nb) Điều 8.",
            [
                (Deed.REPEALS, NUMBER_A, Reference(6, 2), False),
                (Deed.REPEALS, NUMBER_A, Reference(8), False),
            ],
            id="some provisions listed",
        ),
        pytest.param(f"1. Thay thế, bãi bỏ một số từ, cụm từ của {A}.", [], id="words announced"),
        pytest.param(
            f"1. Bãi bỏ cụm từ “đội” tại Điều 3; Điều 5 {A}.",
            [
                (Deed.REPLACES_WORDS, NUMBER_A, Reference(3), False),
                (Deed.REPLACES_WORDS, NUMBER_A, Reference(5), False),
            ],
            id="words taken away",
        ),
    ],
)
def test_what_is_ended_only_in_part(
    body: str, found: list[tuple[Deed, str, Reference | None, bool]]
) -> None:
    assert ended(body) == found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"1. Áp dụng các văn bản sau:\na) {A}.", id="list of others"),
        pytest.param(f"1. Trường hợp {A} được thay thế thì áp dụng văn bản mới.", id="condition"),
        pytest.param(f"1. {A} được thay thế bằng {B}.", id="replaced by another"),
        pytest.param(f"1. Đề nghị cấp trên bãi bỏ {A}.", id="proposal"),
        pytest.param("1. Nghị quyết số 40/2026/NQ-HĐND hết hiệu lực vào năm 2030.", id="itself"),
        pytest.param(f"1. {IN_FORCE}, theo {A}.", id="named only"),
        pytest.param(f"1. Nội dung trái với {A} hết hiệu lực.", id="what contradicts it"),
    ],
)
def test_what_is_only_spoken_of_ends_nothing(body: str) -> None:
    assert ended(body) == []


@pytest.mark.parametrize(
    ("body", "since"),
    [
        pytest.param(f"1. {A} hết hiệu lực từ ngày 01/5/2026.", date(2026, 5, 1), id="expiry"),
        pytest.param(
            f"1. Các Nghị quyết sau hết hiệu lực kể từ ngày 01/5/2026:\na) {A}.",
            date(2026, 5, 1),
            id="list",
        ),
        pytest.param(f"1. Bãi bỏ {A} kể từ ngày 01/5/2026.", date(2026, 5, 1), id="repeal"),
        pytest.param(f"1. Bãi bỏ {A} về mức thu kể từ ngày 01/9/2019.", None, id="day of a title"),
        pytest.param(f"1. {IN_FORCE} và bãi bỏ {A}.", None, id="with its own effect"),
    ],
)
def test_since_when_it_is_ended(body: str, since: date | None) -> None:
    assert [one.since for one in amendments(body)] == [since]


def test_the_document_is_told_by_day_and_body() -> None:
    [one] = amendments(
        f"1. Bãi bỏ các Nghị quyết của Hội đồng nhân dân tỉnh Cao Bằng:\na) {B[:44]}."
    )
    assert (one.dated, one.issuer) == (date(2020, 7, 9), "Hội đồng nhân dân tỉnh Cao Bằng")


def test_the_closing_sentence_may_end_another() -> None:
    closing = (
        "Nghị quyết này được Hội đồng nhân dân tỉnh Cao Bằng khóa XVII, kỳ họp thứ 30 thông qua "
        f"ngày 02 tháng 3 năm 2026, có hiệu lực từ ngày 15 tháng 3 năm 2026 và thay thế {A}."
    )
    assert ended(f"1. Kinh phí do ngân sách bảo đảm.\n{closing}") == wholly(Deed.REPLACES, NUMBER_A)
