"""Amending documents: what they do to which provision of which document."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.law.references.citation import Reference
from knowledge.law.resolution import Address, Part
from knowledge.validity.amendments import Amendment, find_amendments
from knowledge.validity.deeds import Deed
from tests.support.documents.documents import LANG_SON, at, bundled, parsed

HEAD = """\
Số: 12/2026/NQ-HĐND
NGHỊ QUYẾT
Sửa đổi, bổ sung một số điều của Nghị quyết số 08/2024/NQ-HĐND ngày 23 tháng 7 năm 2024
HỘI ĐỒNG NHÂN DÂN TỈNH LẠNG SƠN
"""
OLD = "08/2024/NQ-HĐND"


def amendments(body: str, head: str = HEAD) -> list[tuple[Deed, str, Reference | None]]:
    found = find_amendments(parsed(head + body).resolution)
    return [(one.deed, one.number, one.target) for one in found]


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        pytest.param(
            "Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Mới.”",
            [(Deed.AMENDS, OLD, Reference(5, 2))],
            id="amended",
        ),
        pytest.param(
            "Sửa đổi các khoản 1, 2 và điểm a khoản 3 Điều 4 như sau:\n“1. Mới.”",
            [
                (Deed.AMENDS, OLD, Reference(4, 1)),
                (Deed.AMENDS, OLD, Reference(4, 2)),
                (Deed.AMENDS, OLD, Reference(4, 3, "a")),
            ],
            id="several amended",
        ),
        pytest.param(
            "Bổ sung khoản 5 vào sau khoản 4 Điều 6 như sau:\n“5. Mới.”",
            [(Deed.ADDS, OLD, Reference(6, 5))],
            id="added",
        ),
        pytest.param(
            "Bãi bỏ điểm b và điểm c khoản 1 Điều 3.",
            [(Deed.REPEALS, OLD, Reference(3, 1, "b")), (Deed.REPEALS, OLD, Reference(3, 1, "c"))],
            id="repealed",
        ),
        pytest.param(
            "Thay thế cụm từ “cấp huyện” bằng cụm từ “Điều 9” tại khoản 2 Điều 2.",
            [(Deed.REPLACES_WORDS, OLD, Reference(2, 2))],
            id="words replaced",
        ),
        pytest.param(
            "Bãi bỏ Điều 7 Nghị quyết số 15/2020/NQ-HĐND ngày 01 tháng 7 năm 2020.",
            [(Deed.REPEALS, "15/2020/NQ-HĐND", Reference(7))],
            id="another document named",
        ),
        pytest.param(
            "Bãi bỏ Nghị quyết số 15/2020/NQ-HĐND, trừ Điều 7.",
            [(Deed.REPEALS, "15/2020/NQ-HĐND", None)],
            id="all but a provision",
        ),
        pytest.param(
            "Nghị quyết này thay thế Nghị quyết số 20/2019/NQ-HĐND ngày 10 tháng 12 năm 2019.",
            [(Deed.REPLACES, "20/2019/NQ-HĐND", None)],
            id="whole document replaced",
        ),
        pytest.param(
            "Nghị quyết số 21/2018/NQ-HĐND đã được sửa đổi, bổ sung theo Nghị quyết số "
            "30/2020/NQ-HĐND hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            [(Deed.EXPIRES, "21/2018/NQ-HĐND", None)],
            id="whole document expired",
        ),
        pytest.param(
            "Việc sửa đổi, bổ sung Nghị quyết số 1/2020/NQ-HĐND do Hội đồng nhân dân quyết định.",
            [],
            id="mere talk of amending",
        ),
        pytest.param("Sửa đổi hương ước của thôn.", [(Deed.AMENDS, OLD, None)], id="no target"),
    ],
)
def test_what_a_clause_does_is_found(
    clause: str, found: list[tuple[Deed, str, Reference | None]]
) -> None:
    assert amendments(f"Điều 1. Nội dung\n1. {clause}") == found


def test_a_document_that_amends_nothing_names_no_other() -> None:
    assert amendments("Điều 1. A\n1. Sửa đổi hương ước khi cần.", head="") == []


def test_the_article_names_the_document_for_its_clauses() -> None:
    body = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Luật số 10/2022/QH15\n"
        "1. Bãi bỏ Điều 5.\nĐiều 2. Sửa đổi Nghị định số 59/2023/NĐ-CP\n1. Bãi bỏ Điều 6."
    )
    targets = [(number, target) for _, number, target in amendments(body)]
    assert targets == [
        ("10/2022/QH15", Reference(5)),
        ("59/2023/NĐ-CP", None),
        ("59/2023/NĐ-CP", Reference(6)),
    ]


def test_the_day_of_expiry_is_read() -> None:
    body = "Điều 1. A\n1. Nghị định số 1/2016/NĐ-CP hết hiệu lực từ ngày 08 tháng 8 năm 2023."
    [found] = find_amendments(parsed(body).resolution)
    assert found.since == date(2023, 8, 8)


def test_the_new_wording_stays_in_the_clause_that_quotes_it() -> None:
    body = (
        "Điều 1. A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Kinh phí\n1. Một:\na) Hai;\n"
        "b) Ba.”.\n2. Bãi bỏ Điều 6."
    )
    resolution = parsed(HEAD + body).resolution
    units = [unit for unit in resolution.provisions if unit.address.part is Part.ARTICLE]
    assert [(unit.address, unit.words) for unit in units[1:]] == [
        (
            at("test", 1, 1),
            "Sửa đổi Điều 5 như sau:\n“Điều 5. Kinh phí\n1. Một:\na) Hai;\nb) Ba.”.",
        ),
        (at("test", 1, 2), "Bãi bỏ Điều 6."),
    ]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing() -> None:
    body = "Điều 1. A\n1. Sửa đổi Điều 5 như sau:\n“Điều 5. Kinh phí.\nĐiều 2. B."
    numbers = [unit.address.article for unit in parsed(body).resolution.provisions]
    assert numbers == [1, 1, 2]


@pytest.mark.parametrize(
    ("target", "address"),
    [
        pytest.param(Reference(5), Address(LANG_SON, Part.ARTICLE, 5), id="provision"),
        pytest.param(None, Address(LANG_SON), id="whole"),
    ],
)
def test_an_amendment_is_linked_to_what_it_amends(
    target: Reference | None, address: Address
) -> None:
    amendment = Amendment(at("test", 1), Deed.AMENDS, OLD, target)
    assert amendment.addresses_in(bundled(LANG_SON)) == (address,)
