"""Citations: as people type them, and as they are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.law.references.citation import (
    Reference,
    cites_other_kind,
    day,
    document_label,
    document_numbers,
    find_documents,
    find_references,
    full_label,
    provision_label,
)
from knowledge.law.resolution import Address, Effect, Head, Part
from tests.support.documents.builders import resolution
from tests.support.documents.documents import (
    BINH_DUONG,
    BUNDLED,
    CA_MAU,
    KIM_THANH,
    LANG_SON,
    at,
    bundled,
)

HEAD = Head(
    number="08/2024/NQ-HĐND",
    kind="Nghị quyết",
    issuer="Hội đồng nhân dân tỉnh Lạng Sơn",
    issued_on=date(2024, 7, 23),
)
FULL = "Nghị quyết số 08/2024/NQ-HĐND ngày 23/7/2024 của HĐND tỉnh Lạng Sơn"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("điểm a khoản 2 Điều 5", [Reference(5, 2, "a")], id="inside out"),
        pytest.param("Điều 5, khoản 2, điểm a", [Reference(5, 2, "a")], id="outside in"),
        pytest.param("dieu 5 khoan 2 diem a", [Reference(5, 2, "a")], id="no diacritics"),
        pytest.param("điểm đ khoản 3 Điều 1", [Reference(1, 3, "đ")], id="point đ"),
        pytest.param(
            "gạch đầu dòng thứ hai điểm b khoản 3 Điều 2", [Reference(2, 3, "b", 2)], id="bullet"
        ),
        pytest.param("khoản ba của Điều 4", [Reference(4, 3)], id="number in words"),
        pytest.param("khoản thứ nhất Điều 4", [Reference(4, 1)], id="ordinal"),
        pytest.param("Điều 2 và Điều 3", [Reference(2), Reference(3)], id="several"),
        pytest.param(
            "so sánh điểm a khoản 1 Điều 2 với khoản 4 Điều 3",
            [Reference(2, 1, "a"), Reference(3, 4)],
            id="several in full",
        ),
        pytest.param(
            "điểm c và điểm d khoản 1 Điều 7",
            [Reference(7, 1, "c"), Reference(7, 1, "d")],
            id="points of one clause",
        ),
        pytest.param(
            "khoản 2, 3 và 5 Điều 6",
            [Reference(6, 2), Reference(6, 3), Reference(6, 5)],
            id="numbers of one article",
        ),
        pytest.param(
            "diem a, b khoan 3 dieu 2",
            [Reference(2, 3, "a"), Reference(2, 3, "b")],
            id="letters, no diacritics",
        ),
        pytest.param(
            "Điều 6 khoản 2 và khoản 4",
            [Reference(6, 2), Reference(6, 4)],
            id="clauses after their article",
        ),
        pytest.param(
            "điểm a khoản 2 và khoản 3 Điều 8",
            [Reference(8, 2, "a"), Reference(8, 3)],
            id="a point and a clause",
        ),
        pytest.param("khoản 2 Điều 4 và Điều 5", [Reference(4, 2), Reference(5)], id="no more"),
        pytest.param("Điều 3 với Điều 4", [Reference(3), Reference(4)], id="with"),
        pytest.param("Điều 3, 7 hộ không ưng", [Reference(3)], id="a number of something else"),
        pytest.param("khoản 2 nói gì", [Reference(None, 2)], id="clause alone"),
        pytest.param("Điều 99", [Reference(99)], id="whether it exists or not"),
        pytest.param("ĐIỀU 1", [Reference(1)], id="capitals"),
        pytest.param("quan điểm a dua là gì", [], id="quan điểm"),
        pytest.param("dia diem o dau", [], id="địa điểm without marks"),
        pytest.param("điểm f khoản 1 Điều 2", [Reference(2, 1, "f")], id="letter of other lists"),
        pytest.param("Ðiểm a khoản 2 Ðiều 4", [Reference(4, 2, "a")], id="Icelandic letter"),
        pytest.param("ðiểm ð ðiều 6", [Reference(6, None, "đ")], id="small Icelandic letter"),
        pytest.param("khoản ２ Điều １１", [Reference(11, 2)], id="full-width digits"),
        pytest.param("khoản 2a Điều 5a", [Reference("5a", "2a")], id="put in"),
        pytest.param("khoan 2a dieu 5", [Reference(5, "2a")], id="put in, no diacritics"),
        pytest.param("điểm đ1 khoản 2", [Reference(None, 2, "đ1")], id="point put in"),
        pytest.param("khoản 1.1 Điều 3", [Reference(3, "1.1")], id="sub-clause"),
        pytest.param("điểm 1.1 Điều 3", [Reference(3, "1.1")], id="sub-clause called a point"),
        pytest.param(
            "điểm 1.1 khoản 1 Điều 3", [Reference(3, "1.1")], id="sub-clause and its clause"
        ),
        pytest.param(
            "khoản 1.1, 1.2 Điều 3", [Reference(3, "1.1"), Reference(3, "1.2")], id="sub-clauses"
        ),
        pytest.param("thời điểm 1.1 thì sao", [], id="thời điểm before a number"),
        pytest.param("Điều này quy định gì", [], id="names none"),
        pytest.param("điều tra 5 hộ", [], id="another word"),
        pytest.param("", [], id="empty"),
    ],
)
def test_finds_provisions_as_people_type_them(typed: str, found: list[Reference]) -> None:
    assert list(find_references(typed)) == found


def test_a_reference_becomes_an_address_in_a_document() -> None:
    assert Reference(1, 5, "d").within(BINH_DUONG) == at(BINH_DUONG, 1, 5, "d")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        pytest.param("Nghị quyết số 08/2024/NQ-HĐND", ("08/2024/nq-hdnd",), id="full"),
        pytest.param("nq 08/2024", ("08/2024",), id="short"),
        pytest.param("nghi quyet 21 va nghi quyet 30/2024", ("21", "30/2024"), id="several"),
        pytest.param("21/NQHĐND", ("21/nqhdnd",), id="without its hyphen"),
        pytest.param("nghị quyết 2024", (), id="bare year"),
        pytest.param("nghị quyết năm 2024", (), id="year"),
        pytest.param("nghị quyết ngày 23/7/2024", (), id="date"),
        pytest.param("nghị quyết 23/7/2024", (), id="date without the word"),
        pytest.param("nghị quyết 5 năm", (), id="span"),
        pytest.param("Nghị định số 59/2023/NĐ-CP", (), id="decree"),
    ],
)
def test_finds_numbers_of_resolutions(typed: str, numbers: tuple[str, ...]) -> None:
    assert document_numbers(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("Nghị quyết 08/2024/NQ-HĐND", [LANG_SON], id="full"),
        pytest.param("nq 8/2024", [LANG_SON], id="no leading nought"),
        pytest.param("nghị quyết 21", [KIM_THANH], id="number alone"),
        pytest.param("21/NQHDND", [KIM_THANH], id="without its hyphen"),
        pytest.param("nghị quyết 08/2023", [], id="other year"),
        pytest.param("nghị quyết 55", [], id="unknown"),
        pytest.param("nghị quyết của tỉnh Lạng Sơn", [], id="no number"),
    ],
)
def test_finds_documents_by_their_number(typed: str, found: list[str]) -> None:
    documents = [bundled(name) for name in BUNDLED]

    assert [one.id for one in find_documents(typed, documents)] == found


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        pytest.param("Điều 11 Luật Thực hiện dân chủ ở cơ sở", True, id="law"),
        pytest.param("khoan 2 dieu 5 cua nghi dinh 59", True, id="decree without marks"),
        pytest.param("Điều 4 Hiến pháp", True, id="constitution"),
        pytest.param("Điều 2 nghị quyết thực hiện luật dân chủ", False, id="resolution"),
        pytest.param("Luật quy định gì", False, id="no provision"),
        pytest.param("", False, id="empty"),
    ],
)
def test_tells_provisions_of_laws_and_decrees(typed: str, other: bool) -> None:
    assert cites_other_kind(typed) is other


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(date(2024, 8, 5), "05/8/2024", id="day padded, month not"),
        pytest.param(date(2025, 1, 1), "01/01/2025", id="January padded"),
        pytest.param(date(2024, 2, 29), "29/02/2024", id="February padded"),
        pytest.param(date(2024, 12, 4), "04/12/2024", id="two digits"),
    ],
)
def test_writes_days_as_offices_do(value: date, written: str) -> None:
    assert day(value) == written


@pytest.mark.parametrize(
    ("address", "label"),
    [
        pytest.param(at("x", 1), "Điều 1", id="article"),
        pytest.param(at("x", 1, 5), "khoản 5 Điều 1", id="clause"),
        pytest.param(at("x", 1, 5, "đ"), "điểm đ khoản 5 Điều 1", id="point"),
        pytest.param(
            at("x", 2, 3, "b", 2), "gạch đầu dòng thứ 2, điểm b khoản 3 Điều 2", id="bullet"
        ),
        pytest.param(
            at("x", 2, 3, None, 1), "gạch đầu dòng thứ 1, khoản 3 Điều 2", id="bullet in a clause"
        ),
        pytest.param(at("x", 2, None, "a"), "điểm a Điều 2", id="point in an article"),
        pytest.param(Address("x", Part.PREAMBLE), "phần mở đầu", id="preamble"),
        pytest.param(Address("x", Part.CLOSING), "phần kết", id="closing"),
        pytest.param(Address("x", Part.SIGNATURE), "phần chữ ký", id="signature"),
    ],
)
def test_names_a_provision_from_the_inside_out(address: Address, label: str) -> None:
    assert provision_label(address) == label


@pytest.mark.parametrize(
    ("head", "effect", "label"),
    [
        pytest.param(HEAD, Effect(), FULL, id="everything"),
        pytest.param(
            replace(HEAD, number=None),
            Effect(),
            "Nghị quyết (bản sao không ghi số) ngày 23/7/2024 của HĐND tỉnh Lạng Sơn",
            id="no number",
        ),
        pytest.param(
            replace(HEAD, issued_on=None),
            Effect(passed_on=date(2024, 7, 19)),
            "Nghị quyết số 08/2024/NQ-HĐND ngày 19/7/2024 của HĐND tỉnh Lạng Sơn",
            id="day of passage for want of another",
        ),
        pytest.param(
            replace(HEAD, issued_on=None),
            Effect(),
            "Nghị quyết số 08/2024/NQ-HĐND của HĐND tỉnh Lạng Sơn",
            id="no day",
        ),
        pytest.param(Head(), Effect(), "Văn bản (bản sao không ghi số)", id="nothing"),
    ],
)
def test_names_a_document_by_what_its_copy_says(head: Head, effect: Effect, label: str) -> None:
    assert document_label(resolution(head=head, effect=effect)) == label


def test_a_citation_names_provision_and_document() -> None:
    assert full_label(at(CA_MAU, 1, 3, "c"), bundled(CA_MAU)) == (
        "điểm c khoản 3 Điều 1 "
        "Nghị quyết (bản sao không ghi số) ngày 11/11/2024 của HĐND tỉnh Cà Mau"
    )


@pytest.mark.parametrize("name", BUNDLED)
def test_every_label_is_read_back(name: str) -> None:
    for unit in bundled(name).provisions:
        if unit.address.part is Part.ARTICLE:
            (found,) = find_references(provision_label(unit.address))
            assert found.within(name) == unit.address
