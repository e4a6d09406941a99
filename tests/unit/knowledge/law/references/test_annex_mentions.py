"""Provisions of annexes, as people and amendments name them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.law.references.citation import Reference, find_documents, find_references
from knowledge.law.resolution import Address, Resolution
from knowledge.library.intake.effects import effects_of
from knowledge.validity.amendments import find_amendments
from prompts.render import render
from tests.support.documents.documents import at, in_annex, parsed

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
            None,
            id="an appendix that is not here",
        ),
    ],
)
def test_what_is_done_to_an_annex_is_not_done_to_its_document(
    title: str, text: str, target: Address | None
) -> None:
    amending = parsed(AMENDING.format(title=title, text=text)).resolution
    (amendment,) = find_amendments(amending)
    assert amendment.addresses_in(document()) == ((target,) if target else ())


SEVERAL = (
    DECISION
    + """
Phụ lục II
(Ban hành kèm theo Quyết định số 98/2031/QĐ-UBND)
Xã B | 300

Mẫu số 01
(Ban hành kèm theo Quyết định số 98/2031/QĐ-UBND)
ĐƠN ĐỀ NGHỊ
Tôi là: ....

Mẫu số 02
(Ban hành kèm theo Quyết định số 98/2031/QĐ-UBND)
BÁO CÁO
Kính gửi: ....
"""
)
"""What `annexes` of it there are: 1 Quy chế, 2 and 3 Phụ lục, 4 and 5 Mẫu."""


@pytest.mark.parametrize(
    ("named", "annexes"),
    [
        pytest.param("Phụ lục II ban hành kèm theo", {3}, id="its sign"),
        pytest.param("Phụ lục số 02 ban hành kèm theo", {3}, id="in other figures"),
        pytest.param("Phụ lục II của", {3}, id="without what passed it"),
        pytest.param("Phụ lục II", {3}, id="right before the document"),
        pytest.param("Phụ lục I và Phụ lục II ban hành kèm theo", {2, 3}, id="two"),
        pytest.param("Phụ lục I, II kèm theo", {2, 3}, id="two under one name"),
        pytest.param("Mẫu số 02 kèm theo", {5}, id="a form"),
        pytest.param("các Mẫu số 01, 02 ban hành kèm theo", {4, 5}, id="forms"),
        pytest.param("các Phụ lục ban hành kèm theo", {2, 3}, id="all of a kind"),
        pytest.param("Quy chế và Mẫu số 1 ban hành kèm theo", {1, 4}, id="act and form"),
        pytest.param("Quy chế phối hợp và Phụ lục I ban hành kèm theo", {1, 2}, id="act by title"),
        pytest.param("Phụ lục ban hành kèm theo", set(), id="any of two"),
        pytest.param("Mẫu số 7 tại Phụ lục I kèm theo", set(), id="a part of an appendix"),
        pytest.param("Phụ lục III ban hành kèm theo", set(), id="none of that sign"),
    ],
)
def test_just_what_is_named_is_repealed(named: str, annexes: set[int]) -> None:
    text = AMENDING.format(title="Bãi bỏ", text=f"Điều 1. Bãi bỏ {named} Quyết định số {OLD}.")
    whole = parsed(SEVERAL).resolution
    found = find_amendments(parsed(text).resolution)
    assert not any(one.whole for one in found)
    assert {one.annex for each in found for one in each.addresses_in(whole)} == annexes


def test_a_provision_of_the_document_beside_an_appendix_stays_its_own() -> None:
    text = AMENDING.format(
        title="Bãi bỏ", text=f"Điều 1. Bãi bỏ Điều 3 và Phụ lục II của Quyết định số {OLD}."
    )
    whole = parsed(SEVERAL).resolution
    found = find_amendments(parsed(text).resolution)
    assert [one for each in found for one in each.addresses_in(whole)] == [
        at("test", 3),
        in_annex("test", 3),
    ]


def test_annexes_of_two_documents_in_one_sentence_are_told_apart() -> None:
    text = AMENDING.format(
        title="Bãi bỏ",
        text="Điều 1. Bãi bỏ Điều 2, Điều 3 Quy chế ban hành kèm theo Quyết định số "
        f"{OLD} ngày 10/7/2031 và Phụ lục III ban hành kèm theo Quyết định số 7/2030/QĐ-UBND.",
    )
    found = find_amendments(parsed(text).resolution)
    assert [(one.number, one.target) for one in found] == [
        (OLD, Reference(2, annex="quy che")),
        (OLD, Reference(3, annex="quy che")),
        ("7/2030/QĐ-UBND", Reference(annex="phu luc iii")),
    ]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        pytest.param("Phụ lục", "không rõ là phần nào (Phụ lục I, Phụ lục II)", id="several"),
        pytest.param("Phụ lục IX", "không có phần nào mang tên như vậy", id="none"),
    ],
)
def test_what_cannot_be_told_apart_is_told_to_whoever_brings_the_document(
    named: str, told: str
) -> None:
    text = AMENDING.format(
        title="Bãi bỏ", text=f"Điều 1. Bãi bỏ {named} ban hành kèm theo Quyết định số {OLD}."
    )
    amending = parsed(text).resolution.called("later")
    own = parsed(SEVERAL).resolution
    head = replace(amending.head, issuer=own.head.issuer)
    found = effects_of(replace(amending, head=head, territory=own.territory), (own,))
    assert told in render("adding/effects", effects=found)
