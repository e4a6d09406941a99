"""Units: what is a heading, what is text, and what was mended."""

from __future__ import annotations

import pytest

from knowledge.law.findings import Finding, FindingKind
from knowledge.law.labels.lines import clean_lines
from knowledge.law.labels.paragraphs import layout_of
from knowledge.law.resolution import Address, Provision
from knowledge.parsing.body.units import read_units
from tests.support.documents.documents import at

Unit = tuple[Address, str, str]


@pytest.mark.parametrize(
    ("source", "units"),
    [
        pytest.param(
            "Điều 1. Kinh phí\nNgân sách bảo đảm.",
            [(at("x", 1), "Kinh phí", "Ngân sách bảo đảm.")],
            id="article with heading and text",
        ),
        pytest.param(
            "Điều 1. Giao Ủy ban nhân dân tỉnh thực hiện.",
            [(at("x", 1), "", "Giao Ủy ban nhân dân tỉnh thực hiện.")],
            id="article without heading",
        ),
        pytest.param(
            "Điều 1.\nKinh phí\nNgân sách bảo đảm.",
            [(at("x", 1), "Kinh phí", "Ngân sách bảo đảm.")],
            id="heading on the line below",
        ),
        pytest.param(
            "Điều 1. Phạm\nvi điều chỉnh\n1. Một.\n2. Hai.",
            [
                (at("x", 1), "Phạm vi điều chỉnh", ""),
                (at("x", 1, 1), "", "Một."),
                (at("x", 1, 2), "", "Hai."),
            ],
            id="wrapped heading",
        ),
        pytest.param(
            "Điều 1. A\n1. Giao các cơ quan:\na) Một;\nb) Hai.",
            [
                (at("x", 1), "A", ""),
                (at("x", 1, 1), "Giao các cơ quan:", ""),
                (at("x", 1, 1, "a"), "", "Một;"),
                (at("x", 1, 1, "b"), "", "Hai."),
            ],
            id="clause that leads in its points",
        ),
        pytest.param(
            "Điều 1. A\n1. Đối tượng\nCơ quan nhà nước.\nCác tổ chức.",
            [
                (at("x", 1), "A", ""),
                (at("x", 1, 1), "Đối tượng", "Cơ quan nhà nước.\nCác tổ chức."),
            ],
            id="paragraphs without a label",
        ),
        pytest.param(
            "Điều 1. A\n1. B\n- Một;\n- Hai.\n2. C\na) D\n+ Ba.",
            [
                (at("x", 1), "A", ""),
                (at("x", 1, 1), "B", ""),
                (at("x", 1, 1, None, 1), "", "Một;"),
                (at("x", 1, 1, None, 2), "", "Hai."),
                (at("x", 1, 2), "C", ""),
                (at("x", 1, 2, "a"), "D", ""),
                (at("x", 1, 2, "a", 1), "", "Ba."),
            ],
            id="bullets with and without points",
        ),
        pytest.param(
            "Điều 1. A\n1. Tổ chức chính trị\n- xã hội giám sát.",
            [(at("x", 1), "A", ""), (at("x", 1, 1), "", "Tổ chức chính trị - xã hội giám sát.")],
            id="dash at the start of a wrapped line",
        ),
        pytest.param(
            "Điều 1. A\n1. Thôn: các tổ\n\n(Danh sách theo Phụ lục)\n2. Xóm",
            [
                (at("x", 1), "A", ""),
                (at("x", 1, 1), "", "Thôn: các tổ\n(Danh sách theo Phụ lục)"),
                (at("x", 1, 2), "", "Xóm"),
            ],
            id="note in brackets",
        ),
        pytest.param(
            "Điều 1.\nĐiều 2.",
            [(at("x", 1), "", ""), (at("x", 2), "", "")],
            id="articles without words",
        ),
    ],
)
def test_words_stand_in_the_unit_that_they_belong_to(source: str, units: list[Unit]) -> None:
    assert [(unit.address, unit.heading, unit.text) for unit in _read(source)[0]] == units


@pytest.mark.parametrize(
    ("source", "faults"),
    [
        pytest.param("Điều 1. A\n1. Một.\n2. Hai.", [], id="none"),
        pytest.param("Điều 1. Phạm\nvi", [(FindingKind.SPLIT_TITLE, 2, "")], id="split title"),
        pytest.param(
            "Điều 1. A\n1. Một\nhai.", [(FindingKind.WRAPPED_LINES, 3, "")], id="wrapped line"
        ),
        pytest.param(
            "Điều 1. A\n1. Một\n\nhai.", [(FindingKind.PAGE_BREAK, 4, "")], id="page break"
        ),
        pytest.param("Điều 1. A\n1. Một.\n3. Ba.", [(FindingKind.NUMBERING_GAP, 3, "2")], id="gap"),
        pytest.param(
            "Điều 2. A", [(FindingKind.NUMBERING_GAP, 1, "1")], id="begins with the second"
        ),
        pytest.param("Điều 0. A", [(FindingKind.NUMBERING_GAP, 1, "1")], id="article nought"),
        pytest.param(
            "Điều 1. A\n1. Một.\n1. Hai.", [(FindingKind.NUMBERING_REPEAT, 3, "2")], id="repeat"
        ),
        pytest.param(
            "Điều 1. A\na) Một.\nb) Hai.\nc) Ba.\nd) Bốn.\nd) Năm.",
            [(FindingKind.POINT_TWIN, 6, "đ")],
            id="point twin",
        ),
    ],
)
def test_what_was_mended_is_told(source: str, faults: list[tuple[FindingKind, int, str]]) -> None:
    found = [(finding.fault, finding.line, finding.detail) for finding in _read(source)[1]]
    assert found == faults


def test_a_repeated_label_stays_in_the_text_of_the_unit_where_it_stands() -> None:
    units, _ = _read("Điều 1. A\n1. Một.\n1. Hai.\n2. Ba.")
    assert [unit.text for unit in units] == ["", "Một.\n1. Hai.", "Ba."]


def test_units_know_the_lines_they_were_read_from() -> None:
    units, _ = _read("Điều 1. Phạm\nvi\n\n1. Một\n\nhai.\n2. Ba.")
    assert [(unit.first_line, unit.last_line) for unit in units] == [(1, 2), (4, 6), (7, 7)]


def _read(source: str) -> tuple[tuple[Provision, ...], list[Finding]]:
    lines, _ = clean_lines(source.split("\n"))
    body = read_units(lines, Address("x"), layout_of(lines))
    return body.provisions, list(body.findings)
