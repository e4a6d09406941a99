"""Tables: rows of figures are lines of words, and what only sets the page is no table."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.readers.text.tables import table_lines
from tests.support.documents.documents import CLEAN, at, parsed

Rows = list[list[list[str]]]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        pytest.param(
            [[["TT"], ["Nội dung"]], [["1."], ["Họp"]]],
            ["TT | Nội dung", "1. | Họp"],
            id="numbered rows below a header",
        ),
        pytest.param(
            [[["1. Nhóm một"], []], [["Họp"], ["500"]]],
            ["1. Nhóm một |", "Họp | 500"],
            id="row of one cell",
        ),
        pytest.param(
            [[["Điều 5. Mức phạt"], ["500"]], [["Điều 6. Mức khác"], ["700"]]],
            ["Điều 5. Mức phạt | 500", "Điều 6. Mức khác | 700"],
            id="figures by article",
        ),
        pytest.param(
            [[["Điều 1. Phạm vi", "1. Một."]], [["Điều 2. Hội họp"]]],
            ["Điều 1. Phạm vi", "1. Một.", "Điều 2. Hội họp"],
            id="whole document in one column",
        ),
        pytest.param(
            [[["Mục lục"], ["Điều 1. Phạm vi", "1. Một."]]],
            ["Mục lục", "Điều 1. Phạm vi", "1. Một."],
            id="document beside something else",
        ),
        pytest.param(
            [[["Điều 1."], ["Phạm vi", "1. Một."]], [["2."], ["Hai."]]],
            ["Điều 1. Phạm vi", "1. Một.", "2. Hai."],
            id="labels in a column of their own",
        ),
        pytest.param(
            [[["a)"], ["Một;"]], [["b)"], ["Hai."]]], ["a) Một;", "b) Hai."], id="labels alone"
        ),
    ],
)
def test_a_table_gives_lines(rows: Rows, lines: list[str]) -> None:
    assert list(table_lines(rows)) == lines


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param("Nội dung | Mức\n1. Họp | 500\n2. Phiếu | 200\n3. Tin | 100", id="plain"),
        pytest.param("| TT | Nội dung |\n|---|---|\n| 1. | Họp |\n| 2. | Phiếu |", id="Markdown"),
        pytest.param("3. Nhóm một |\nHọp | 500", id="row of one cell"),
        pytest.param("Mục | Mức\nĐiều 3. Họp | 500", id="row named as an article"),
    ],
)
def test_numbered_rows_are_words_of_the_clause(rows: str) -> None:
    bullets = "- Phát phiếu đến từng hộ gia đình.\n\n- Tổ chức đối thoại."
    reading = parsed(CLEAN.replace(bullets, rows))
    expected = [unit.address for unit in parsed(CLEAN).resolution.provisions]
    addresses = [unit.address for unit in reading.resolution.provisions]
    assert addresses == [one for one in expected if one.bullet is None]
    clause = reading.resolution.find(at("test", 2, 2))
    assert clause is not None
    assert "Họp" in clause.words.split("Nhân dân", maxsplit=1)[1]
    assert [one.fault for one in reading.findings if one.fault is FindingKind.NUMBERED_ROWS] == [
        FindingKind.NUMBERED_ROWS
    ]


def test_a_sentence_after_a_table_is_read_as_what_it_is() -> None:
    table = "2. Đề nghị | 1\nMột | 2"
    clause = "2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc thực hiện."
    reading = parsed(CLEAN.replace(clause, table))
    closing = [one.words for one in reading.resolution.provisions if one.address.part == "closing"]
    assert len(closing) == 1


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("| Điều 3. Ủy ban nhân dân tỉnh tổ chức. |", id="row of its own"),
        pytest.param("Điều 3. | Ủy ban nhân dân tỉnh tổ chức.", id="two cells"),
    ],
)
def test_an_article_in_a_table_of_its_own_is_an_article(written: str) -> None:
    text = CLEAN.replace("Điều 3. Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết.", written)
    article = parsed(text).resolution.find(at("test", 3))
    assert article is not None
    assert article.words == "Ủy ban nhân dân tỉnh tổ chức."
