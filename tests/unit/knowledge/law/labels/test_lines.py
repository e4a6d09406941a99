"""Lines without the marks of converters."""

from __future__ import annotations

import pytest

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.lines import Line, clean_lines, terminated


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param("**Điều 1.** Giao", ["Điều 1. Giao"], id="bold"),
        pytest.param("## **Điều 2. Kinh phí**", ["Điều 2. Kinh phí"], id="bold heading"),
        pytest.param("#### **Nơi nhận:**", ["Nơi nhận:"], id="deep heading"),
        pytest.param("a) *Tăng cường*", ["a) Tăng cường"], id="italic"),
        pytest.param(
            "“*Dân biết*”; (*để báo cáo*)", ["“Dân biết”; (để báo cáo)"], id="in brackets"
        ),
        pytest.param("trên địa bàn**", ["trên địa bàn"], id="bold that began a line above"),
        pytest.param("CHỦ TỊCH**Mai Văn A**", ["CHỦ TỊCH", "Mai Văn A"], id="parted by bold alone"),
        pytest.param("| Số: 12 |", ["Số: 12"], id="table cell"),
        pytest.param("chính trị - xã hội", ["chính trị - xã hội"], id="dash in a sentence"),
        pytest.param("Mẫu số 01 (*)", ["Mẫu số 01 (*)"], id="footnote mark"),
        pytest.param("1\\) Thôn\\.", ["1) Thôn."], id="escaped marks"),
        pytest.param("__Điều 1.__ Sổ", ["Điều 1. Sổ"], id="underlined"),
        pytest.param("ho_so.pdf", ["ho_so.pdf"], id="stroke in a name"),
        pytest.param("*Thôn ghi sổ", ["* Thôn ghi sổ"], id="star without another"),
        pytest.param("*Thôn “*ghi*” sổ", ["* Thôn “ghi” sổ"], id="star before italic"),
        pytest.param("|", [], id="table rule"),
        pytest.param("| | |", [], id="empty table row"),
        pytest.param("-------", [], id="drawn rule"),
        pytest.param("**", [], id="bold around nothing"),
        pytest.param("* *", [], id="italic around a blank"),
        pytest.param("* * *", [], id="rule of stars"),
        pytest.param("- - -", [], id="rule of dashes"),
        pytest.param("- -5 độ", ["- -5 độ"], id="dash before a figure"),
    ],
)
def test_words_stay_and_marks_go(raw: str, words: list[str]) -> None:
    lines, _ = clean_lines([raw])
    assert [line.text for line in lines] == words


def test_lines_keep_their_number_and_know_of_the_blank_before_them() -> None:
    lines, _ = clean_lines(["", "một", "", "|", "hai", "ba"])
    assert lines == [Line(2, "một", True), Line(5, "hai", True), Line(6, "ba")]


@pytest.mark.parametrize(
    ("raw", "findings"),
    [
        pytest.param("**a**", [Finding(FindingKind.MARKDOWN, 1, "**a**")], id="bold"),
        pytest.param("## A", [Finding(FindingKind.MARKDOWN, 1, "## A")], id="heading"),
        pytest.param(
            "## 2. A",
            [
                Finding(FindingKind.MARKDOWN, 1, "## 2. A"),
                Finding(FindingKind.HEADING_MARK, 1, "## 2. A"),
            ],
            id="clause set as a heading",
        ),
        pytest.param("-----", [Finding(FindingKind.TABLE_MARKS, 1, "-----")], id="rule"),
        pytest.param("|", [Finding(FindingKind.TABLE_MARKS, 1, "|")], id="table"),
        pytest.param(
            "Nhân dân ; tổ chức , hội",
            [Finding(FindingKind.SPACING, 1, "dân ;"), Finding(FindingKind.SPACING, 1, "chức ,")],
            id="blanks before marks",
        ),
        pytest.param("tổ dân phố.... (gồm: a, b)", [], id="nothing wrong"),
    ],
)
def test_reports_what_was_taken_off(raw: str, findings: list[Finding]) -> None:
    assert clean_lines([raw])[1] == findings


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param("theo quy định.", True, id="full stop"),
        pytest.param("sau đây:", True, id="colon"),
        pytest.param("dân hưởng thụ”;", True, id="semicolon behind a quote"),
        pytest.param("“dân hưởng thụ.”", True, id="full stop inside a quote"),
        pytest.param("cộng đồng...", True, id="dots"),
        pytest.param("các cơ quan,", False, id="comma"),
        pytest.param("dân chủ ở cơ", False, id="word"),
    ],
)
def test_knows_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert terminated(text) is ends
