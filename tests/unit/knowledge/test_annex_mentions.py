"""Provisions of annexes, as people and amendments name them."""

from __future__ import annotations

import pytest

from knowledge.amendments import find_amendments
from knowledge.citation import find_documents, find_references
from knowledge.resolution import Address, Part, Resolution
from tests.documents import at, in_annex, parsed

DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH AN GIANG

Số: 98/2031/QĐ-UBND

An Giang, ngày 10 tháng 7 năm 2031

QUYẾT ĐỊNH
Ban hành Quy chế phối hợp

Điều 1. Ban hành kèm theo Quyết định này Quy chế phối hợp.
Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 7 năm 2031.
Điều 3. Chánh Văn phòng thi hành.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn An

QUY CHẾ
Phối hợp
(Ban hành kèm theo Quyết định số 98/2031/QĐ-UBND)
Điều 1. Phạm vi.
Điều 2. Nguyên tắc.
Điều 3. Trách nhiệm
1. Kịp thời.
2. Công khai.
Điều 4. Thi hành.

Phụ lục I
(Ban hành kèm theo Quyết định số 98/2031/QĐ-UBND)
Xã A | 500
"""
AMENDING = """\
ỦY BAN NHÂN DÂN
TỈNH AN GIANG

Số: 12/2032/QĐ-UBND

QUYẾT ĐỊNH
{title}

{text}
"""
OLD = "98/2031/QĐ-UBND"


def document() -> Resolution:
    return parsed(DECISION).resolution


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("Điều 3 quy chế kèm quyết định 98", in_annex("test", 1, 3), id="short"),
        pytest.param(
            "khoản 2 Điều 3 quy chế phối hợp ban hành kèm theo quyết định số 98",
            in_annex("test", 1, 3, 2),
            id="with its title",
        ),
        pytest.param("dieu 3 cua quy che", in_annex("test", 1, 3), id="no marks"),
        pytest.param("quy chế kèm theo quyết định 98, điều 3", in_annex("test", 1, 3), id="before"),
        pytest.param("điều 3 bản kèm theo quyết định 98", in_annex("test", 1, 3), id="nameless"),
        pytest.param(
            "Điều 3 quy định kèm theo quyết định 98", in_annex("test", 1, 3), id="misnamed"
        ),
        pytest.param("Điều 3 quyết định 98", at("test", 3), id="the document itself"),
        pytest.param("Điều 3 quy định gì?", at("test", 3), id="a verb"),
        pytest.param("Điều 3 quy định giấy tờ kèm theo gì?", at("test", 3), id="papers"),
        pytest.param("Điều 4 quyết định 98", in_annex("test", 1, 4), id="only in the annex"),
        pytest.param("Điều 9 quyết định 98", at("test", 9), id="nowhere"),
    ],
)
def test_what_is_named_of_an_annex_is_meant_in_it(text: str, meant: Address) -> None:
    (reference,) = find_references(text)
    assert reference.address_in(document()) == meant


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("Điều 3 quy chế kèm quyết định 98", True, id="passed with"),
        pytest.param("Quyết định số 98 nói gì", True, id="number"),
        pytest.param("ai quyết định 98 suất quà", False, id="a verb"),
    ],
)
def test_a_decision_is_named_where_it_is_spoken_of_as_a_document(text: str, named: bool) -> None:
    assert bool(find_documents(text, [document()])) is named


@pytest.mark.parametrize(
    ("title", "text", "target"),
    [
        pytest.param(
            "Sửa đổi quy định",
            f"Điều 1. Sửa đổi khoản 1 Điều 3 Quy chế ban hành kèm theo Quyết định số {OLD}.",
            in_annex("test", 1, 3, 1),
            id="in one sentence",
        ),
        pytest.param(
            "Sửa đổi quy định",
            f"Điều 1. Sửa đổi một số điều của Quy chế ban hành kèm theo Quyết định số {OLD}:"
            "\n1. Sửa đổi, bổ sung Điều 3 như sau:\n“Điều 3. Mới.”",
            in_annex("test", 1, 3),
            id="named above",
        ),
        pytest.param(
            "Sửa đổi quy định",
            f"Điều 1. Sửa đổi Điều 3 Quyết định số {OLD}.",
            at("test", 3),
            id="the document itself",
        ),
        pytest.param(
            "Sửa đổi quy định",
            f"Điều 1. Thay thế Phụ lục I ban hành kèm theo Quyết định số {OLD}.",
            in_annex("test", 2),
            id="an appendix as a whole",
        ),
        pytest.param(
            "Sửa đổi quy định",
            f"Điều 1. Bãi bỏ Phụ lục V ban hành kèm theo Quyết định số {OLD}.",
            Address("test", Part.ANNEX),
            id="an appendix that is not here",
        ),
    ],
)
def test_what_is_done_to_an_annex_is_not_done_to_its_document(
    title: str, text: str, target: Address
) -> None:
    amending = parsed(AMENDING.format(title=title, text=text)).resolution
    (amendment,) = find_amendments(amending)
    assert amendment.address_in(document()) == target
