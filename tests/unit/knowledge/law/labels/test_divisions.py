"""Phần, Chương and Mục: headings above articles, never words of the unit before."""

from __future__ import annotations

import pytest

from knowledge.law.findings import FindingKind
from knowledge.law.labels.divisions import division_label
from knowledge.law.serial import dump_resolutions, load_resolutions
from knowledge.passages import passages
from tests.support.documents.documents import at, parsed

LAW = """\
Phần thứ nhất
NHỮNG QUY ĐỊNH CHUNG
Chương I
PHẠM VI
Điều 1. Phạm vi điều chỉnh
Luật này quy định về quyền được biết.
Điều 2. Đối tượng
Mọi công dân.
Chương II. QUYỀN CỦA NHÂN DÂN
Mục 1
QUYỀN ĐƯỢC BIẾT,
QUYỀN ĐƯỢC BÀN
Điều 3. Nội dung
1. Một.
2. Hai.
Mục 2. Quyền giám sát
Điều 4. Hình thức
Giám sát trực tiếp.
Phần thứ hai
ĐIỀU KHOẢN THI HÀNH
Điều 5. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 7 năm 2023.
"""


@pytest.mark.parametrize(
    ("article", "above"),
    [
        (1, ["Phần thứ nhất. NHỮNG QUY ĐỊNH CHUNG", "Chương I. PHẠM VI"]),
        (2, ["Phần thứ nhất. NHỮNG QUY ĐỊNH CHUNG", "Chương I. PHẠM VI"]),
        (
            3,
            [
                "Phần thứ nhất. NHỮNG QUY ĐỊNH CHUNG",
                "Chương II. QUYỀN CỦA NHÂN DÂN",
                "Mục 1. QUYỀN ĐƯỢC BIẾT, QUYỀN ĐƯỢC BÀN",
            ],
        ),
        (
            4,
            [
                "Phần thứ nhất. NHỮNG QUY ĐỊNH CHUNG",
                "Chương II. QUYỀN CỦA NHÂN DÂN",
                "Mục 2. Quyền giám sát",
            ],
        ),
        (5, ["Phần thứ hai. ĐIỀU KHOẢN THI HÀNH"]),
    ],
)
def test_every_article_knows_the_headings_above_it(article: int, above: list[str]) -> None:
    divisions = parsed(LAW).resolution.divisions_above(at("test", article))
    assert [division.words for division in divisions] == above


def test_headings_are_words_of_no_unit() -> None:
    reading = parsed(LAW)
    assert [unit.text for unit in reading.resolution.provisions if unit.text] == [
        "Luật này quy định về quyền được biết.",
        "Mọi công dân.",
        *("Một.", "Hai."),
        "Giám sát trực tiếp.",
        "Luật này có hiệu lực từ ngày 01 tháng 7 năm 2023.",
    ]
    assert reading.findings == ()


def test_a_passage_is_found_by_the_headings_above_it() -> None:
    [found] = [one for one in passages(parsed(LAW).resolution) if one.text == "Một."]
    assert "Chương II. QUYỀN CỦA NHÂN DÂN › Mục 1. QUYỀN ĐƯỢC BIẾT" in found.trail


def test_headings_outlive_being_stored() -> None:
    resolution = parsed(LAW).resolution
    assert load_resolutions(dump_resolutions([resolution])) == (resolution,)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Chương I", "Chương I", id="Roman"),
        pytest.param("CHƯƠNG 2", "CHƯƠNG 2", id="number"),
        pytest.param("PHẦN THỨ BA", "PHẦN THỨ BA", id="in words"),
        pytest.param("Tiểu mục 1. Chung", "Tiểu mục 1", id="with title"),
        pytest.param("Mục 3 QUYỀN ĐƯỢC BIẾT", "Mục 3", id="title in capitals"),
    ],
)
def test_labels_are_recognised(text: str, label: str) -> None:
    found = division_label(text)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chương II của Luật này.", id="citation"),
        pytest.param("Mục 1 Chương II Luật này", id="citation of two"),
        pytest.param("Phần mở đầu", id="no number"),
        pytest.param("Chương trình hành động", id="another word"),
        pytest.param("Mục 2.1", id="number of two"),
        pytest.param("mục tiêu", id="another word in small letters"),
    ],
)
def test_other_words_are_no_label(text: str) -> None:
    assert division_label(text) is None


@pytest.mark.parametrize(
    ("behind", "units"),
    [
        pytest.param("Lời dẫn.", ["", "Một.\nChương II\nCHUNG\nLời dẫn.", ""], id="sentence"),
        pytest.param("2. Hai.", ["", "Một.\nChương II\nCHUNG", "Hai.", ""], id="clause"),
    ],
)
def test_a_heading_without_an_article_is_reported_and_kept_as_text(
    behind: str, units: list[str]
) -> None:
    reading = parsed(f"Điều 1. A\n1. Một.\nChương II\nCHUNG\n{behind}\nĐiều 2. B")
    assert [unit.text for unit in reading.resolution.provisions] == units
    assert reading.resolution.divisions == ()
    assert [(found.fault, found.line) for found in reading.findings] == [(FindingKind.UNPLACED, 3)]


def test_a_heading_at_the_end_is_reported_and_kept_as_text() -> None:
    reading = parsed("Điều 1. A\n1. Một.\nChương II")
    assert reading.resolution.provisions[-1].text == "Một.\nChương II"
    assert [(found.fault, found.line) for found in reading.findings] == [(FindingKind.UNPLACED, 3)]
