"""Labels in other forms: each is read as what it is, or is a serious fault at its line."""

from __future__ import annotations

import pytest

from knowledge.law.findings import SEVERITIES, FindingKind, Severity
from knowledge.parsing.parser import ParsedSource
from tests.support.documents.documents import at, parsed

ARTICLES = "Điều 1. Thu chi\n1. Thôn ghi sổ.\n{}\nBà con xem sổ hằng tháng."
CLAUSES = "Điều 1. Thu chi\n1. Thôn ghi sổ hằng ngày.\n{}\n3. Tổ trưởng giữ sổ."
POINTS = "Điều 1. Thu chi\n1. Sổ ghi:\na) Ngày thu;\n{}\nc) Người nộp."
BULLETS = "Điều 1. Thu chi\n1. Sổ ghi:\n- Ngày thu;\n{}\n- Người nộp."


def _addresses(reading: ParsedSource) -> list[tuple[object, ...]]:
    return [unit.address.path for unit in reading.resolution.provisions]


def _serious(reading: ParsedSource) -> list[int]:
    return [one.line for one in reading.findings if SEVERITIES[one.fault] is Severity.ERROR]


@pytest.mark.parametrize(
    "label",
    [
        *("Ðiều 2.", "ðiều 2.", "Ɖiều 2.", "ĐIỀU 2.", "Điều 2 -", "Điều 2 –", "Điều 2—", "Điều 2 "),
        *("Điều 2\n", "Điều 2:\n", "Điều 2.\n", "ĐIỀU 2\n", "Điều 2 .", "Điều2.", "Điều thứ 2."),
        *("Điều thứ hai.", "Điều số 2.", "Điều II.", "Điều II -", "Điều 2)", "Điều 2/", "Điều 2.-"),
        *("Điêù 2.", "Điểu 2.", "Diều 2.", "Đ i ề u 2.", "Điều 02.", "Điều ２．", "Điều Ⅱ."),
        *("Điều 2, ", "Điều 2_ ", "Điều\u00a02.", "\u200bĐiều 2."),
        *("**Điều 2.** ", "__Điều 2.__ ", "Điều 2\\. ", "## Điều 2. "),
    ],
)  # fmt: skip
def test_an_article_is_read_in_any_form(label: str) -> None:
    reading = parsed(ARTICLES.format(f"{label} Công khai"))
    assert _addresses(reading) == [(1, None, None, None), (1, 1, None, None), (2, None, None, None)]
    assert reading.resolution.provisions[-1].heading == "Công khai"
    assert _serious(reading) == []


@pytest.mark.parametrize(
    "label",
    [
        *("2)", "(2)", "2/", "2-", "2 -", "2–", "2:", "2.)", "2.-", "2]", "2}", "2 .", "02."),
        *("Khoản 2.", "Khoản 2:", "khoản 2)", "Khoản 2 -", "Khoản 2\n", "2)\n", "Khoản hai."),
        *("II.", "II/", "２．", "2）", "（2）", "⑵", "②", "⒉", "𝟐.", "**2)**", "2\\)", "\t2.\t"),
    ],
)
def test_a_clause_is_read_in_any_form(label: str) -> None:
    reading = parsed(CLAUSES.format(f"{label} Bà con xem sổ."))
    assert _addresses(reading)[1:] == [(1, clause, None, None) for clause in (1, 2, 3)]
    assert reading.resolution.provisions[2].words == "Bà con xem sổ."
    assert _serious(reading) == []


@pytest.mark.parametrize(
    "label",
    [
        *("b.", "b/", "(b)", "b-", "b -", "b–", "b:", "b )", "b /", "b .", "b]", "b}", "b.)"),
        *("Điểm b)", "Điểm b.", "điểm b:", "Ðiểm b)", "Điểm b\n", "B)", "B.", "b）", "（b）", "⒝"),
        *("ⓑ", "𝐛)", "**b)**", "b\\)", "b)\n", "b\u00ad)"),
    ],
)
def test_a_point_is_read_in_any_form(label: str) -> None:
    reading = parsed(POINTS.format(f"{label} Số tiền;"))
    assert _addresses(reading)[2:] == [(1, 1, point, None) for point in "abc"]
    assert reading.resolution.provisions[3].words == "Số tiền;"
    assert _serious(reading) == []


@pytest.mark.parametrize("sign", ["0)", "₫)", "ð)", "d)", "d.", "đ.", "Đ)"])
def test_the_point_behind_d_is_read_in_any_form(sign: str) -> None:
    text = POINTS.format("b) Số tiền;") + f"\nd) Nơi nộp;\n{sign} Người giữ."
    assert _addresses(parsed(text))[-1] == (1, 1, "đ", None)


@pytest.mark.parametrize(
    "mark",
    [
        "· ",
        "• ",
        "▪ ",
        "* ",
        "*",
        "➢ ",
        "-",
        "–",
        "− ",
        "‐ ",
        "\uf0b7 ",
        "o ",
        "● ",
        "✓ ",
        "--",
        "~ ",
    ],
)
def test_a_bullet_is_read_in_any_form(mark: str) -> None:
    reading = parsed(BULLETS.format(f"{mark}Số tiền;"))
    assert _addresses(reading)[2:] == [(1, 1, None, bullet) for bullet in (1, 2, 3)]
    assert reading.resolution.provisions[3].words == "Số tiền;"
    assert _serious(reading) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        pytest.param(ARTICLES.format("Điu 2. Công khai"), 3, id="letter left out"),
        pytest.param(ARTICLES.format("Đ1ều 2. Công khai"), 3, id="digit for a letter"),
        pytest.param(ARTICLES.format("“Điều 2. Công khai"), 3, id="mark before an article"),
        pytest.param(ARTICLES.format("- Điều 2. Công khai"), 3, id="dash before an article"),
        pytest.param(ARTICLES.format("> Điều 2. Công khai"), 3, id="mark of quotation"),
        pytest.param(ARTICLES.format("Điều 2 Quy định chung"), 3, id="title like a document"),
        pytest.param(CLAUSES.format("2 Bà con xem sổ."), 3, id="number alone"),
        pytest.param(CLAUSES.format("2, Bà con xem sổ."), 3, id="comma behind a number"),
        pytest.param(CLAUSES.format("2° Bà con xem sổ."), 3, id="degree behind a number"),
        pytest.param(CLAUSES.format("2* Bà con xem sổ."), 3, id="star behind a number"),
        pytest.param(CLAUSES.format("Khoản 2 Bà con xem sổ."), 3, id="clause without a mark"),
        pytest.param(CLAUSES.format("- 2. Bà con xem sổ."), 3, id="dash before a number"),
        pytest.param(CLAUSES.format("* 2. Bà con xem sổ."), 3, id="star before a number"),
        pytest.param(CLAUSES.format("'2. Bà con xem sổ."), 3, id="speck before a number"),
        pytest.param(CLAUSES.format("5) Bà con xem sổ."), 3, id="another number in another form"),
        pytest.param(POINTS.format("b, Số tiền;"), 4, id="comma behind a letter"),
        pytest.param(POINTS.format("b Số tiền;"), 4, id="letter alone"),
        pytest.param(POINTS.format("6) Số tiền;"), 4, id="digit for a letter of a point"),
        pytest.param(POINTS.format("f) Số tiền;"), 4, id="letter far off"),
        pytest.param(POINTS.format("b* Số tiền;"), 4, id="star behind a letter"),
        pytest.param(POINTS.format("- b) Số tiền;"), 4, id="dash before a letter"),
        pytest.param(POINTS.format("a.1) Số tiền;"), 4, id="part of a point"),
    ],
)
def test_what_cannot_be_read_is_a_serious_fault_at_its_line(source: str, line: int) -> None:
    assert line in _serious(parsed(source))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("1. Sửa đổi khoản 2 Điều 4 như sau:\n“2. Bà con xem sổ.”.", id="next sign"),
        pytest.param(
            "1. Bổ sung khoản 1a vào sau khoản 1 Điều 4 như sau:\n“1a. Bà con\nxem sổ.”",
            id="sign put in",
        ),
        pytest.param(
            "1. Thay thế khoản 2 Điều 4 Nghị quyết số\n7/2021/NQ-HĐND của Hội đồng\nnhân dân tỉnh "
            "như sau:\n“2. Bà con xem sổ.”",
            id="announced over three lines",
        ),
        pytest.param(
            '1. Đính chính khoản 2 Điều 4 như sau:\n"2. Bà con xem sổ.\n3. Thôn ghi.".',
            id="straight marks",
        ),
    ],
)
def test_the_wording_that_an_amendment_quotes_has_no_labels_of_its_own(body: str) -> None:
    reading = parsed(f"Điều 1. Sổ\n{body}\n2. Bãi bỏ Điều 6.")
    assert [unit.address.path[1] for unit in reading.resolution.provisions] == [None, 1, 2]
    assert _serious(reading) == []


def test_a_mark_before_a_label_is_a_fault_where_nothing_is_amended() -> None:
    reading = parsed("Điều 1. Sổ\n1. Thôn ghi:\n“2. Bà con xem “sổ”.\n3. Tổ trưởng giữ sổ.”")
    assert 3 in _serious(reading)


@pytest.mark.parametrize(
    ("source", "addresses"),
    [
        pytest.param("1) Một.\n2) Hai.\n3) Ba.", [(1,), (2,), (3,)], id="brackets"),
        pytest.param("1/ Một.\n2/ Hai.", [(1,), (2,)], id="strokes"),
        pytest.param("I. Một.\nII. Hai.\nIII. Ba.", [(1,), (2,), (3,)], id="Roman numbers"),
        pytest.param("Khoản 1. Một.\nKhoản 2. Hai.", [(1,), (2,)], id="with their name"),
        pytest.param("1. Một:\na. A;\nb. B.\n", [(1,), (1, "a"), (1, "b")], id="stops"),
        pytest.param("l. Một.\n2. Hai.", [(1,), (2,)], id="misread one"),
        pytest.param("1) Một\n2) Hai\n3) Ba", [(1,), (2,), (3,)], id="without ends"),
        pytest.param("1. Một:\n1.1 Ngày;\n1.2 Giờ.\n2. Hai.", [(1,), ("1.1",), ("1.2",), (2,)],
                     id="sub-clauses"),
        pytest.param("1. Một.\n1a) Thêm.\n2. Hai.", [(1,), ("1a",), (2,)], id="put in"),
    ],
)  # fmt: skip
def test_a_list_is_numbered_in_its_own_way(source: str, addresses: list[tuple[object]]) -> None:
    reading = parsed(f"Điều 1. Thu chi\n{source}")
    found = [tuple(step for step in path[1:] if step) for path in _addresses(reading)[1:]]
    assert found == addresses
    assert reading.findings == ()


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param("(1) Ngày;\n(2) Giờ.", id="in brackets"),
        pytest.param("1) Ngày;\n2) Giờ.", id="half brackets"),
        pytest.param("(i) Ngày;\n(ii) Giờ;\n(iii) Nơi.", id="small Roman numbers"),
        pytest.param("Ngày, gồm: (1) sáng;\n(2) chiều.", id="begun in a line"),
    ],
)
def test_a_list_inside_a_unit_is_words_of_it(inner: str) -> None:
    reading = parsed(f"Điều 1. Thu chi\n1. Sổ ghi:\n{inner}\n2. Bà con xem sổ.")
    assert _addresses(reading)[1:] == [(1, 1, None, None), (1, 2, None, None)]
    assert _serious(reading) == []


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param("theo quy định tại\nĐiều 2 Luật này", id="article cited"),
        pytest.param("theo quy định tại\nĐiều 2\ncủa Luật này", id="article on a line"),
        pytest.param("theo khoản 1 và\n2. Sổ còn lại", id="number behind and"),
        pytest.param("quy định tại điểm\nb) khoản 2 Điều 4", id="point cited"),
        pytest.param("họp ít nhất\n2 lần mỗi quý", id="number of times"),
        pytest.param("từ năm\n2024, 2025", id="years"),
        pytest.param("trong hạn\n2-3 ngày", id="range"),
        pytest.param("có hơn\n1/2 số hộ", id="fraction"),
        pytest.param("mức thu\n2.000 đồng", id="thousands"),
        pytest.param("hết\n12/2025", id="month"),
    ],
)
def test_references_and_numbers_in_a_sentence_are_no_labels(wrapped: str) -> None:
    reading = parsed(f"Điều 1. Thu chi\n1. Thôn ghi sổ {wrapped} thì lập biên bản.")
    assert _addresses(reading)[1:] == [(1, 1, None, None)]
    assert _serious(reading) == []


@pytest.mark.parametrize(
    "heading", ["Thời gian, địa điểm", "Giấy tờ kèm theo", "Mở tài khoản", "Sửa tồn tại"]
)
def test_a_heading_may_end_like_a_reference(heading: str) -> None:
    reading = parsed(f"Điều 1. Thu chi\n1. {heading}\na) Một;\nb) Hai.")
    assert _addresses(reading)[2:] == [(1, 1, point, None) for point in "ab"]


@pytest.mark.parametrize(
    ("marks", "bullets"),
    [
        pytest.param("- + + -", [1, 2], id="plus inside a dash"),
        pytest.param("+ + +", [1, 2, 3], id="plus alone"),
        pytest.param("- • -", [1, 2, 3], id="one odd mark"),
        pytest.param("– - –", [1, 2, 3], id="dashes of two lengths"),
        pytest.param("-: • • -", [1, 2], id="announced"),
        pytest.param("*: -: + + - *", [1, 2], id="three deep"),
    ],
)
def test_bullets_stand_inside_others(marks: str, bullets: list[int]) -> None:
    lines = (
        f"{mark[0]} Sổ số {number}{':' if mark.endswith(':') else '.'}"
        for number, mark in enumerate(marks.split(), start=5)
    )
    reading = parsed("Điều 1. Thu chi\n1. Sổ ghi:\n" + "\n".join(lines))
    assert _addresses(reading)[2:] == [(1, 1, None, bullet) for bullet in bullets]
    words = "\n".join(unit.words for unit in reading.resolution.provisions)
    assert words.count("Sổ số") == len(marks.split())


def test_a_number_cited_at_an_end_begins_no_list() -> None:
    reading = parsed(CLAUSES.format("2 . Bà con xem sổ.").replace("hằng ngày", "như Điều 1"))
    assert _addresses(reading)[1:] == [(1, clause, None, None) for clause in (1, 2, 3)]


def test_a_single_odd_label_is_told() -> None:
    reading = parsed(CLAUSES.format("2) Bà con xem sổ."))
    assert [(one.fault, one.line, one.detail) for one in reading.findings] == [
        (FindingKind.OTHER_FORM, 3, "2.")
    ]


@pytest.mark.parametrize(
    "label",
    ["Điều 2[1].", "Điều 2.[1]", "Điều 2². ", "Điều 2 [12]."],
)
def test_the_number_of_a_note_is_no_part_of_a_label(label: str) -> None:
    reading = parsed(ARTICLES.format(f"{label} Công khai"))
    assert reading.resolution.provisions[-1].address == at("test", 2)
    assert reading.resolution.provisions[-1].heading.endswith("Công khai")


def test_articles_may_begin_in_another_form() -> None:
    text = "NGHỊ QUYẾT\nVề thu chi\nQUYẾT NGHỊ:\nĐiều 1 - Sổ\nThôn ghi sổ.\nĐiều 2 - Quỹ\nThu quỹ."
    reading = parsed(text)
    assert [unit.address for unit in reading.resolution.provisions][1:] == [
        at("test", 1),
        at("test", 2),
    ]


def test_letters_of_a_wrong_code_point_are_mended_everywhere() -> None:
    reading = parsed("Ðiều 1. Ðóng góp\nBà con ðóng góp ２ lần.")
    (unit,) = reading.resolution.provisions
    assert (unit.heading, unit.text) == ("Đóng góp", "Bà con đóng góp 2 lần.")
    assert {(one.fault, one.line) for one in reading.findings} == {
        (FindingKind.WRONG_LETTERS, 1),
        (FindingKind.WRONG_LETTERS, 2),
    }


def test_units_that_an_amendment_put_in_are_units() -> None:
    text = (
        "Điều 1. Sổ\n1. Thôn ghi sổ:\na) Thu;\na1) Nợ;\nb) Chi.\n1a. Bà con xem sổ.\n"
        "Chương II\nQUỸ\nĐiều 1a. Quỹ\n1. Thu.\nĐiều 2. Hết"
    )
    reading = parsed(text)
    assert [unit.address for unit in reading.resolution.provisions] == [
        *(at("test", 1), at("test", 1, 1), at("test", 1, 1, "a"), at("test", 1, 1, "a1")),
        *(at("test", 1, 1, "b"), at("test", 1, "1a"), at("test", "1a"), at("test", "1a", 1)),
        at("test", 2),
    ]
    assert reading.resolution.divisions[0].before == "1a"
    assert reading.findings == ()
