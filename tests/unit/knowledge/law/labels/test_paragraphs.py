"""Paragraphs from lines that were wrapped by hand or cut by a page."""

from __future__ import annotations

import pytest

from knowledge.law.labels.lines import Line, clean_lines
from knowledge.law.labels.paragraphs import (
    Break,
    Layout,
    Paragraph,
    break_between,
    extended,
    join_lines,
    layout_of,
)

WRAPPED = Layout(wrapped=True, runs=frozenset({("Ban", "Thanh"), ("các", "hội", "Nghị")}))
FLAT = Layout(wrapped=False, runs=WRAPPED.runs)
LONG = "thực hiện pháp luật về dân chủ ở cơ sở theo quy định, thành viên Ban"


@pytest.mark.parametrize(
    ("before", "after", "layout", "found"),
    [
        pytest.param("", Line(1, "Điều"), FLAT, Break.START, id="nothing before"),
        pytest.param("dân chủ ở cơ", Line(3, "sở;", True), FLAT, Break.WRAP, id="page break"),
        pytest.param("quy định.", Line(3, "và", False), FLAT, Break.WRAP, id="small letter"),
        pytest.param("pháp luật,", Line(3, "Nghị", True), FLAT, Break.WRAP, id="comma before"),
        pytest.param("chính trị -", Line(3, "Xã hội"), FLAT, Break.WRAP, id="dash before"),
        pytest.param("Số:", Line(3, "08/2024/NQ-HĐND"), FLAT, Break.WRAP, id="colon, then number"),
        pytest.param("tháng 11 năm", Line(3, "2022, Nghị"), WRAPPED, Break.WRAP, id="year"),
        pytest.param("quy định.", Line(3, "Các tổ chức"), WRAPPED, Break.PARAGRAPH, id="sentence"),
        pytest.param("như sau:", Line(3, "Cơ quan"), WRAPPED, Break.PARAGRAPH, id="after a colon"),
        pytest.param("thành viên Ban", Line(3, "Thanh tra"), WRAPPED, Break.WRAP, id="known run"),
        pytest.param(
            "các hội", Line(3, "Nghị quyết"), WRAPPED, Break.WRAP, id="known run of three"
        ),
        pytest.param(
            "Phạm vi", Line(3, "Nghị quyết này"), WRAPPED, Break.PARAGRAPH, id="unknown run"
        ),
        pytest.param(
            "thành viên Ban", Line(3, "Thanh tra"), FLAT, Break.PARAGRAPH, id="not hard-wrapped"
        ),
        pytest.param(LONG, Line(3, "Thanh tra", True), FLAT, Break.WRAP, id="page after full line"),
        pytest.param(
            "thành viên Ban",
            Line(3, "Thanh tra", True),
            WRAPPED,
            Break.PARAGRAPH,
            id="blank after a short line",
        ),
    ],
)
def test_tells_a_wrapped_line_from_a_new_paragraph(
    before: str, after: Line, layout: Layout, found: Break
) -> None:
    assert break_between(before, after, layout) is found


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        pytest.param("Nghị quyết này quy\nđịnh các biện\npháp bảo đảm.", True, id="by hand"),
        pytest.param("Nghị quyết này.\nCác tổ chức.\nCá nhân.", False, id="line a paragraph"),
        pytest.param("dân chủ ở cơ\n\nsở được bảo đảm.", False, id="page break alone"),
        pytest.param("Điều 1. Phạm vi\n1. một\n2. hai", False, id="labels"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_knows_a_hard_wrapped_document(text: str, wrapped: bool) -> None:
    assert layout_of(clean_lines(text.split("\n"))[0]).wrapped is wrapped


def test_learns_which_words_stand_together() -> None:
    lines = [Line(1, "Ban Thanh tra của các hội Nghị")]
    assert layout_of(lines).runs == {("Ban", "Thanh"), ("các", "hội", "Nghị")}


def test_joins_wrapped_lines_and_keeps_paragraphs_apart() -> None:
    lines = [Line(4, "dân chủ ở cơ"), Line(6, "sở.", True), Line(7, "Các tổ chức.")]
    assert join_lines(lines, FLAT) == [
        Paragraph("dân chủ ở cơ sở.", 4, 6),
        Paragraph("Các tổ chức.", 7, 7),
    ]


def test_a_paragraph_grows_by_a_line() -> None:
    assert extended(Paragraph("dân", 1, 2), Line(5, "chủ")) == Paragraph("dân chủ", 1, 5)
